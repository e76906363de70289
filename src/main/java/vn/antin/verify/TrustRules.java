package vn.antin.verify;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.PolicyInformation;
import org.bouncycastle.cert.X509CertificateHolder;
import org.jspecify.annotations.Nullable;
import vn.antin.trust.AlgorithmLimit;
import vn.antin.trust.SignatureKind;
import vn.antin.trust.TrustView;

/**
 * What an administrator laid down about signatures of a kind, and whether a signature keeps to it at the time that is
 * proved for it: at which anchor its chain ends, whether that anchor is believed for such signatures then, and whether the
 * signature has what its kind must have. Only adds to what the standard's validation asks; what is laid down stands in
 * {@code src/docs/levels-and-trust.md}.
 */
final class TrustRules {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");
    private static final Set<SignatureKind> SIGNING = EnumSet.of(SignatureKind.PUBLIC, SignatureKind.OFFICIAL);
    private static final Set<SignatureKind> STAMPING = EnumSet.of(SignatureKind.TIMESTAMP);

    private final TrustView view;
    private final CertificatePaths paths;
    private final Phrases phrases;

    TrustRules(TrustView view, Phrases phrases) {
        this.view = view;
        this.paths = new CertificatePaths(view);
        this.phrases = phrases;
    }

    TrustView view() {
        return view;
    }

    /** Certificates of the installation. */
    List<X509CertificateHolder> known() {
        return paths.known();
    }

    /**
     * One signature of a file.
     *
     * @param examined absent when nothing could be made of it
     * @param stamp whether it is a time-stamp over the document
     * @param end where what it covers ends; a time-stamp proves what ends before
     * @param passed whether the standard's validation passed it
     * @param stampPassed whether that passed a time-stamp of it, or it as a time-stamp
     * @param bestTime the earliest time proved by that; absent when it told none
     */
    record Made(
            Optional<SignatureValue> examined,
            boolean stamp,
            int end,
            boolean passed,
            boolean stampPassed,
            @Nullable Instant bestTime) {
        /** What there is to be asked of; a broken one is not. */
        Optional<SignatureValue> value() {
            return examined.filter(it -> !it.broken() && it.signer() != null);
        }
    }

    /**
     * What is to be said of one.
     *
     * @param remarks with the words for each
     * @param stamped the time that an accepted time-stamp of its own proves
     * @param anchor where its chain ends; absent when at none that is accepted
     */
    record Verdict(
            Map<Finding, Report.Remark> remarks, @Nullable Instant stamped, Report.@Nullable Anchor anchor) {
        static final Verdict NONE = new Verdict(Map.of(), null, null);
    }

    /**
     * Of all the signatures of a file, in the same order.
     *
     * @param others certificates that the file has beside those in the signatures
     * @param revocation whether the standard's validation required it to be shown that no certificate was revoked
     */
    List<Verdict> of(
            List<Made> all,
            Collection<X509CertificateHolder> others,
            boolean revocation,
            Instant now,
            Deadline deadline) {
        return new Work(all, others, revocation, now, deadline).verdicts();
    }

    /** A time that is proved for whatever ends before a place. */
    private record Proof(int end, Instant at) {}

    private final class Work {
        private final List<Made> all;
        private final Collection<X509CertificateHolder> others;
        private final boolean revocation;
        private final Instant now;
        private final Deadline deadline;
        private final List<Proof> proofs = new ArrayList<>();
        private final List<Proof> refused = new ArrayList<>();

        Work(
                List<Made> all,
                Collection<X509CertificateHolder> others,
                boolean revocation,
                Instant now,
                Deadline deadline) {
            this.all = all;
            this.others = others;
            this.revocation = revocation;
            this.now = now;
            this.deadline = deadline;
        }

        List<Verdict> verdicts() {
            var verdicts = new Verdict[all.size()];
            // Time-stamps over the document first, the last one before the others: it proves when they were there.
            Stream.iterate(0, i -> i < all.size(), i -> i + 1)
                    .filter(i -> all.get(i).stamp())
                    .sorted(Comparator.comparingInt((Integer i) -> all.get(i).end())
                            .reversed())
                    .forEach(i -> verdicts[i] = stamp(all.get(i)));
            for (int i = 0; i < verdicts.length; i++) {
                if (verdicts[i] == null) {
                    verdicts[i] = signature(all.get(i));
                }
            }
            return Arrays.asList(verdicts);
        }

        private Instant proved(int end) {
            return proofs.stream()
                    .filter(it -> it.end() > end)
                    .map(Proof::at)
                    .min(Comparator.naturalOrder())
                    .orElse(now);
        }

