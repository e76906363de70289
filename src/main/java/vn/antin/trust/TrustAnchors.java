package vn.antin.trust;

import java.security.cert.X509Certificate;
import java.util.List;

/** The certificates from which trust starts (RFC 5280, 6.1), and those known on the way to them. */
public interface TrustAnchors {
    List<X509Certificate> anchors();

    /** Issuing certificates that help to build a path; never trusted by themselves. */
    List<X509Certificate> intermediates();

    /** Names what is believed now; changes whenever it does. */
    default String version() {
        return "";
    }

    /** Until when each algorithm is to be relied on; empty where nothing is laid down. */
    default List<AlgorithmLimit> algorithmLimits() {
        return List.of();
    }
}
