package vn.antin.word;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.antin.kernel.DocumentKind;

/** By which words a component's line is known (annex I, part I, II; annex III). */
final class Sign {
    private static final int IGNORING_CASE = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    static final Pattern NATION =
            Pattern.compile("^CỘNG\\s+H(?:ÒA|OÀ|OA)\\s+XÃ\\s+HỘI\\s+CHỦ\\s+NGHĨA\\s+VIỆT\\s+NAM$", IGNORING_CASE);
    static final Pattern MOTTO = Pattern.compile("^Độc\\s*lập\\W+Tự\\s*do\\W+Hạnh\\s*phúc\\W*$", IGNORING_CASE);
    static final Pattern NUMBER =
            Pattern.compile("^Số\\s*[:.]?\\s*(?<number>[\\d.…_]*)\\s*(?:/\\s*(?<symbol>\\S.*))?$", IGNORING_CASE);
    static final Pattern DATE = Pattern.compile("^\\P{N}{0,60}ngày.{0,20}tháng.{0,20}năm.{0,20}$", IGNORING_CASE);
    static final Pattern ABOUT = Pattern.compile("^(?:V/v|Về việc)[:.]?\\s+", IGNORING_CASE);
    static final Pattern ADDRESSEES = Pattern.compile("^Kính gửi\\s*[:.]?\\s*", IGNORING_CASE);
    static final Pattern RECIPIENTS = Pattern.compile("^Nơi\\s+nhận\\s*[:.]?\\s*", IGNORING_CASE);
    static final Pattern BASIS =
            Pattern.compile("^(?:Căn cứ|Theo đề nghị|Xét đề nghị|Xét tờ trình|Thực hiện|Theo)\\s", IGNORING_CASE);
    static final Pattern ANNEX = Pattern.compile(
            "^(?:PHỤ LỤC|BIỂU MẪU KÈM THEO)(?:\\s+(?:SỐ\\s+)?(?<ordinal>[IVXLC]{1,8}|\\d{1,3}))?\\s*[.:]?$",
            IGNORING_CASE);
    static final Pattern ATTACHED = Pattern.compile("^\\(?\\s*(?:Ban hành\\s+)?kèm theo\\s", IGNORING_CASE);
    static final Pattern DRAFTER = Pattern.compile("^\\p{Lu}{1,6}\\.?\\s?\\(\\d{1,4}\\)\\.?$");
    private static final Pattern AUTHORITY = Pattern.compile(
            "^(?:(?:KT|TM|TL|TUQ|Q)\\s?\\.|(?:PHÓ\\s+)?(?:HIỆU TRƯỞNG|TRƯỞNG PHÒNG|GIÁM ĐỐC|CHỦ TỊCH|CHỦ TỌA|CHỦ TRÌ|BỘ TRƯỞNG"
                    + "|THỨ TRƯỞNG|CHÁNH VĂN PHÒNG|TỔNG CỤC TRƯỞNG|CỤC TRƯỞNG|VỤ TRƯỞNG|TRƯỞNG BAN|THỦ TRƯỞNG|VIỆN TRƯỞNG"
                    + "|TRƯỞNG ĐƠN VỊ|TỔ TRƯỞNG|THƯ KÝ)).*");

    private Sign() {}

    static boolean nation(String line) {
        return NATION.matcher(line).matches();
    }

    static boolean motto(String line) {
        return MOTTO.matcher(line).matches();
    }

    static boolean number(String line) {
        return NUMBER.matcher(line).matches();
    }

    static boolean date(String line) {
        return line.length() < 100
                && !BASIS.matcher(line).find()
                && DATE.matcher(line).matches();
    }

    static boolean about(String line) {
        return ABOUT.matcher(line).find();
    }

    /** Whether the line can only belong to the head of page 1. */
    static boolean ofTheHead(String line) {
        return nation(line) || motto(line) || number(line) || date(line);
    }

    static boolean capitals(String line) {
        return line.chars().anyMatch(Character::isLetter) && line.equals(line.toUpperCase(Locale.forLanguageTag("vi")));
    }

    static boolean authority(String line) {
        return capitals(line) && line.length() < 90 && AUTHORITY.matcher(line).matches();
    }

    /** A person's name, with or without a degree before it. */
    static boolean personName(String line) {
        return line.length() < 50
                && line.matches("(?:(?:GS|PGS|TS|ThS|BS|CN)\\.?\\s*)*\\p{Lu}\\p{L}*(?:\\s+\\p{Lu}\\p{L}*){1,6}");
    }

    /** The kind whose name the line is, apart from white space and a colon. */
    static Optional<DocumentKind> kind(String line) {
        String name =
                line.replaceAll("\\s+", " ").replace("THOẢ THUẬN", "THỎA THUẬN").replace("UỶ QUYỀN", "ỦY QUYỀN");
        return Arrays.stream(DocumentKind.values())
                .filter(it -> !it.heading().isEmpty() && it.heading().equals(name))
                .findFirst();
    }

    /** The kind whose abbreviation begins the symbol ({@code KH-PGDĐT}); empty when none does. */
    static Optional<DocumentKind> kindOfSymbol(String symbol) {
        String first = symbol.split("-", 2)[0].strip();
        return Arrays.stream(DocumentKind.values())
                .filter(it -> !it.abbreviation().isEmpty() && it.abbreviation().equals(first))
                .findFirst();
    }
}
