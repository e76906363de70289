package vn.antin.verify;

/** What is to be believed of a whole file: of its worst signature, never more than was proved. */
public enum Conclusion {
    /** Every signature holds, its signer is trusted, and nothing was changed that may not change. */
    TOTAL_PASSED,
    /** Nothing is known to be wrong, and something could not be proved. */
    INDETERMINATE,
    /** The file or a signature in it was changed or forged, or a certificate did not hold. */
    TOTAL_FAILED,
    NO_SIGNATURE,
    NOT_A_PDF,
    /** Damaged, locked with a password, or too large to be judged. */
    UNREADABLE
}
