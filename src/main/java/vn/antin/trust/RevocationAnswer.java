package vn.antin.trust;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An answer about one certificate, before it is asked whether it is still fresh.
 *
 * @param answeredBy whose own revocation must be asked before the answer counts; absent when nobody's
 */
record RevocationAnswer(
        Revocation meaning,
        Instant thisUpdate,
        Instant nextUpdate,
        @Nullable X509Certificate answeredBy) {
    /** Clocks of other people go a little wrong. */
    private static final java.time.Duration SKEW = java.time.Duration.ofMinutes(5);

    boolean fresh(Instant now) {
        return !thisUpdate.isAfter(now.plus(SKEW)) && now.isBefore(nextUpdate);
    }

    /** Reads an answer and proves who gave it. */
    interface Judge {
        RevocationAnswer of(byte[] answer) throws IOException;
    }
}
