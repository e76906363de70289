package vn.antin.trust;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;

/** The certificates from which trust starts (RFC 5280, 6.1), and those known on the way to them. */
public interface TrustAnchors {
    List<X509Certificate> anchors();

    /** Issuing certificates that help to build a path; never trusted by themselves. */
    List<X509Certificate> intermediates();

    /** Names what is believed now; changes whenever it does. */
    default String version() {
        return "";
    }

    /** The same at this moment, with kinds and days: anchors of which nothing more is said vouch for every kind, always. */
    default TrustView view() {
        return new TrustView(
                version(),
                anchors().stream().map(TrustView.Anchor::alwaysForEverything).toList(),
                intermediates(),
                algorithmLimits(),
                Map.of());
    }

    /** Until when each algorithm is to be relied on; empty where nothing is laid down. */
    default List<AlgorithmLimit> algorithmLimits() {
        return List.of();
    }
}
