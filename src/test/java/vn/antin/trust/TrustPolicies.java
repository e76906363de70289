package vn.antin.trust;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Settings of trust for the tests. */
final class TrustPolicies {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private TrustPolicies() {}

    static TrustPolicy of(@Nullable String anchors, @Nullable String url, boolean demonstration) {
        return TrustPolicy.from(
                new TrustProperties(anchors, url, SECOND, SECOND, SECOND, List.of("127.0.0.1")), demonstration);
    }

    static TrustPolicy of(Duration timeout) {
        return TrustPolicy.from(new TrustProperties(null, null, timeout, SECOND, SECOND, List.of()), true);
    }
}
