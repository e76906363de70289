package vn.antin.trust;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an administrator has laid down about trust, in one version; what it means stands in {@code
 * src/docs/levels-and-trust.md}.
 *
 * @param hosts whom may be asked about revocation
 */
record TrustData(
        String version,
        String note,
        List<TrustView.Anchor> anchors,
        List<X509Certificate> intermediates,
        List<TimestampPlace> timestampAuthorities,
        List<AlgorithmLimit> algorithms,
        Set<String> hosts,
        Map<SignatureKind, List<TrustView.Constraint>> constraints) {
    TrustData {
        anchors = List.copyOf(anchors);
        intermediates = List.copyOf(intermediates);
        timestampAuthorities = List.copyOf(timestampAuthorities);
        algorithms = List.copyOf(algorithms);
        hosts = Set.copyOf(hosts);
        constraints = Map.copyOf(constraints);
    }

    List<X509Certificate> anchors(SignatureKind kind, Instant at) {
        return anchors.stream()
                .filter(it -> it.kinds(at).contains(kind))
                .map(TrustView.Anchor::certificate)
                .toList();
    }

    /** Whether any of those days is about the revocation of that kind, and what it says. */
    Optional<Boolean> revocationRequired(SignatureKind kind) {
        return Optional.ofNullable(constraints.get(kind))
                .map(all -> all.stream().anyMatch(TrustView.Constraint::revocation));
    }
}
