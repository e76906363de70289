package vn.antin.issue;

/** How far a document has got on the outgoing road. */
public enum Stage {
    /** Bản thảo: answers are kept, something is still wrong or missing. */
    DRAFT,
    /** Pages are made and the gate has let them pass; they wait for the signatory. */
    CHECKED,
    /** Signed; waits for number, date and seal. */
    SIGNED,
    /** Number and date are in the register and belong to it for ever; waits for the seal. */
    NUMBERED,
    /** Sealed; waits to be archived. */
    SEALED,
    /** The original is in the archive: the end of the road. */
    ARCHIVED,
    /** Given up before it was signed. */
    WITHDRAWN;

    /** Whether the answers may still be changed: only until the first signature. */
    public boolean open() {
        return this == DRAFT || this == CHECKED;
    }
}
