package vn.antin.trust;

import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What is believed at an instant, by the trust data in force. */
public interface TrustStatus extends TrustAnchors {
    @Override
    String version();

    /** The certificates from which trust in a signature of that kind, made at that instant, starts. */
    List<X509Certificate> anchors(SignatureKind kind, Instant at);

    /** All the anchors of the version in force, whatever their time: what old signatures were built on. */
    @Override
    List<X509Certificate> anchors();

    @Override
    List<AlgorithmLimit> algorithmLimits();

    /** What limits a key; empty when nothing does. */
    Optional<AlgorithmLimit> limit(PublicKey key);

    /** What limits a digest, {@code SHA256}; empty when nothing does. */
    Optional<AlgorithmLimit> limit(String digest);

    /** Whether a signature of that kind must show that no certificate was revoked; empty when nothing is laid down. */
    Optional<Boolean> revocationRequired(SignatureKind kind);

    /** Whether that host may be asked about revocation: addresses in certificates are other people's words. */
    boolean mayAsk(String host);
}