        private Verdict stamp(Made made) {
            SignatureValue value = made.value().orElse(null);
            X509CertificateHolder signer = value == null ? null : value.signer();
            Instant claimed = value == null ? null : value.stamped();
            if (signer == null || claimed == null) {
                return Verdict.NONE;
            }
            Kept kept = kept(signer, made, STAMPING, proved(made.end()), true);
            if (made.passed()) {
                (kept.accepted() ? proofs : refused).add(new Proof(made.end(), claimed));
            }
            return new Verdict(kept.remarks, made.passed() && kept.accepted() ? claimed : null, kept.anchor);
        }

        private Verdict signature(Made made) {
            SignatureValue value = made.value().orElse(null);
            X509CertificateHolder signer = value == null ? null : value.signer();
            if (value == null || signer == null) {
                return Verdict.NONE;
            }
            Instant until = proved(made.end());
            Map<Finding, Report.Remark> ofStamps = new EnumMap<>(Finding.class);
            Instant stamped = null;
            for (SignatureValue.Stamp it : value.stamps()) {
                List<TrustView.Anchor> reached = anchors(it.authority(), made);
                if (reached.isEmpty()) {
                    // A stranger's time-stamp proves nothing, to nobody.
                    continue;
                }
                Kept kept = kept(it.authority(), made, STAMPING, until, false);
                if (!kept.accepted()) {
                    ofStamps.putAll(refusal(kept, it.authority(), made.stampPassed()));
                } else if (made.stampPassed() && (stamped == null || it.time().isBefore(stamped))) {
                    stamped = it.time();
                }
            }
            if (stamped != null && made.bestTime() != null && made.bestTime().isAfter(stamped)) {
                stamped = made.bestTime();
            }
            boolean relied = refused.stream().anyMatch(it -> it.end() > made.end());
            if (relied) {
                ofStamps.putIfAbsent(
                        Finding.TRUST_STAMP, phrases.of(Finding.TRUST_STAMP, phrases.text("trust.later-stamp")));
            }
            Instant at = stamped != null && stamped.isBefore(until) ? stamped : until;
            Kept kept = kept(signer, made, SIGNING, at, at.isBefore(now));
            kept.remarks.putAll(ofStamps);
            return new Verdict(kept.remarks, stamped, kept.anchor);
        }

        /** Whoever passed the signature may have relied on a time-stamp that may not be relied on. */
        private Map<Finding, Report.Remark> refusal(Kept kept, X509CertificateHolder authority, boolean relied) {
            Finding finding = relied ? Finding.TRUST_STAMP : Finding.TRUST_STAMP_IGNORED;
            String why = kept.remarks.values().stream().map(Report.Remark::text).collect(Collectors.joining(" "));
            return Map.of(finding, phrases.of(finding, why.isEmpty() ? name(authority) : why));
        }

        private List<TrustView.Anchor> anchors(X509CertificateHolder certificate, Made made) {
            List<TrustView.Anchor> reached = paths.anchorsOf(
                    certificate, made.value().map(SignatureValue::certificates).orElse(List.of()), deadline);
            return reached.isEmpty() && !others.isEmpty() ? paths.anchorsOf(certificate, others, deadline) : reached;
        }

        /** @param proved whether {@code at} is proved by a time-stamp, or is merely now */
        private Kept kept(
                X509CertificateHolder certificate, Made made, Set<SignatureKind> wanted, Instant at, boolean proved) {
            var kept = new Kept();
            Instant expiry = certificate.getNotAfter().toInstant();
            if (expiry.isBefore(at)) {
                // What follows from it is for the standard's validation to say; a person is told the day.
                kept.say(Finding.CERTIFICATE_EXPIRED, phrases.time(expiry), phrases.time(at));
            }
            List<TrustView.Anchor> reached = anchors(certificate, made);
            if (reached.isEmpty()) {
                if (made.passed()) {
                    // Where the chain ends is not understood, so neither is for what it counts.
                    kept.say(Finding.TRUST_PATH);
                }
                return kept;
            }
            Set<SignatureKind> kinds = EnumSet.noneOf(SignatureKind.class);
            TrustView.Anchor end = null;
            for (TrustView.Anchor it : reached) {
                var its = EnumSet.noneOf(SignatureKind.class);
                its.addAll(it.kinds(at));
                its.retainAll(wanted);
                end = end == null && !its.isEmpty() ? it : end;
                kinds.addAll(its);
            }
            if (end == null) {
                Optional<TrustView.Anchor> otherDays = reached.stream()
                        .filter(it -> it.kinds().stream().anyMatch(wanted::contains))
                        .findFirst();
                TrustView.Anchor first = otherDays.orElse(reached.getFirst());
                if (otherDays.isPresent()) {
                    Set<SignatureKind> its = EnumSet.copyOf(wanted);
                    its.retainAll(first.kinds());
                    kept.say(Finding.TRUST_TIME, first.name(), kinds(its), days(first.days()), phrases.time(at));
                } else {
                    kept.say(Finding.TRUST_KIND, first.name(), kinds(first.kinds()), kinds(wanted));
                }
                return kept;
            }
            kept.anchor = new Report.Anchor(end.name(), List.copyOf(kinds), at, view.version());
            strong(kept, certificate, at);
            for (SignatureKind kind : kinds) {
                for (TrustView.Constraint it : view.constraints(kind, at)) {
                    constraint(kept, it, kind, certificate, proved);
                }
            }
            return kept;
        }

