package vn.antin.trust;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator has laid down about trust, in one version; what it means stands in {@code
 * src/docs/levels-and-trust.md}.
 *
 * @param hosts whom may be asked about revocation
 */
record TrustData(
        String version,
        String note,
        List<Anchor> anchors,
        List<X509Certificate> intermediates,
        List<TimestampPlace> timestampAuthorities,
        List<AlgorithmLimit> algorithms,
        Set<String> hosts,
        Map<SignatureKind, Constraint> constraints) {
    TrustData {
        anchors = List.copyOf(anchors);
        intermediates = List.copyOf(intermediates);
        timestampAuthorities = List.copyOf(timestampAuthorities);
        algorithms = List.copyOf(algorithms);
        hosts = Set.copyOf(hosts);
        constraints = Map.copyOf(constraints);
    }

    /** A certificate from which trust starts, for signatures of those kinds made in that time. */
    record Anchor(
            String name,
            X509Certificate certificate,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            Set<SignatureKind> kinds) {
        Anchor {
            kinds = Set.copyOf(kinds);
        }

        boolean inForce(Instant at) {
            LocalDate day = at.atZone(ZoneOffset.UTC).toLocalDate();
            return (from == null || !day.isBefore(from)) && (until == null || !day.isAfter(until));
        }
    }

    /**
     * What a signature of a kind must have.
     *
     * @param revocation whether it must be shown that no certificate was revoked
     */
    record Constraint(boolean revocation, boolean timestamp) {}

    List<X509Certificate> anchors(SignatureKind kind, Instant at) {
        return anchors.stream()
                .filter(it -> it.kinds().contains(kind) && it.inForce(at))
                .map(Anchor::certificate)
                .toList();
    }

    Optional<Constraint> constraint(SignatureKind kind) {
        return Optional.ofNullable(constraints.get(kind));
    }
}
