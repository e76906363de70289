package vn.antin.check;

/**
 * Where exactly a rule is written.
 *
 * @param clause article, clause and point within the source, {@code Phụ lục I, Phần I, II.6.a}; may be empty
 */
public record Citation(Source source, String clause) {
    /** Of Decree 30/2020/NĐ-CP. */
    public static Citation decree30(String clause) {
        return new Citation(Source.DECREE_30, clause);
    }

    /** As it is shown to people. */
    public String words() {
        return clause.isEmpty() ? source.title() : source.title() + ", " + clause;
    }
}
