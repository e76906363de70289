package vn.antin.trust;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Until when an algorithm is to be relied on.
 *
 * @param algorithm a digest ({@code SHA1}, {@code SHA256} …) or a kind of key ({@code RSA}, {@code DSA}, {@code ECDSA})
 * @param bits for a kind of key, the shortest that this limit is about: the longest one at or below a key's length
 *     counts; 0 for a digest
 * @param until its last day, UTC; absent when no end is known
 * @param source who says so
 */
public record AlgorithmLimit(
        String algorithm, int bits, @Nullable LocalDate until, String source) {
    /** From this instant on it proves nothing that was not proved before. */
    public Optional<Instant> end() {
        return Optional.ofNullable(until)
                .map(it -> it.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    /** {@code RSA-2048}, {@code SHA1}. */
    public String name() {
        return bits == 0 ? algorithm : algorithm + "-" + bits;
    }
}
