package vn.antin.check.nd30;

import java.util.List;
import vn.antin.check.Appearance;
import vn.antin.check.Examined;
import vn.antin.compose.Block;
import vn.antin.compose.Inline;
import vn.antin.compose.Place;

/** The lines of the content that are running text, as far as their places are known. */
final class BodyLines {
    private BodyLines() {}

    static List<Appearance.Seen> of(Examined document) {
        List<Block> body = document.meaning().body();
        return document.appearance().all(Place.Part.BODY).stream()
                .filter(it -> !Double.isNaN(it.left()) && it.size() > 0)
                .filter(it -> it.place().index() >= 0 && it.place().index() < body.size())
                .filter(it -> switch (body.get(it.place().index())) {
                    case Block.Paragraph paragraph -> true;
                    case Block.Item item -> !item.level().overItsTitle();
                    case Block.Centred centred -> false;
                    case Block.Table table -> false;
                })
                .toList();
    }

    static double right(Appearance.Seen line) {
        return line.left() + line.width();
    }

    /** Whether its paragraph has lines that the writer broke, which are not stretched. */
    static boolean isBroken(Examined document, Appearance.Seen line) {
        Inline.Text text = switch (document.meaning().body().get(line.place().index())) {
            case Block.Paragraph it -> it.text();
            case Block.Item it -> it.text();
            case Block.Centred it -> it.text();
            case Block.Table it -> Inline.Text.plain("");
        };
        return text.parts().stream().anyMatch(it -> it instanceof Inline.Break);
    }

    /** From one line of a paragraph to the next, in millimetres; NaN when no paragraph has two on one page. */
    static double pitch(List<Appearance.Seen> lines) {
        double least = Double.NaN;
        for (int i = 0; i + 1 < lines.size(); i++) {
            Appearance.Seen above = lines.get(i);
            Appearance.Seen below = lines.get(i + 1);
            double pitch = below.top() - above.top();
            if (below.place().equals(above.place()) && below.page() == above.page() && pitch > 0) {
                least = Double.isNaN(least) ? pitch : Math.min(least, pitch);
            }
        }
        return least;
    }
}
