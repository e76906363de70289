package vn.antin.check;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.antin.compose.Place;

/**
 * What is to be seen of a document: the paper and the components on it as they stand there, whoever set them. It is read
 * from finished pages, or from a Word file, never taken from the renderer's word.
 *
 * @param emptyFields names of the form fields that are there and still empty; a Word file has none
 */
public record Appearance(Origin origin, List<Sheet> sheets, List<Seen> seen, Set<String> emptyFields) {
    public Appearance {
        sheets = List.copyOf(sheets);
        seen = List.copyOf(seen);
        emptyFields = Set.copyOf(emptyFields);
    }

    /** Where it was read. */
    public enum Origin {
        PAGES,
        WORD
    }

    /** The first line of a component, if it was found. */
    public Optional<Seen> first(Place.Part part) {
        return seen.stream().filter(it -> it.place().part() == part).findFirst();
    }

    /** All lines of a component, from above. */
    public List<Seen> all(Place.Part part) {
        return seen.stream().filter(it -> it.place().part() == part).toList();
    }

    /** One page's paper and margins, in millimetres; of a Word file one a section. */
    public record Sheet(int page, double width, double height, double top, double bottom, double left, double right) {}

    /**
     * One line of a component as it stands on the page.
     *
     * @param page from 1; 0 where it cannot be known (Word)
     * @param font family, {@code Times New Roman}; empty when it cannot be known
     * @param size in points; 0 when it cannot be known
     * @param left from the paper's left edge in millimetres, as the other lengths; NaN when it cannot be known
     * @param rule length of the line drawn under it, in millimetres; 0 when there is none, NaN when it cannot be known
     */
    public record Seen(
            Place place,
            int page,
            String text,
            String font,
            double size,
            boolean bold,
            boolean italic,
            double left,
            double top,
            double width,
            double rule) {}
}
