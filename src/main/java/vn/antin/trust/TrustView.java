package vn.antin.trust;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.jspecify.annotations.Nullable;

/**
 * All that is believed at one moment; it never changes, so a whole file is judged by the same. Two that are equal say the
 * same: what was made out of one holds as long as the next is equal to it.
 *
 * @param trusted a certificate may stand in more than one entry, for other kinds and other days
 * @param constraints what signatures of a kind must have, each in its days; a kind without any needs nothing more
 */
public record TrustView(
        String version,
        List<Anchor> trusted,
        List<X509Certificate> intermediates,
        List<AlgorithmLimit> algorithmLimits,
        Map<SignatureKind, List<Constraint>> constraints)
        implements TrustAnchors {
    /** Every kind: what an operator's folder of anchors is believed for. */
    public static final Set<SignatureKind> EVERY_KIND = Set.of(SignatureKind.values());

    public TrustView {
        trusted = List.copyOf(trusted);
        intermediates = List.copyOf(intermediates);
        algorithmLimits = List.copyOf(algorithmLimits);
        var copy = new EnumMap<SignatureKind, List<Constraint>>(SignatureKind.class);
        constraints.forEach((kind, all) -> copy.put(kind, List.copyOf(all)));
        constraints = Map.copyOf(copy);
    }

    @Override
    public List<X509Certificate> anchors() {
        return trusted.stream().map(Anchor::certificate).distinct().toList();
    }

    @Override
    public TrustView view() {
        return this;
    }

    /** What a signature of that kind made at that instant must have. */
    public List<Constraint> constraints(SignatureKind kind, Instant at) {
        return constraints.getOrDefault(kind, List.of()).stream()
                .filter(it -> it.days().include(at))
                .toList();
    }

    /**
     * Days, UTC, both included.
     *
     * @param from absent: since ever
     * @param until absent: no end is known
     */
    public record Days(@Nullable LocalDate from, @Nullable LocalDate until) {
        public static final Days ALL = new Days(null, null);

        boolean include(Instant at) {
            LocalDate day = at.atZone(ZoneOffset.UTC).toLocalDate();
            return (from == null || !day.isBefore(from)) && (until == null || !day.isAfter(until));
        }
    }

    /** A certificate from which trust starts, for signatures of those kinds made in those days. */
    public record Anchor(String name, X509Certificate certificate, Set<SignatureKind> kinds, Days days) {
        public Anchor {
            kinds = Set.copyOf(kinds);
        }

        /** One of which nothing more is said than that it is believed. */
        static Anchor alwaysForEverything(X509Certificate it) {
            var subject = X500Name.getInstance(it.getSubjectX500Principal().getEncoded());
            RDN[] names = subject.getRDNs(BCStyle.CN);
            String name = names.length == 0
                    ? subject.toString()
                    : IETFUtils.valueToString(names[0].getFirst().getValue());
            return new Anchor(name, it, EVERY_KIND, Days.ALL);
        }

        /** The kinds in which it may vouch for what was made at that instant. */
        public Set<SignatureKind> kinds(Instant at) {
            return days.include(at) ? kinds : EnumSet.noneOf(SignatureKind.class);
        }
    }

    /** What a key in a certificate may be used for, as far as signing goes (RFC 5280, 4.2.1.3). */
    public enum KeyUse {
        DIGITAL_SIGNATURE,
        NON_REPUDIATION
    }

    /**
     * What a signature of a kind must have.
     *
     * @param days in which it must have been made for this to matter
     * @param revocation whether it must be shown that no certificate was revoked
     * @param timestamp whether a time-stamp must prove when it was made
     * @param keys shortest key of each algorithm, in bits; other algorithms are not accepted; empty: any
     * @param policies the signing certificate must be issued under one of these (RFC 5280, 4.2.1.4); empty: any
     * @param uses the signing certificate must name one of these; empty: any
     */
    public record Constraint(
            Days days,
            boolean revocation,
            boolean timestamp,
            Map<String, Integer> keys,
            Set<String> policies,
            Set<KeyUse> uses) {
        public Constraint {
            keys = Map.copyOf(keys);
            policies = Set.copyOf(policies);
            uses = Set.copyOf(uses);
        }
    }

    /** What limits a key of that length; empty when nothing does. */
    public Optional<AlgorithmLimit> limit(String algorithm, int bits) {
        return algorithmLimits.stream()
                .filter(it -> it.algorithm().equals(algorithm) && it.bits() > 0 && it.bits() <= bits)
                .max(java.util.Comparator.comparingInt(AlgorithmLimit::bits));
    }
}
