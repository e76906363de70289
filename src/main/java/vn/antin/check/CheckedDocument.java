package vn.antin.check;

import vn.antin.kernel.Content;
import vn.antin.kernel.Particulars;

/** Pages that broke no rule. Signing accepts nothing else, and only {@link Gate} makes one. */
public final class CheckedDocument {
    private final Content pdf;
    private final Particulars particulars;

    CheckedDocument(Content pdf, Particulars particulars) {
        this.pdf = pdf;
        this.particulars = particulars;
    }

    public Content pdf() {
        return pdf;
    }

    public Particulars particulars() {
        return particulars;
    }
}
