package vn.antin.bulk;

import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.antin.template.Field;

/**
 * One column of a form.
 *
 * @param name the field's name in the answers; one of the constants for the form's own columns
 * @param heading what stands over it
 * @param hint how to fill it; stands in the second row
 * @param field the question it answers; none for the form's own columns
 */
record Column(
        String name,
        String heading,
        String hint,
        boolean required,
        @Nullable Field field) {
    static final String KEY = "#key";
    static final String AGENCY = "#agency";
    static final String SIGNATORY = "#signatory";

    private static final String MARK = " *";

    /** The heading as it is written: a required column is marked. */
    String written() {
        return required ? heading + MARK : heading;
    }

    /** Whether that is what a person made of the heading: case, spaces and the mark do not matter. */
    boolean isCalled(String typed) {
        String plain = plain(typed);
        return !plain.isEmpty() && (plain.equals(plain(heading)) || plain.equals(name.toLowerCase(Locale.ROOT)));
    }

    static String plain(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFC)
                .replace('*', ' ')
                .replaceAll("[\\s\\p{Z}]+", " ")
                .strip()
                .toLowerCase(Locale.ROOT);
    }
}
