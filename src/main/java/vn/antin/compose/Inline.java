package vn.antin.compose;

import java.util.List;
import java.util.stream.Collectors;

/** A piece of running text. */
public sealed interface Inline {
    /** Characters in one style. */
    record Run(String text, boolean bold, boolean italic) implements Inline {}

    /** The mark of a footnote; numbered by us in the order of the marks. */
    record Footnote(int number, Text note) implements Inline {}

    /** A line break asked for by the writer. */
    record Break() implements Inline {}

    /** Running text: runs, footnote marks and breaks in order. */
    record Text(List<Inline> parts) {
        public Text {
            parts = List.copyOf(parts);
        }

        public static Text plain(String text) {
            return new Text(List.of(new Run(text, false, false)));
        }

        /** The characters without styles and without notes. */
        public String plain() {
            return parts.stream()
                    .map(part -> switch (part) {
                        case Run run -> run.text();
                        case Footnote note -> "";
                        case Break line -> "\n";
                    })
                    .collect(Collectors.joining());
        }

        public boolean isBlank() {
            return plain().isBlank();
        }
    }
}
