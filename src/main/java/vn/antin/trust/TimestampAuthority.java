package vn.antin.trust;

import java.time.Duration;
import vn.antin.kernel.Sha256;

/** A time-stamping authority (tổ chức cấp dấu thời gian; RFC 3161). */
public interface TimestampAuthority {
    /**
     * A time-stamp token over the digest, DER-encoded (RFC 3161, 2.4.2).
     *
     * @throws vn.antin.kernel.Refusal {@link TrustReason#TIMESTAMP_UNAVAILABLE} when none can be had
     */
    byte[] stamp(Sha256 digest);

    /**
     * The same, for work that nobody waits for: one authority in use was measured at up to 131 s.
     *
     * @param longest for all attempts together
     */
    default byte[] stamp(Sha256 digest, Duration longest) {
        return stamp(digest);
    }

    /** Whether it gives stamps; one that does not answers with nothing, an empty array. */
    default boolean stamps() {
        return true;
    }
}
