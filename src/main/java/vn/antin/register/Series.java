package vn.antin.register;

import java.util.regex.Pattern;
import vn.antin.kernel.DocumentKind;

/**
 * A run of numbers within one body and year (hệ thống số). A body numbers each kind of document by itself; letters are
 * numbered together ({@code CV}), whichever unit drafted them (Decree 30/2020/NĐ-CP annex I, part I, II.3.a).
 */
public record Series(String name) {
    private static final Pattern FORM = Pattern.compile("\\p{Lu}{1,20}");

    public Series {
        if (!FORM.matcher(name).matches()) {
            throw new IllegalArgumentException("A series is named by capitals, such as KH or CV");
        }
    }

    /** The series that a kind of document is numbered in. */
    public static Series of(DocumentKind kind) {
        return new Series(kind == DocumentKind.LETTER ? "CV" : kind.abbreviation());
    }
}
