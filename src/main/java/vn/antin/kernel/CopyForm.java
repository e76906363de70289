package vn.antin.kernel;

/** Forms of copies (hình thức sao; Decree 30/2020/NĐ-CP art. 25) and their abbreviations (annex III, I). */
public enum CopyForm {
    /** Sao y: a full copy of the original (bản gốc) or an authentic one (bản chính). */
    FULL("SAO Y", "SY"),
    /** Sao lục: a copy of a sao y. */
    OF_A_COPY("SAO LỤC", "SL"),
    /** Trích sao: the whole form and a part of the content, composed anew. */
    EXTRACT("TRÍCH SAO", "TrS");

    private final String heading;
    private final String abbreviation;

    CopyForm(String heading, String abbreviation) {
        this.heading = heading;
        this.abbreviation = abbreviation;
    }

    /** As printed on the copy: {@code SAO Y}. */
    public String heading() {
        return heading;
    }

    /** What follows the number and the slash: {@code SY-PGDĐT} (annex I, part II, II.1.c). */
    public String symbol(String agencySymbol) {
        return abbreviation + "-" + agencySymbol;
    }
}
