package vn.antin.trust;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * The settings of trust, judged.
 *
 * @param sampleRootAllowed only in the demonstration
 */
record TrustPolicy(
        Optional<Path> anchors, Optional<URI> timestampUrl, Duration timestampTimeout, boolean sampleRootAllowed) {
    private static final Duration LONGEST = Duration.ofMinutes(5);

    static TrustPolicy from(TrustProperties typed, boolean demonstration) {
        return new TrustPolicy(
                Optional.ofNullable(typed.anchors()).filter(it -> !it.isBlank()).map(TrustPolicy::folder),
                Optional.ofNullable(typed.timestampUrl())
                        .filter(it -> !it.isBlank())
                        .map(TrustPolicy::address),
                duration(typed.timestampTimeout()),
                demonstration);
    }

    private static Path folder(String typed) {
        Path folder = Path.of(typed);
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException("antin.trust.anchors is not a folder: " + folder.toAbsolutePath());
        }
        return folder;
    }

    private static URI address(String typed) {
        URI address = URI.create(typed.strip());
        // Plain http is what RFC 3161, 3.4 describes: the answer is signed, so the road to it need not be.
        boolean known = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
        if (!known || address.getHost() == null) {
            throw new IllegalArgumentException("antin.trust.timestamp-url must be http://… or https://…, not " + typed);
        }
        return address;
    }

    private static Duration duration(Duration typed) {
        if (typed.isNegative() || typed.isZero() || typed.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("antin.trust.timestamp-timeout must be above 0 and at most 5m");
        }
        return typed;
    }
}
