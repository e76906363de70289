package vn.antin.agency;

import java.time.Instant;

/** What the register says of a certificate at a moment. */
public sealed interface Standing {
    /** The register has never heard of it. */
    record Unknown() implements Standing {}

    /** It is theirs, and in force. */
    record InForce(Holder holder) implements Standing {}

    /** It is theirs only from {@code from} on. */
    record NotYet(Holder holder, Instant from) implements Standing {}

    /** Tạm ngừng: they may not use it for the time being. */
    record Suspended(Holder holder, Instant since) implements Standing {}

    /** Thu hồi: it is no longer theirs, and will not be again. */
    record Withdrawn(Holder holder, Instant since) implements Standing {}

    /** Outside the time that the certificate itself names. */
    record Expired(Holder holder, Instant since) implements Standing {}
}
