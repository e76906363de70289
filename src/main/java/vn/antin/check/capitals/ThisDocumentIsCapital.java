package vn.antin.check.capitals;

import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.antin.check.Examined;
import vn.antin.check.wording.Prose;
import vn.antin.check.wording.ReadingRule;
import vn.antin.compose.Passage;
import vn.antin.kernel.DocumentKind;

/** A document speaks of itself with a capital: Quyết định này (annex III, forms 1.2 and 1.3). */
public final class ThisDocumentIsCapital extends ReadingRule {
    /** Kinds whose names mean nothing else: a programme, a project or a regulation may be spoken of otherwise. */
    private static final Set<DocumentKind> KINDS = Set.of(
            DocumentKind.RESOLUTION,
            DocumentKind.DECISION,
            DocumentKind.DIRECTIVE,
            DocumentKind.STATUTE,
            DocumentKind.PLAN,
            DocumentKind.LETTER);

    public ThisDocumentIsCapital() {
        super(Capital.clause("V.6"));
    }

    @Override
    public void examine(Examined document, Consumer<Breach> breaches) {
        DocumentKind kind = document.meaning().particulars().kind();
        if (!KINDS.contains(kind)) {
            return;
        }
        String right = kind.vietnamese() + " này";
        String wrong = Prose.uncapitalised(right);
        Pattern form = Pattern.compile("(?<![\\p{L}\\p{N}])" + wrong + "(?![\\p{L}\\p{N}])");
        for (Passage passage : Passage.of(document.meaning())) {
            String text = passage.plain();
            Matcher matcher = form.matcher(text);
            if (matcher.find()) {
                breaches.accept(Capital.mended(
                        passage,
                        text,
                        matcher.start(),
                        matcher.end(),
                        "Văn bản nói về chính mình mà không viết hoa tên loại.",
                        right));
            }
        }
    }
}
