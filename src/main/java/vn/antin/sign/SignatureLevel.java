package vn.antin.sign;

/** The levels of PAdES (ETSI EN 319 142-1, 6.1), each with what the one before it has. */
public enum SignatureLevel {
    /** The signature alone: its time is only claimed. */
    B_B,
    /** With a time-stamp over the signature. */
    B_T,
    /** With the certificates and the proofs that none was revoked. */
    B_LT,
    /** With a time-stamp over all of it. */
    B_LTA
}
