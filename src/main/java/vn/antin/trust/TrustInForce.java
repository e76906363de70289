package vn.antin.trust;

import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.DSAPublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The trust data in force together with the operator's folder of anchors and the time-stamping authority of the settings,
 * which are what there is until an administrator lays down more.
 */
final class TrustInForce implements TrustStatus {
    private static final int USUAL_ATTEMPTS = 2;

    private final TrustAnchors folder;
    private final TrustPolicy policy;
    private final Supplier<TrustData> kept;
    private final AtomicReference<@Nullable TrustData> data = new AtomicReference<>();

    /** @param kept what was last put in force; asked when it is first needed, so that no database is opened before */
    TrustInForce(TrustAnchors folder, TrustPolicy policy, Supplier<TrustData> kept) {
        this.folder = folder;
        this.policy = policy;
        this.kept = kept;
    }

    /** From now on these are in force. */
    void put(TrustData newer) {
        data.set(newer);
    }

    TrustData data() {
        TrustData known = data.get();
        if (known != null) {
            return known;
        }
        TrustData read = kept.get();
        return data.compareAndSet(null, read) ? read : data();
    }

    /** Those of the operator's folder alone. */
    List<X509Certificate> folderAnchors() {
        return folder.anchors();
    }

    /** Those that may vouch for a time-stamp made now. */
    TrustAnchors ofTimestamps(Clock clock) {
        return new TrustAnchors() {
            @Override
            public List<X509Certificate> anchors() {
                return TrustInForce.this.anchors(SignatureKind.TIMESTAMP, clock.instant());
            }

            @Override
            public List<X509Certificate> intermediates() {
                return TrustInForce.this.intermediates();
            }
        };
    }

    /** Whom to ask for time-stamps, in order: those laid down, else the one of the settings. */
    List<TimestampPlace> places() {
        var laidDown = data().timestampAuthorities();
        if (!laidDown.isEmpty()) {
            return laidDown;
        }
        Duration limit = policy.timestampTimeout();
        return policy
                .timestampUrl()
                .map(it -> new TimestampPlace(it.getHost(), it, Optional.empty(), null, null, limit, USUAL_ATTEMPTS))
                .stream()
                .toList();
    }

    @Override
    public String version() {
        return data().version();
    }

    /** Everything of one version: the data are read once. */
    @Override
    public TrustView view() {
        TrustData now = data();
        var all = new ArrayList<>(folder.view().trusted());
        all.addAll(now.anchors());
        return new TrustView(now.version(), all, intermediates(now), now.algorithms(), now.constraints());
    }

    @Override
    public List<X509Certificate> anchors(SignatureKind kind, Instant at) {
        return Stream.concat(folder.anchors().stream(), data().anchors(kind, at).stream())
                .distinct()
                .toList();
    }

    @Override
    public List<X509Certificate> anchors() {
        return Stream.concat(
                        folder.anchors().stream(), data().anchors().stream().map(TrustView.Anchor::certificate))
                .distinct()
                .toList();
    }

    @Override
    public List<X509Certificate> intermediates() {
        return intermediates(data());
    }

    private List<X509Certificate> intermediates(TrustData data) {
        var all = new ArrayList<>(folder.intermediates());
        data.intermediates().stream().filter(it -> !all.contains(it)).forEach(all::add);
        return List.copyOf(all);
    }

    @Override
    public List<AlgorithmLimit> algorithmLimits() {
        return data().algorithms();
    }

    @Override
    public Optional<AlgorithmLimit> limit(PublicKey key) {
        return switch (key) {
            case RSAPublicKey rsa -> limit("RSA", rsa.getModulus().bitLength());
            case DSAPublicKey dsa -> limit("DSA", dsa.getParams().getP().bitLength());
            case ECPublicKey ec -> limit("ECDSA", ec.getParams().getOrder().bitLength());
            default -> Optional.empty();
        };
    }

    private Optional<AlgorithmLimit> limit(String algorithm, int bits) {
        return data().algorithms().stream()
                .filter(it -> it.algorithm().equals(algorithm) && it.bits() <= bits)
                .max(Comparator.comparingInt(AlgorithmLimit::bits));
    }

    @Override
    public Optional<AlgorithmLimit> limit(String digest) {
        return data().algorithms().stream()
                .filter(it -> it.bits() == 0 && it.algorithm().equals(digest))
                .findFirst();
    }

    @Override
    public Optional<Boolean> revocationRequired(SignatureKind kind) {
        return data().revocationRequired(kind);
    }

    @Override
    public boolean mayAsk(String host) {
        return data().hosts().contains(host) || policy.revocationHosts().contains(host);
    }
}
