package vn.antin.check;

import vn.antin.kernel.Content;
import vn.antin.kernel.Particulars;

/** Stands in for the gate where a test of a later room makes its own pages. */
public final class PassedDocuments {
    private PassedDocuments() {}

    public static CheckedDocument document(Content pdf, Particulars particulars) {
        return new CheckedDocument(pdf, particulars);
    }
}
