package vn.antin.register;

import java.util.regex.Pattern;
import vn.antin.kernel.DocumentKind;

/**
 * A run of numbers within one body and year (hệ thống số). A body numbers each kind of document by itself; letters are
 * numbered together ({@code CV}), whichever unit drafted them (Decree 30/2020/NĐ-CP annex I, part I, II.3.a).
 */
public record Series(String name) {
    private static final Pattern FORM = Pattern.compile("\\p{Lu}\\p{L}{0,19}");

    public Series {
        if (!FORM.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "A series is named by letters, the first a capital, such as KH, CTr or CV");
        }
    }

    /** The series that a kind of document is numbered in. */
    public static Series of(DocumentKind kind) {
        return switch (kind) {
            case LETTER -> new Series("CV");
            case PUBLIC_LETTER -> new Series("THƯ");
            default -> new Series(kind.abbreviation());
        };
    }
}
