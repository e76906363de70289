package vn.antin.verify;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.util.DateConverter;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.X509CertificateHolder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.antin.kernel.Content;
import vn.antin.trust.TrustAnchors;

/** Puts together what our own analysis and the standard's validation say of a file: the stricter verdict wins. */
final class Judgement {
    private static final Logger LOG = LoggerFactory.getLogger(Judgement.class);
    private static final byte[] HEADER = "%PDF-".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] START = "startxref".getBytes(StandardCharsets.US_ASCII);
    /** Where readers look for the header. */
    private static final int HEADER_WITHIN = 1024;

    private final TrustAnchors anchors;
    private final MadeOfTrust<TrustRules> rules;
    private final MadeOfTrust<StandardValidation> standard = new MadeOfTrust<>(StandardValidation::new);
    private final Phrases phrases;
    private final Clock clock;
    private final VerificationProperties limits;

    Judgement(TrustAnchors anchors, Phrases phrases, Clock clock, VerificationProperties limits) {
        this.anchors = anchors;
        this.rules = new MadeOfTrust<>(view -> new TrustRules(view, phrases));
        this.phrases = phrases;
        this.clock = clock;
        this.limits = limits;
    }

    Report of(Content file, String name) {
        var work = new Work(file, name);
        try {
            return work.report();
        } catch (Deadline.Passed e) {
            return work.unjudged(Unjudged.TOO_LONG, limits.longest().toSeconds());
        } catch (StackOverflowError e) {
            return work.unjudged(Unjudged.TOO_COMPLEX);
        } catch (OutOfMemoryError e) {
            LOG.warn("The memory did not suffice to judge a file, SHA-256 {}", file.digest());
            return work.unjudged(Unjudged.TOO_COMPLEX);
        } catch (RuntimeException e) {
            // The last net under the parsers: a file that no one foresaw is judged too. Its bytes stay out of the log.
            LOG.warn("A file could not be judged, SHA-256 {}", file.digest(), e);
            return work.unjudged(Unjudged.DAMAGED);
        }
    }

    private final class Work {
        private final Content file;
        private final String name;
        private final Instant now = clock.instant();
        private final Deadline deadline = Deadline.in(limits.longest());
        /** One file is judged by what is believed at one moment. */
        private final TrustRules believed = rules.of(anchors.view());

        Work(Content file, String name) {
            this.file = file;
            this.name = name;
        }

        Report report() {
            byte[] bytes = file.bytes();
            if (bytes.length == 0) {
                return unjudged(Unjudged.EMPTY);
            }
            int header = Revisions.find(bytes, HEADER, 0);
            if (header < 0 || header > HEADER_WITHIN) {
                // What ends like a PDF was one; what does not never was.
                boolean was = Revisions.find(bytes, START, 0) >= 0 || Analysis.looksSigned(bytes);
                return unjudged(was ? Unjudged.DAMAGED : Unjudged.OTHER_FORMAT);
            }
            if (!Bounds.hold(bytes, deadline)) {
                return unjudged(Unjudged.TOO_COMPLEX);
            }
            try (Revision whole = Revision.parse(bytes, bytes.length, true, deadline)) {
                return judged(bytes, whole, Set.of());
            } catch (Revision.Unparsable strict) {
                if (strict.locked()) {
                    return unjudged(Unjudged.LOCKED);
                }
            }
            // Readers repair such files, each in its own way; what they show is not known to be what was signed.
            try (Revision whole = Revision.parse(bytes, bytes.length, false, deadline)) {
                return judged(bytes, whole, EnumSet.of(Finding.DAMAGED_FILE));
            } catch (Revision.Unparsable repaired) {
                return unjudged(repaired.locked() ? Unjudged.LOCKED : Unjudged.DAMAGED);
            }
        }

        private Report judged(byte[] bytes, Revision whole, Set<Finding> already) {
            Analysis analysis = Analysis.of(bytes, whole, believed.known(), deadline);
            Set<Finding> general = EnumSet.noneOf(Finding.class);
            general.addAll(already);
            general.addAll(analysis.problems());
            if (analysis.signatures().isEmpty()) {
                if (general.contains(Finding.SIGNATURE_HIDDEN)) {
                    return finished(Conclusion.TOTAL_FAILED, analysis, List.of(), general);
                }
                // Without its end a file may have lost its signatures with it.
                boolean cut = !already.isEmpty() && !Revisions.of(bytes).endsAt(bytes.length);
                return cut
                        ? unjudged(Unjudged.DAMAGED)
                        : finished(Conclusion.NO_SIGNATURE, analysis, List.of(), general);
            }
            boolean revocation = offersRevocation(analysis);
            Map<List<Long>, StandardValidation.Opinion> opinions = opinions(bytes, whole, analysis, revocation);
            if (!revocation) {
                general.add(Finding.REVOCATION_NOT_CHECKED);
            }
            var verdicts = believed.of(
                            made(analysis, opinions), StoredCertificates.of(whole.catalog()), revocation, now, deadline)
                    .iterator();
            List<Report.Signature> signatures = new ArrayList<>();
            for (Analysis.Examined it : analysis.signatures()) {
                signatures.add(signature(it, opinion(it, opinions), verdicts.next()));
            }
            // What was filled in before the last signature, that one covers.
            boolean filledUnsigned = analysis.signatures().stream()
                    .filter(it -> it.range().isPresent())
                    .reduce((earlier, later) -> later)
                    .filter(it -> !it.filled().isEmpty())
                    .isPresent();
            if (filledUnsigned) {
                general.add(Finding.FILLED_UNSIGNED);
            }
            Report.Indication worst = Stream.concat(
                            signatures.stream().map(Report.Signature::indication),
                            general.stream().map(Finding::atBest))
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
            Report report = finished(Conclusion.valueOf(worst.name()), analysis, signatures, general);
            return worst == Report.Indication.TOTAL_PASSED
                    ? CarriedFile.signed(whole, analysis, deadline)
                            .map(report::carrying)
                            .orElse(report)
                    : report;
        }

        private Map<List<Long>, StandardValidation.Opinion> opinions(
                byte[] bytes, Revision whole, Analysis analysis, boolean revocation) {
            if (analysis.signatures().stream().allMatch(Analysis.Examined::broken)) {
                return Map.of();
            }
            deadline.check();
            try {
                return standard.of(believed.view()).of(bytes, analysis, whole, revocation, now, deadline);
            } catch (RuntimeException e) {
                // Signatures without the standard's opinion stay INDETERMINATE.
                LOG.info("The standard validation gave no answer ({}), SHA-256 {}", e.getClass(), file.digest());
                return Map.of();
            }
        }

        private static Optional<StandardValidation.Opinion> opinion(
                Analysis.Examined it, Map<List<Long>, StandardValidation.Opinion> opinions) {
            return it.range().map(ByteRangeCheck::numbers).map(opinions::get);
        }

        private static List<TrustRules.Made> made(
                Analysis analysis, Map<List<Long>, StandardValidation.Opinion> opinions) {
            return analysis.signatures().stream()
                    .map(it -> {
                        var opinion = opinion(it, opinions);
                        return new TrustRules.Made(
                                it.value(),
                                it.timestamp(),
                                it.range().map(ByteRangeCheck::end).orElse(0),
                                opinion.filter(said -> said.indication() == Report.Indication.TOTAL_PASSED)
                                        .isPresent(),
                                opinion.map(StandardValidation.Opinion::stampTrusted)
                                        .orElse(false),
                                opinion.map(StandardValidation.Opinion::bestTime)
                                        .orElse(null));
                    })
                    .toList();
        }

        private Report.Signature signature(
                Analysis.Examined it, Optional<StandardValidation.Opinion> opinion, TrustRules.Verdict believed) {
            Set<Finding> findings = EnumSet.noneOf(Finding.class);
            findings.addAll(it.problems());
            findings.addAll(believed.remarks().keySet());
            if (opinion.isEmpty() && !it.broken()) {
                findings.add(Finding.NOT_JUDGED);
            }
            Report.Indication own = findings.stream()
                    .map(Finding::atBest)
                    .max(Comparator.naturalOrder())
                    .orElse(Report.Indication.TOTAL_PASSED);
            Report.Indication theirs =
                    opinion.map(StandardValidation.Opinion::indication).orElse(own);
            Report.Indication indication = own.worseOf(theirs);
            String sub = null;
            if (indication != Report.Indication.TOTAL_PASSED) {
                sub = own.compareTo(theirs) >= 0
                        ? ownSub(findings, own)
                        : opinion.map(StandardValidation.Opinion::subIndication).orElse(null);
            }
            boolean proved = believed.stamped() != null;
            Instant time = proved ? believed.stamped() : claimed(it, opinion);
            if (!proved) {
                findings.add(Finding.TIME_NOT_PROVED);
            }
            if (!it.filled().isEmpty()) {
                findings.add(Finding.FIELDS_FILLED);
            }
            if ("NO_CERTIFICATE_CHAIN_FOUND".equals(sub)) {
                findings.add(Finding.CHAIN_UNTRUSTED);
            } else if ("TRY_LATER".equals(sub)) {
                findings.add(Finding.REVOCATION_UNKNOWN);
            } else if (sub != null && own == Report.Indication.TOTAL_PASSED) {
                findings.add(Finding.STANDARD_VALIDATION);
            }
            var signer = it.value().map(SignatureValue::signer);
            String subIndication = sub == null ? "" : sub;
            return new Report.Signature(
                    it.field(),
                    kind(it),
                    signer.map(c -> attribute(c.getSubject(), BCStyle.CN)).orElse(null),
                    signer.map(c -> attribute(c.getSubject(), BCStyle.T)).orElse(null),
                    signer.map(c -> attribute(c.getSubject(), BCStyle.O)).orElse(null),
                    signer.map(c -> attribute(c.getIssuer(), BCStyle.CN)).orElse(null),
                    time,
                    proved,
                    indication,
                    sub,
                    it.broken() ? Report.Integrity.BROKEN : Report.Integrity.INTACT,
                    it.coverage(),
                    it.laterChanges(),
                    it.broken()
                            ? null
                            : opinion.map(StandardValidation.Opinion::level).orElse(null),
                    findings.stream()
                            .map(finding -> believed.remarks()
                                    .getOrDefault(
                                            finding,
                                            phrases.of(
                                                    finding,
                                                    finding == Finding.FIELDS_FILLED
                                                            ? phrases.fields(it.filled())
                                                            : subIndication)))
                            .toList(),
                    signer.map(RightsInRegister::digest).orElse(null),
                    null,
                    believed.anchor());
        }

        Report unjudged(Unjudged why, Object... arguments) {
            return new Report(
                    name,
                    file.digest().hex(),
                    file.size(),
                    why.conclusion(),
                    phrases.of(why, arguments),
                    now,
                    List.of(),
                    List.of(),
                    List.of(),
                    null,
                    null);
        }

        private Report finished(
                Conclusion conclusion, Analysis analysis, List<Report.Signature> signatures, Set<Finding> general) {
            return new Report(
                    name,
                    file.digest().hex(),
                    file.size(),
                    conclusion,
                    null,
                    now,
                    signatures,
                    revisions(analysis),
                    general.stream().map(it -> phrases.of(it)).toList(),
                    null,
                    null);
        }
    }

    private List<Report.Revision> revisions(Analysis analysis) {
        List<Report.Revision> revisions = new ArrayList<>();
        for (Analysis.Step it : analysis.steps()) {
            List<Report.Remark> added = new ArrayList<>();
            if (it.acts().isEmpty()) {
                added.add(phrases.act(revisions.isEmpty() ? "FIRST" : "EARLIER", ""));
            }
            it.acts().forEach((act, fields) -> added.add(phrases.act(act.name(), phrases.fields(fields))));
            revisions.add(
                    new Report.Revision(revisions.size() + 1, it.from(), it.to(), it.changes(), it.signed(), added));
        }
        return revisions;
    }

    private static @Nullable String ownSub(Set<Finding> findings, Report.Indication worst) {
        return findings.stream()
                .filter(it -> it.atBest() == worst)
                .map(Finding::subIndication)
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(null);
    }

    private static Report.Kind kind(Analysis.Examined it) {
        if (it.timestamp()) {
            return Report.Kind.DOCUMENT_TIMESTAMP;
        }
        return it.rights().certifies() ? Report.Kind.CERTIFICATION : Report.Kind.APPROVAL;
    }

    private static @Nullable Instant claimed(Analysis.Examined it, Optional<StandardValidation.Opinion> opinion) {
        return opinion.map(StandardValidation.Opinion::claimedTime)
                .or(() -> Optional.ofNullable(
                                DateConverter.toCalendar(it.dictionary().getString(COSName.M)))
                        .map(java.util.Calendar::toInstant))
                .orElse(null);
    }

    static @Nullable String attribute(org.bouncycastle.asn1.x500.X500Name name, ASN1ObjectIdentifier type) {
        var found = name.getRDNs(type);
        try {
            return found.length == 0
                    ? null
                    : IETFUtils.valueToString(found[0].getFirst().getValue());
        } catch (IllegalArgumentException e) {
            // Not in any alphabet: a damaged certificate names nobody.
            return null;
        }
    }

    /** Whether any certificate that matters names a place where its revocation could be asked. */
    static boolean offersRevocation(Analysis analysis) {
        return analysis.signatures().stream()
                .map(Analysis.Examined::value)
                .flatMap(Optional::stream)
                .map(SignatureValue::certificates)
                .flatMap(Collection::stream)
                .filter(it -> !it.getSubject().equals(it.getIssuer()))
                .anyMatch(Judgement::offersRevocation);
    }

    static boolean offersRevocation(X509CertificateHolder it) {
        if (it.getExtension(Extension.cRLDistributionPoints) != null) {
            return true;
        }
        if (it.getExtension(Extension.authorityInfoAccess) == null) {
            return false;
        }
        for (AccessDescription place :
                AuthorityInformationAccess.fromExtensions(it.getExtensions()).getAccessDescriptions()) {
            if (place.getAccessMethod().equals(AccessDescription.id_ad_ocsp)) {
                return true;
            }
        }
        return false;
    }
}
