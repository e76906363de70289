package vn.antin.check.citations;

import java.time.LocalDate;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.antin.check.Citation;
import vn.antin.check.Examined;
import vn.antin.check.Source;
import vn.antin.check.wording.WrittenDate;

/** A cited instrument is not newer than the document that cites it. */
public final class NothingIsCitedBeforeItIsIssued extends MentionRule {
    private static final Pattern YEAR = Pattern.compile("\\d{1,5}/(20\\d\\d)/.{1,60}");

    public NothingIsCitedBeforeItIsIssued() {
        super(new Citation(Source.GOOD_SENSE, "văn bản viện dẫn phải có trước"));
    }

    @Override
    void judge(Mention mention, Examined document, Consumer<Breach> breaches) {
        WrittenDate written = mention.date();
        LocalDate date = written == null ? null : written.date().orElse(null);
        if (date != null && date.isAfter(document.day())) {
            breaches.accept(new Breach(
                    mention.place(mention.dateWords()),
                    "Văn bản “" + mention.words() + "” ghi ngày ban hành sau ngày hôm nay: " + mention.dateWords()
                            + ".",
                    "Đối chiếu với văn bản gốc và sửa ngày ban hành."));
            return;
        }
        Matcher year = YEAR.matcher(mention.canonical());
        if (!year.matches()) {
            return;
        }
        int issued = Integer.parseInt(year.group(1));
        if (issued > document.day().getYear()) {
            breaches.accept(new Breach(
                    mention.place(mention.number()),
                    "Số “" + mention.number() + "” thuộc năm " + issued + ", chưa tới.",
                    "Đối chiếu với văn bản gốc và sửa số."));
        } else if (date != null && date.getYear() != issued) {
            breaches.accept(new Breach(
                    mention.place(mention.number()),
                    "Năm trong số “" + mention.number() + "” khác năm ban hành: " + mention.dateWords() + ".",
                    "Đối chiếu với văn bản gốc và sửa chỗ ghi sai."));
        }
    }
}
