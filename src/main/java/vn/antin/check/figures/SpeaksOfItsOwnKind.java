package vn.antin.check.figures;

import java.util.Arrays;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.antin.check.Examined;
import vn.antin.check.wording.Prose;
import vn.antin.check.wording.ReadingRule;
import vn.antin.compose.Passage;
import vn.antin.compose.Place;
import vn.antin.kernel.DocumentKind;

/** A document that speaks of itself names its own kind: a plan does not end with “Trên đây là Báo cáo”. */
public final class SpeaksOfItsOwnKind extends ReadingRule {
    /** Kinds that are nothing but documents. */
    private static final Set<DocumentKind> KINDS = Set.of(
            DocumentKind.PLAN,
            DocumentKind.REPORT,
            DocumentKind.DECISION,
            DocumentKind.RESOLUTION,
            DocumentKind.SUBMISSION,
            DocumentKind.NOTICE,
            DocumentKind.DIRECTIVE);

    private static final Pattern ENDS = Pattern.compile(
            "^Trên đây là (?:nội dung )?(?:" + names() + ")(?! (?:số|và))(?![\\p{L}\\d])",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern TAKES_FORCE =
            Pattern.compile("(" + names() + ") này có hiệu lực", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    public SpeaksOfItsOwnKind() {
        super(Said.goodSense("tên loại văn bản thống nhất"));
    }

    @Override
    public void examine(Examined document, Consumer<Breach> breaches) {
        DocumentKind own = document.meaning().particulars().kind();
        if (!KINDS.contains(own)) {
            return;
        }
        for (Passage passage : Passage.of(document.meaning())) {
            if (passage.note() || passage.place().part() != Place.Part.BODY) {
                continue;
            }
            for (Pattern form : new Pattern[] {ENDS, TAKES_FORCE}) {
                Matcher matcher = form.matcher(passage.plain());
                if (matcher.find() && !Prose.folded(matcher.group()).contains(Prose.folded(own.vietnamese()))) {
                    breaches.accept(new Breach(
                            passage.place().at(matcher.group()),
                            "Văn bản là " + own.vietnamese() + " nhưng tự gọi khác: “" + matcher.group() + "”.",
                            "Gọi đúng tên loại: “" + own.vietnamese() + "”."));
                }
            }
        }
    }

    private static String names() {
        return Arrays.stream(DocumentKind.values())
                .filter(KINDS::contains)
                .map(DocumentKind::vietnamese)
                .collect(Collectors.joining("|"));
    }
}
