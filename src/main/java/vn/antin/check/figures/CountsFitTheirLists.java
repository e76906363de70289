package vn.antin.check.figures;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.antin.check.Examined;
import vn.antin.check.wording.Grid;
import vn.antin.check.wording.ReadingRule;
import vn.antin.compose.Block;
import vn.antin.compose.Level;

/** A number that announces a list is the number of its entries: gồm 5 ông, bà có tên sau. */
public final class CountsFitTheirLists extends ReadingRule {
    private static final Map<String, Integer> WORDS =
            Map.of("hai", 2, "ba", 3, "bốn", 4, "năm", 5, "sáu", 6, "bảy", 7, "tám", 8, "chín", 9, "mười", 10);

    private static final Pattern FORM = Pattern.compile(
            "(?iu)(?<![\\p{L}\\d])(?:gồm(?: có)?|có|thực hiện|phân công) (\\d{1,3}|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười) (?:\\(\\d{1,3}\\) )?(?:ông|bà|ông, bà|ông \\(bà\\)|thành viên|đồng chí|người|nội dung|nhiệm vụ|tiêu chí|giải pháp|bước|giáo viên|cán bộ|nhóm|đơn vị)"
                    + "(?:(?:,? \\p{L}{1,12}){0,12} (?:sau đây|như sau|sau|dưới đây))? ?:$");

    public CountsFitTheirLists() {
        super(Said.goodSense("số lượng nêu ra và danh sách"));
    }

    @Override
    public void examine(Examined document, Consumer<Breach> breaches) {
        for (Said.Part part : Said.parts(document.meaning())) {
            for (int i = 0; i + 1 < part.blocks().size(); i++) {
                String text = Said.plain(part.blocks().get(i)).strip();
                if (!text.endsWith(":") || text.length() > 2000) {
                    continue;
                }
                // Only the last clause announces what follows.
                int from = Math.max(0, text.length() - 160);
                Matcher matcher = FORM.matcher(text.substring(from));
                if (!matcher.find()) {
                    continue;
                }
                int told = number(matcher.group(1));
                OptionalInt counted = counted(part.blocks(), i + 1);
                if (counted.isPresent() && counted.getAsInt() != told) {
                    breaches.accept(new Breach(
                            part.place(i).at(matcher.group()),
                            "Nêu " + matcher.group(1) + " nhưng danh sách ngay sau có " + counted.getAsInt() + ".",
                            "Kiểm tra lại số lượng hoặc danh sách."));
                }
            }
        }
    }

    private static int number(String words) {
        Integer spelled = WORDS.get(words.toLowerCase(Locale.ROOT));
        return spelled == null ? Integer.parseInt(words) : spelled;
    }

    private static OptionalInt counted(List<Block> blocks, int from) {
        return switch (blocks.get(from)) {
            case Block.Table table -> rows(new Grid(table));
            case Block.Item item -> items(blocks, from, item.level());
            case Block.Paragraph it -> OptionalInt.empty();
            case Block.Centred it -> OptionalInt.empty();
        };
    }

    private static OptionalInt rows(Grid table) {
        int ordinal = Columns.ordinal(table);
        if (ordinal < 0) {
            return OptionalInt.empty();
        }
        int rows = 0;
        for (int r = table.headerRows(); r < table.rows(); r++) {
            if (table.begins(r, ordinal) && table.text(r, ordinal).matches("\\d{1,4}\\.?")) {
                rows++;
            }
        }
        return rows == 0 ? OptionalInt.empty() : OptionalInt.of(rows);
    }

    /** How many entries of that level follow, up to a higher one; nothing when other text stands between. */
    private static OptionalInt items(List<Block> blocks, int from, Level level) {
        int counted = 0;
        for (Block block : blocks.subList(from, blocks.size())) {
            if (!(block instanceof Block.Item item)) {
                boolean numbered = level != Level.DASH && level != Level.PLUS;
                if (numbered || counted < 2) {
                    return OptionalInt.empty();
                }
                break;
            }
            if (item.level().compareTo(level) < 0) {
                break;
            }
            counted += item.level() == level ? 1 : 0;
        }
        return OptionalInt.of(counted);
    }
}
