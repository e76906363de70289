package vn.antin.word;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** What a file's text consists of, in reading order, before anybody knows what it means. */
sealed interface Item {
    int section();

    /**
     * A paragraph.
     *
     * @param marker its automatic number or sign; empty when there is none
     * @param alignment {@code w:jc}: {@code center}, {@code both}, {@code right}; empty for the left
     * @param left indent in twentieths of a point
     */
    record Para(
            Element source,
            String style,
            String marker,
            boolean bullet,
            List<Piece> pieces,
            String alignment,
            int left,
            int section,
            String where)
            implements Item {
        public Para {
            pieces = List.copyOf(pieces);
        }

        Optional<WordStyle> known() {
            return WordStyle.of(style);
        }

        boolean is(WordStyle it) {
            return style.equals(it.id());
        }

        boolean centred() {
            return alignment.equals("center");
        }

        /** Its characters, one space for a break or a tab, without notes and without the marker. */
        String plain() {
            return pieces.stream()
                    .map(it -> switch (it) {
                        case Piece.Letters letters -> letters.text();
                        case Piece.Break line -> " ";
                        case Piece.Tab tab -> " ";
                        case Piece.Note note -> "";
                    })
                    .collect(Collectors.joining())
                    .replace('\u00a0', ' ')
                    .replaceAll(" {2,}", " ")
                    .strip();
        }

        /** With the marker before it, as it is seen. */
        String seen() {
            return (marker + " " + plain()).strip();
        }

        boolean blank() {
            return plain().isEmpty() && pieces.stream().noneMatch(Piece.Note.class::isInstance);
        }

        boolean whollyBold() {
            return !plain().isEmpty()
                    && pieces.stream()
                            .allMatch(it -> !(it instanceof Piece.Letters letters)
                                    || letters.bold()
                                    || letters.text().isBlank());
        }

        Para with(List<Piece> others) {
            return new Para(source, style, marker, bullet, others, alignment, left, section, where);
        }

        /** The parts between tabs, or between three spaces and more, as people part two columns without a table. */
        List<Para> segments() {
            var segments = new ArrayList<Para>();
            var open = new ArrayList<Piece>();
            for (Piece piece : pieces) {
                if (piece instanceof Piece.Tab) {
                    segments.add(with(open));
                    open.clear();
                } else if (piece instanceof Piece.Letters letters
                        && letters.text().matches("(?s).*\\S {3,}\\S.*")) {
                    String[] parts = letters.text().split("(?<=\\S) {3,}(?=\\S)", -1);
                    for (int i = 0; i < parts.length; i++) {
                        open.add(letters.with(parts[i]));
                        if (i < parts.length - 1) {
                            segments.add(with(open));
                            open.clear();
                        }
                    }
                } else {
                    open.add(piece);
                }
            }
            segments.add(with(open));
            return segments.stream().filter(it -> !it.blank()).toList();
        }

        /** The lines between breaks. */
        List<Para> lines() {
            var lines = new ArrayList<Para>();
            var open = new ArrayList<Piece>();
            for (Piece piece : pieces) {
                if (piece instanceof Piece.Break) {
                    lines.add(with(open));
                    open.clear();
                } else {
                    open.add(piece);
                }
            }
            lines.add(with(open));
            return lines.stream().filter(it -> !it.blank()).toList();
        }
    }

    /** A table; rows as they stand, cells with their merges. */
    record Table(Element source, List<Integer> grid, List<Row> rows, String description, int section, String where)
            implements Item {}

    /**
     * A row of a table.
     *
     * @param header whether it is repeated on each page
     */
    record Row(boolean header, List<Cell> cells) {}

    /**
     * A cell of a table.
     *
     * @param merged {@code restart}, {@code continue} or empty
     */
    record Cell(List<Para> paragraphs, int span, String merged) {
        String plain() {
            return paragraphs.stream()
                    .map(Para::seen)
                    .filter(it -> !it.isEmpty())
                    .collect(Collectors.joining(" "));
        }
    }

    /** A piece of a paragraph. */
    sealed interface Piece {
        /**
         * Characters of one look.
         *
         * @param run where it stands in the file; absent when it was made of something else
         */
        record Letters(
                String text,
                boolean bold,
                boolean italic,
                String font,
                double size,
                @Nullable Element run) implements Piece {
            Letters with(String other) {
                return new Letters(other, bold, italic, font, size, run);
            }
        }

        record Break() implements Piece {}

        record Tab() implements Piece {}

        /** A footnote or endnote. */
        record Note(List<Para> paragraphs) implements Piece {}
    }
}
