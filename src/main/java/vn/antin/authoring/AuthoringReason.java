package vn.antin.authoring;

import vn.antin.kernel.Refusal;

/** Why a template cannot be edited, tried or put in force. */
public enum AuthoringReason implements Refusal.Reason {
    NOT_A_MEMBER(Refusal.Sort.NOT_ALLOWED),
    ONLY_WRITERS_EDIT(Refusal.Sort.NOT_ALLOWED),
    ONLY_SIGNATORIES_PUBLISH(Refusal.Sort.NOT_ALLOWED),
    /** The body has nobody in whose name the sample could be set. */
    NO_SIGNATORY(Refusal.Sort.CONFLICT),
    /** Argument: the first trouble, in words. */
    DOES_NOT_WORK(Refusal.Sort.BAD_INPUT),
    /** Argument: the first finding, in words. */
    GATE_STOPS_SAMPLE(Refusal.Sort.BAD_INPUT),
    TITLE_MISSING(Refusal.Sort.BAD_INPUT),
    /** This person's earlier preview is not done yet, or too many are being made. */
    PREVIEW_BUSY(Refusal.Sort.TOO_OFTEN),
    /** The pages were made too long ago. */
    PREVIEW_GONE(Refusal.Sort.NOT_FOUND);

    private final Refusal.Sort sort;

    AuthoringReason(Refusal.Sort sort) {
        this.sort = sort;
    }

    @Override
    public Refusal.Sort sort() {
        return sort;
    }
}