        private void strong(Kept kept, X509CertificateHolder certificate, Instant at) {
            KeyStrength key = KeyStrength.of(certificate.getSubjectPublicKeyInfo());
            Optional<AlgorithmLimit> limit = view.limit(key.algorithm(), key.bits());
            limit.flatMap(AlgorithmLimit::end)
                    .filter(end -> !at.isBefore(end))
                    .ifPresent(end -> kept.say(
                            Finding.TRUST_ALGORITHM,
                            key.toString(),
                            day(limit.orElseThrow().until()),
                            phrases.time(at)));
        }

        private void constraint(
                Kept kept,
                TrustView.Constraint asked,
                SignatureKind kind,
                X509CertificateHolder certificate,
                boolean proved) {
            String words = kinds(Set.of(kind));
            KeyStrength key = KeyStrength.of(certificate.getSubjectPublicKeyInfo());
            if (!asked.keys().isEmpty() && key.bits() < asked.keys().getOrDefault(key.algorithm(), Integer.MAX_VALUE)) {
                kept.say(Finding.TRUST_KEY, words, key.toString());
            }
            if (!asked.policies().isEmpty() && policies(certificate).stream().noneMatch(asked.policies()::contains)) {
                kept.say(
                        Finding.TRUST_POLICY,
                        words,
                        asked.policies().stream().sorted().collect(Collectors.joining(", ")));
            }
            if (!asked.uses().isEmpty() && asked.uses().stream().noneMatch(it -> mayBeUsed(certificate, it))) {
                kept.say(Finding.TRUST_USAGE, words);
            }
            if (asked.revocation() && !revocation) {
                kept.say(Finding.TRUST_REVOCATION, words);
            }
            if (asked.timestamp() && kind != SignatureKind.TIMESTAMP && !proved) {
                kept.say(Finding.TRUST_NO_STAMP, words);
            }
        }
    }

    /** What was found of one certificate. */
    private final class Kept {
        private final Map<Finding, Report.Remark> remarks = new EnumMap<>(Finding.class);
        private Report.@Nullable Anchor anchor;

        void say(Finding finding, Object... arguments) {
            remarks.put(finding, phrases.of(finding, arguments));
        }

        boolean accepted() {
            return anchor != null
                    && remarks.keySet().stream().allMatch(it -> it.atBest() == Report.Indication.TOTAL_PASSED);
        }
    }

    private String kinds(Set<SignatureKind> kinds) {
        return kinds.stream()
                .sorted()
                .map(it -> phrases.text("trust.kind." + it))
                .collect(Collectors.joining(", "));
    }

    private String days(TrustView.Days it) {
        return Stream.of(
                        it.from() == null ? "" : phrases.text("trust.from", day(it.from())),
                        it.until() == null ? "" : phrases.text("trust.until", day(it.until())))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static String day(@Nullable LocalDate it) {
        return it == null ? "" : DAY.format(it);
    }

    private static String name(X509CertificateHolder it) {
        return it.getSubject().toString();
    }

    private static Set<String> policies(X509CertificateHolder it) {
        try {
            var policies = it.getExtensions() == null ? null : CertificatePolicies.fromExtensions(it.getExtensions());
            return policies == null
                    ? Set.of()
                    : Arrays.stream(policies.getPolicyInformation())
                            .map(PolicyInformation::getPolicyIdentifier)
                            .map(ASN1ObjectIdentifier::getId)
                            .collect(Collectors.toSet());
        } catch (RuntimeException e) {
            // An extension that cannot be read names none.
            return Set.of();
        }
    }

    private static boolean mayBeUsed(X509CertificateHolder it, TrustView.KeyUse use) {
        int bit = switch (use) {
            case DIGITAL_SIGNATURE -> KeyUsage.digitalSignature;
            case NON_REPUDIATION -> KeyUsage.nonRepudiation;
        };
        try {
            var found = it.getExtensions() == null ? null : KeyUsage.fromExtensions(it.getExtensions());
            return found != null && found.hasUsages(bit);
        } catch (RuntimeException e) {
            // An extension that cannot be read permits nothing.
            return false;
        }
    }
}
