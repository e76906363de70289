package vn.antin.issue;

import vn.antin.kernel.Refusal;

/** Why a document cannot take its next step. */
public enum IssueReason implements Refusal.Reason {
    UNKNOWN_DOCUMENT(Refusal.Sort.NOT_FOUND),
    NOT_THIS_STAGE(Refusal.Sort.CONFLICT),
    NOT_YOUR_DOCUMENT(Refusal.Sort.NOT_ALLOWED),
    NOT_A_MEMBER(Refusal.Sort.NOT_ALLOWED),
    ONLY_WRITERS_WRITE(Refusal.Sort.NOT_ALLOWED),
    ONLY_THE_SIGNATORY_SIGNS(Refusal.Sort.NOT_ALLOWED),
    ONLY_THE_REGISTRAR_SEALS(Refusal.Sort.NOT_ALLOWED),
    ONLY_THE_SIGNATORY_WAIVES(Refusal.Sort.NOT_ALLOWED),
    RULE_NOT_WAIVABLE(Refusal.Sort.BAD_INPUT),
    REASON_TOO_SHORT(Refusal.Sort.BAD_INPUT),
    NOT_MENDED(Refusal.Sort.CONFLICT),
    SESSION_NOT_UNDERSTOOD(Refusal.Sort.BAD_INPUT),
    NO_SIGNATORY(Refusal.Sort.CONFLICT),
    NO_REGISTRAR(Refusal.Sort.CONFLICT),
    ANSWERS_WRONG(Refusal.Sort.BAD_INPUT),
    GATE_STOPPED(Refusal.Sort.BAD_INPUT),
    DATA_UNREADABLE(Refusal.Sort.BAD_INPUT),
    DATA_TOO_LARGE(Refusal.Sort.TOO_LARGE),
    OUTPUT_UNWRITABLE(Refusal.Sort.BAD_INPUT),
    /** A draft read from a Word file waits only for a while. */
    WORD_DRAFT_GONE(Refusal.Sort.NOT_FOUND),
    NO_PAPER_CHOSEN(Refusal.Sort.BAD_INPUT),
    /** {0} how many at most. */
    TOO_MANY_PAPERS(Refusal.Sort.TOO_LARGE),
    RUN_UNDER_WAY(Refusal.Sort.CONFLICT),
    RUN_OVER(Refusal.Sort.CONFLICT),
    UNKNOWN_RUN(Refusal.Sort.NOT_FOUND),
    /** Of a paper that somebody saw with other pages. */
    PAGES_CHANGED(Refusal.Sort.CONFLICT),
    PAPER_BROKE_OFF(Refusal.Sort.CONFLICT),
    PIN_FILE_UNREADABLE(Refusal.Sort.UNAVAILABLE),
    CANNOT_KEEP_WORK(Refusal.Sort.UNAVAILABLE);

    private final Refusal.Sort sort;

    IssueReason(Refusal.Sort sort) {
        this.sort = sort;
    }

    @Override
    public Refusal.Sort sort() {
        return sort;
    }
}
