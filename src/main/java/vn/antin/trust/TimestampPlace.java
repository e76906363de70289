package vn.antin.trust;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A time-stamping authority that may be asked.
 *
 * @param certificate whom its stamps must come from; absent means whoever an anchor vouches for
 * @param limit for one answer
 * @param attempts at least 1
 */
record TimestampPlace(
        String name,
        URI address,
        Optional<X509Certificate> certificate,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        Duration limit,
        int attempts) {
    boolean inForce(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (until == null || !day.isAfter(until));
    }
}
