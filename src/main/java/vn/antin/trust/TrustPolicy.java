package vn.antin.trust;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import vn.antin.kernel.Refusal;

/**
 * The settings of trust, judged.
 *
 * @param sampleRootAllowed only in the demonstration
 */
record TrustPolicy(
        Optional<Path> anchors,
        Optional<URI> timestampUrl,
        Duration timestampTimeout,
        Duration timestampPatience,
        Duration revocationTimeout,
        Set<String> revocationHosts,
        boolean sampleRootAllowed) {
    private static final Duration LONGEST = Duration.ofMinutes(5);

    static TrustPolicy from(TrustProperties typed, boolean demonstration) {
        return new TrustPolicy(
                Optional.ofNullable(typed.anchors()).filter(it -> !it.isBlank()).map(TrustPolicy::folder),
                Optional.ofNullable(typed.timestampUrl())
                        .filter(it -> !it.isBlank())
                        .map(TrustPolicy::address),
                duration(typed.timestampTimeout(), "antin.trust.timestamp-timeout"),
                duration(typed.timestampPatience(), "antin.trust.timestamp-patience"),
                duration(typed.revocationTimeout(), "antin.trust.revocation-timeout"),
                Set.copyOf(typed.revocationHosts()),
                demonstration);
    }

    private static Path folder(String typed) {
        Path folder = Path.of(typed);
        if (!Files.isDirectory(folder)) {
            throw new Refusal(
                    TrustReason.ANCHORS_UNREADABLE, folder.toAbsolutePath().toString());
        }
        return folder;
    }

    private static URI address(String typed) {
        URI address;
        try {
            address = new URI(typed.strip());
        } catch (URISyntaxException e) {
            throw new Refusal(TrustReason.TIMESTAMP_SETTING_WRONG, e, "antin.trust.timestamp-url");
        }
        // Plain http is what RFC 3161, 3.4 describes: the answer is signed, so the road to it need not be.
        boolean known = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
        if (!known || address.getHost() == null) {
            throw new Refusal(TrustReason.TIMESTAMP_SETTING_WRONG, "antin.trust.timestamp-url");
        }
        return address;
    }

    private static Duration duration(Duration typed, String setting) {
        if (typed.isNegative() || typed.isZero() || typed.compareTo(LONGEST) > 0) {
            throw new Refusal(TrustReason.TIMESTAMP_SETTING_WRONG, setting);
        }
        return typed;
    }
}
