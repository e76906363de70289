package vn.antin.kernel;

/**
 * A kind of administrative document (tên loại văn bản, Decree 30/2020/NĐ-CP art. 7) with the abbreviation of annex III,
 * part I. A letter (công văn) has no name over its text and no abbreviation in its symbol.
 */
public enum DocumentKind {
    DECISION("QUYẾT ĐỊNH", "Quyết định", "QĐ"),
    PLAN("KẾ HOẠCH", "Kế hoạch", "KH"),
    REPORT("BÁO CÁO", "Báo cáo", "BC"),
    LETTER("", "Công văn", "");

    private final String heading;
    private final String vietnamese;
    private final String abbreviation;

    DocumentKind(String heading, String vietnamese, String abbreviation) {
        this.heading = heading;
        this.vietnamese = vietnamese;
        this.abbreviation = abbreviation;
    }

    /** As it stands over the subject, in capitals; empty for a letter. */
    public String heading() {
        return heading;
    }

    /** As it is spoken of in a sentence or a list. */
    public String vietnamese() {
        return vietnamese;
    }

    /** As it stands in a symbol; empty for a letter. */
    public String abbreviation() {
        return abbreviation;
    }

    /**
     * The symbol (ký hiệu) after the number: {@code KH-PGDĐT}; for a letter {@code PGDĐT-CNTT}, the body and then the
     * drafting unit or field (annex I, part I, II.3.b).
     */
    public String symbol(String agencySymbol, String unit) {
        return this == LETTER ? agencySymbol + "-" + unit : abbreviation + "-" + agencySymbol;
    }
}
