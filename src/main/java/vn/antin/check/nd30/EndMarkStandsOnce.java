package vn.antin.check.nd30;

import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.antin.check.Examined;
import vn.antin.check.Severity;

/** The end mark stands once, at the very end, whole and directly after the last word. */
final class EndMarkStandsOnce extends FormatRule {
    private static final Pattern TORN =
            Pattern.compile("(\\S)(?:\\s+\\./\\.|\\.\\s*/\\s+\\.|\\.\\s+/\\.|\\s+\\.\\s*/\\s*\\.)$");
    private static final Pattern MARK = Pattern.compile("\\./\\.");

    EndMarkStandsOnce() {
        super(Severity.WARNING, "Phụ lục III, Mẫu 1.2–1.5");
    }

    @Override
    public void examine(Examined document, Consumer<Breach> breaches) {

        for (Stretch stretch : Stretch.of(document.meaning())) {
            for (int i = 0; i < stretch.blocks().size(); i++) {
                String text = Stretch.plain(stretch.blocks().get(i)).strip();
                boolean last = i == stretch.blocks().size() - 1;
                Matcher torn = TORN.matcher(text);
                Matcher marks = MARK.matcher(text);
                if (torn.find()) {
                    breaches.accept(new Breach(
                            stretch.place(i).at(torn.group()),
                            "Dấu kết thúc bị tách rời: “" + torn.group() + "”.",
                            "Ghi “./.” liền sau chữ cuối cùng.",
                            torn.group(1) + "./."));
                } else if (marks.find() && (!last || marks.end() < text.length())) {
                    breaches.accept(new Breach(
                            stretch.place(i).at(marks.group()),
                            "Dấu “./.” ở giữa văn bản.",
                            "Chỉ ghi “./.” một lần, ở cuối nội dung và cuối mỗi phụ lục.",
                            "."));
                }
            }
        }
    }
}
