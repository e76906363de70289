package vn.antin.check.figures;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import vn.antin.check.Examined;
import vn.antin.check.wording.ReadingRule;
import vn.antin.check.wording.SchoolYear;
import vn.antin.check.wording.WrittenDate;
import vn.antin.compose.Passage;
import vn.antin.compose.Place;
import vn.antin.kernel.DocumentKind;

/**
 * What a document asks for is not due before the day it is issued. A document whose own school year is over is an old
 * text that is looked at again, and is left alone.
 */
public final class DeadlinesAreAhead extends ReadingRule {
    private static final Set<DocumentKind> ASK = Set.of(
            DocumentKind.PLAN,
            DocumentKind.LETTER,
            DocumentKind.DECISION,
            DocumentKind.DIRECTIVE,
            DocumentKind.GUIDANCE,
            DocumentKind.NOTICE);

    private static final Pattern DUE = Pattern.compile(
            "(?iu)(?:gửi|nộp|báo cáo|hoàn thành|hạn cuối|thời hạn|chậm nhất|hạn chót)[^.;]{0,80}?(?:trước|chậm nhất|hạn cuối|là|xong) ?(?:vào )?$");

    private static final Pattern PAST = Pattern.compile("(?iu)(?:^|[^\\p{L}])đã ");
    private static final int REACH = 140;

    public DeadlinesAreAhead() {
        super(Said.goodSense("thời hạn sau ngày ban hành"));
    }

    @Override
    public void examine(Examined document, Consumer<Breach> breaches) {
        LocalDate day = document.day();
        if (!ASK.contains(document.meaning().particulars().kind()) || isOld(document)) {
            return;
        }
        for (Passage passage : Passage.of(document.meaning())) {
            if (passage.note() || passage.place().part() != Place.Part.BODY) {
                continue;
            }
            String text = passage.plain();
            for (WrittenDate it : WrittenDate.in(text)) {
                String before = text.substring(Math.max(0, it.start() - REACH), it.start());
                Optional<LocalDate> due = it.date().filter(date -> date.isBefore(day));
                if (due.isPresent()
                        && DUE.matcher(before).find()
                        && !PAST.matcher(before).find()) {
                    breaches.accept(new Breach(
                            passage.place().at(it.words(text)),
                            "Thời hạn " + it.words(text) + " đã qua trước ngày ban hành.",
                            "Sửa lại thời hạn."));
                }
            }
        }
    }

    private static boolean isOld(Examined document) {
        return Passage.of(document.meaning()).stream()
                .flatMap(it -> SchoolYear.in(it.plain()).stream())
                .mapToInt(SchoolYear::to)
                .max()
                .stream()
                // A school year ends with May; its plans are closed by the end of August.
                .anyMatch(year -> document.day().isAfter(LocalDate.of(year, 8, 31)));
    }
}
