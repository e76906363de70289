package vn.antin.render;

import java.util.List;

/** Something placed on a page, in points; x from the page's left edge, y upwards. */
sealed interface Mark {
    /** The same thing higher by {@code dy}. */
    Mark raised(float dy);

    /**
     * Words on one baseline.
     *
     * @param y of the baseline
     * @param stretch added to each space to fill a justified line
     */
    record Text(List<Span> spans, float x, float y, float stretch, Tag tag) implements Mark {
        @Override
        public Text raised(float dy) {
            return new Text(spans, x, y + dy, stretch, tag);
        }
    }

    /** Characters in one style; {@code rise} over the baseline for a footnote's mark. */
    record Span(String text, Style style, float rise) {}

    /** A drawn line, never a part of the text. */
    record Stroke(float x1, float y1, float x2, float y2, float weight) implements Mark {
        @Override
        public Stroke raised(float dy) {
            return new Stroke(x1, y1 + dy, x2, y2 + dy, weight);
        }
    }

    /** A reserved box that number, date, signature or seal will fill. */
    record Box(Field field, float x, float y, float width, float height, Style style, Tag tag) implements Mark {
        @Override
        public Box raised(float dy) {
            return new Box(field, x, y + dy, width, height, style, tag);
        }
    }

    /** Black, as everything is, or the bright red of an urgency stamp (annex I, part I, I.4 and III.2.b). */
    enum Ink {
        BLACK,
        RED
    }

    /**
     * Words in a single frame of the same ink.
     *
     * @param textX where the words begin
     * @param baseline of the words
     * @param x lower left corner of the frame, as {@code y}
     */
    record Stamp(
            Span words,
            float textX,
            float baseline,
            float x,
            float y,
            float width,
            float height,
            float weight,
            Ink ink,
            Tag tag)
            implements Mark {
        @Override
        public Stamp raised(float dy) {
            return new Stamp(words, textX, baseline + dy, x, y + dy, width, height, weight, ink, tag);
        }
    }

    /** A QR code (ISO/IEC 18004) in a square of the given side, quiet zone included. */
    record Qr(String content, float x, float y, float side, Tag tag) implements Mark {
        @Override
        public Qr raised(float dy) {
            return new Qr(content, x, y + dy, side, tag);
        }
    }
}
