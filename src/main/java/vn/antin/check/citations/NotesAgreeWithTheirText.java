package vn.antin.check.citations;

import java.util.List;
import java.util.function.Consumer;
import vn.antin.check.Citation;
import vn.antin.check.Examined;
import vn.antin.check.Source;
import vn.antin.compose.Inline;
import vn.antin.compose.Passage;

/** A note to a citation names the same number as the text. */
public final class NotesAgreeWithTheirText extends CitationRule {
    /** How far before its note an instrument may be named: number, date, issuing body. */
    private static final int REACH = 90;

    public NotesAgreeWithTheirText() {
        super(new Citation(Source.GOOD_SENSE, "chú thích khớp với nội dung"));
    }

    @Override
    void examine(List<Mention> mentions, Examined document, Consumer<Breach> breaches) {
        for (Passage passage : Passage.of(document.meaning())) {
            if (!passage.note()) {
                judge(passage, breaches);
            }
        }
    }

    private static void judge(Passage passage, Consumer<Breach> breaches) {
        if (passage.text().parts().stream().noneMatch(Inline.Footnote.class::isInstance)) {
            return;
        }
        List<Mention> mentions = Mentions.of(passage, false);
        int at = 0;
        int next = 0;
        for (Inline part : passage.text().parts()) {
            switch (part) {
                case Inline.Run run -> at += run.text().length();
                case Inline.Break line -> at++;
                case Inline.Footnote note -> {
                    while (next < mentions.size() && mentions.get(next).numberEnd() <= at) {
                        next++;
                    }
                    if (next > 0 && mentions.get(next - 1).numberEnd() >= at - REACH) {
                        compare(mentions.get(next - 1), at, note, breaches);
                    }
                }
            }
        }
    }

    private static void compare(Mention inText, int at, Inline.Footnote note, Consumer<Breach> breaches) {
        List<Mention> noted = Mentions.of(new Passage(inText.passage().place(), note.note(), true), false);
        if (noted.isEmpty()) {
            return;
        }
        Mention inNote = noted.getFirst();
        String between = inText.text().substring(inText.numberEnd(), at);
        if (inNote.start() == 0
                && inText.hasSymbol()
                && between.matches("[\\p{L}\\d /,\\u00A0-]*")
                && inNote.kind().equals(inText.kind())
                && inNote.symbol().equals(inText.symbol())
                && !inNote.canonical().equals(inText.canonical())
                && isSlip(inNote.canonical(), inText.canonical())) {
            breaches.accept(new Breach(
                    inText.place(inText.number()),
                    "Nội dung ghi “" + inText.words() + "” nhưng chú thích ghi “" + inNote.words() + "”.",
                    "Đối chiếu với văn bản gốc và sửa chỗ ghi sai."));
        }
    }

    /** Whether one number comes of the other by a figure too much, too few, or two that changed places. */
    private static boolean isSlip(String one, String other) {
        String first = one.replaceAll("\\D.*", "");
        String second = other.replaceAll("\\D.*", "");
        return first.startsWith(second)
                || second.startsWith(first)
                || first.endsWith(second)
                || second.endsWith(first)
                || (first.length() == second.length()
                        && first.chars()
                                .sorted()
                                .boxed()
                                .toList()
                                .equals(second.chars().sorted().boxed().toList()));
    }
}
