package vn.antin.check.capitals;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.antin.check.Examined;
import vn.antin.check.wording.Prose;
import vn.antin.check.wording.ReadingRule;
import vn.antin.compose.Block;
import vn.antin.compose.Inline;
import vn.antin.compose.Passage;
import vn.antin.compose.Place;

/** A sentence begins with a capital: after a full stop, a question or exclamation mark, and on a new line. */
public final class SentencesBeginWithACapital extends ReadingRule {
    /** A word of small letters, the end of its sentence, and a word of small letters. */
    private static final Pattern SENTENCES =
            Pattern.compile("(?<![\\p{L}\\p{N}.@/_-])(\\p{Ll}{2,12})[.?!] {1,2}(\\p{Ll}{1,12})(?=[ ,;]|$)");

    private static final Pattern OPENING = Pattern.compile("(\\p{Ll}{1,12})(?=[ ,])");

    /** Short forms that end with a full stop within a sentence. */
    private static final Set<String> SHORT = Set.of(
            "vv", "tr", "tp", "tx", "tt", "st", "ths", "ts", "gs", "pgs", "đc", "cn", "bs", "ks", "th", "q", "p", "h",
            "x", "no", "vd", "nxb", "sđd", "đt");

    public SentencesBeginWithACapital() {
        super(Capital.clause("I"));
    }

    @Override
    public void examine(Examined document, Consumer<Breach> breaches) {
        super.examine(document, breaches);
        for (int i = 0; i < document.meaning().legalBases().size(); i++) {
            opening(
                    Place.of(Place.Part.BASES, i),
                    document.meaning().legalBases().get(i).plain(),
                    breaches);
        }
        for (int i = 0; i < document.meaning().recipients().size(); i++) {
            opening(
                    Place.of(Place.Part.RECIPIENTS, i),
                    document.meaning().recipients().get(i),
                    breaches);
        }
        openings(document.meaning().body(), -1, breaches);
        for (int a = 0; a < document.meaning().annexes().size(); a++) {
            openings(document.meaning().annexes().get(a).body(), a, breaches);
        }
    }

    @Override
    protected void read(Passage passage, String text, Consumer<Breach> breaches) {
        Matcher matcher = SENTENCES.matcher(text);
        while (matcher.find()) {
            if (!SHORT.contains(matcher.group(1))) {
                String found = matcher.group();
                String right =
                        found.substring(0, matcher.start(2) - matcher.start()) + Prose.capitalised(matcher.group(2));
                breaches.accept(Capital.mended(
                        passage,
                        text,
                        matcher.start(),
                        matcher.end(),
                        "Chữ cái đầu câu sau dấu kết thúc câu chưa viết hoa.",
                        right));
            }
            // The second word may itself end a sentence.
            matcher.region(matcher.start(2), text.length());
        }
    }

    private static void openings(List<Block> blocks, int annex, Consumer<Breach> breaches) {
        boolean closed = true;
        for (int i = 0; i < blocks.size(); i++) {
            Inline.Text text = switch (blocks.get(i)) {
                case Block.Paragraph it -> it.text();
                case Block.Item it -> it.text();
                case Block.Centred it -> null;
                case Block.Table it -> null;
            };
            if (text == null) {
                closed = false;
                continue;
            }
            String plain = text.plain().strip();
            if (closed) {
                opening(annex < 0 ? Place.of(Place.Part.BODY, i) : Place.inAnnex(annex, i), plain, breaches);
            }
            // What follows a line without an end may be its continuation, as in a verse or an address.
            closed = plain.isEmpty() || ".;:!?…”)".indexOf(plain.charAt(plain.length() - 1)) >= 0;
        }
    }

    private static void opening(Place place, String text, Consumer<Breach> breaches) {
        Matcher matcher = OPENING.matcher(text);
        if (matcher.lookingAt()) {
            int end = Math.min(
                    text.length(),
                    matcher.end() + 1 + Prose.wordAfter(text, matcher.end() + 1).length());
            String found = text.substring(0, end);
            breaches.accept(new Breach(
                    place.at(found),
                    "Chữ cái đầu dòng chưa viết hoa.",
                    "Viết hoa chữ cái đầu: “" + Prose.capitalised(matcher.group()) + "”.",
                    Prose.capitalised(found)));
        }
    }
}
