package vn.antin.verify;

import eu.europa.esig.dss.cades.validation.CMSDocumentValidator;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.enumerations.SubIndication;
import eu.europa.esig.dss.model.DigestDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonCertificateSource;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.cert.X509CertificateHolder;
import org.jspecify.annotations.Nullable;
import vn.antin.trust.TrustView;

/**
 * Judges a signature by its value (CMS, RFC 5652) and the digest of what it signs, without the file. It never learns
 * what lies outside of the signed ranges, and says so.
 */
final class SignatureByDigest {
    /** Signatures of one question. */
    static final int MOST = 20;

    private static final Duration LONGEST = Duration.ofSeconds(10);

    private static final int LARGEST_CMS = 200 << 10;
    /** What our own checks add; the text tells what cannot be known without the file. */
    private static final String UNSEEN = "FILE_UNSEEN";

    /** Where nothing is said of the form, it is held to the rules of the strictest. */
    private static final String STRICTEST = "ETSI.CAdES.detached";

    private final CommonTrustedCertificateSource trusted = new CommonTrustedCertificateSource();
    private final CommonCertificateSource helpful = new CommonCertificateSource();
    private final ValidationPolicies policies;
    private final TrustRules rules;
    private final Phrases phrases;

    SignatureByDigest(TrustView view, Phrases phrases) {
        view.anchors().forEach(it -> trusted.addCertificate(new CertificateToken(it)));
        view.intermediates().forEach(it -> helpful.addCertificate(new CertificateToken(it)));
        this.policies = ValidationPolicies.withoutPdf(view.algorithmLimits());
        this.rules = new TrustRules(view, phrases);
        this.phrases = phrases;
    }

    DigestReport.Signature of(DigestQuestion.Handed handed, Instant now) {
        Set<Finding> findings = EnumSet.noneOf(Finding.class);
        SignatureValue value = null;
        Opinion opinion = null;
        try {
            byte[] contents = Base64.getMimeDecoder().decode(handed.cms());
            byte[] cms = bare(contents);
            byte[] digest = HexFormat.of().parseHex(handed.digest());
            DigestAlgorithm algorithm = algorithm(handed.algorithm());
            value = SignatureValue.ofDigest(
                    contents,
                    handed.subFilter() == null ? STRICTEST : handed.subFilter(),
                    Map.of(identifier(algorithm).getId(), digest),
                    rules.known());
            findings.addAll(value.problems());
            opinion = value.broken() ? null : opinion(cms, digest, algorithm, revocation(value), now);
        } catch (java.io.IOException | RuntimeException e) {
            // The value is not what it says it is; a library may say so in any of these ways.
            findings.add(value == null ? Finding.STRUCTURE_INVALID : Finding.NOT_JUDGED);
        }
        return told(handed.field(), findings, value, opinion, now);
    }

    private record Opinion(
            Report.Indication indication,
            @Nullable String sub,
            @Nullable Instant best,
            @Nullable Instant claimed,
            boolean proved) {}

    /** The structure alone: the placeholder of a PDF is wider than what stands in it. */
    static byte[] bare(byte[] padded) throws java.io.IOException {
        if (padded.length > LARGEST_CMS) {
            throw new IllegalArgumentException("Too large for the value of a signature");
        }
        return Arrays.copyOf(padded, DerLength.of(padded));
    }

    /** The same when nothing but zeros follows; otherwise all of it, for whoever judges must see that. */
    static byte[] unpadded(byte[] padded) throws java.io.IOException {
        byte[] bare = bare(padded);
        for (int i = bare.length; i < padded.length; i++) {
            if (padded[i] != 0) {
                return padded;
            }
        }
        return bare;
    }

    private static DigestAlgorithm algorithm(String name) {
        return switch (name) {
            case "SHA-256" -> DigestAlgorithm.SHA256;
            case "SHA-384" -> DigestAlgorithm.SHA384;
            case "SHA-512" -> DigestAlgorithm.SHA512;
            default -> throw new IllegalArgumentException("Not among the digests we take");
        };
    }

    private static ASN1ObjectIdentifier identifier(DigestAlgorithm algorithm) {
        return switch (algorithm) {
            case SHA384 -> NISTObjectIdentifiers.id_sha384;
            case SHA512 -> NISTObjectIdentifiers.id_sha512;
            default -> NISTObjectIdentifiers.id_sha256;
        };
    }

    private static boolean revocation(SignatureValue value) {
        return value.certificates().stream()
                .filter(it -> !it.getSubject().equals(it.getIssuer()))
                .anyMatch(Judgement::offersRevocation);
    }

    private Opinion opinion(byte[] cms, byte[] digest, DigestAlgorithm algorithm, boolean revocation, Instant now) {
        var validator = new CMSDocumentValidator(new InMemoryDocument(cms, "value.p7s"));
        validator.setDetachedContents(List.of(new DigestDocument(algorithm, digest)));
        var verifier = new CommonCertificateVerifier();
        verifier.setTrustedCertSources(trusted);
        verifier.setAdjunctCertSources(helpful);
        // Nothing is fetched: no CRL, OCSP or AIA source is set.
        verifier.setAIASource(null);
        validator.setCertificateVerifier(verifier);
        validator.setEnableEtsiValidationReport(false);
        validator.setValidationTime(Date.from(now));
        var reports = validator.validateDocument(policies.choose(revocation));
        var simple = reports.getSimpleReport();
        String id = simple.getFirstSignatureId();
        SubIndication sub = simple.getSubIndication(id);
        boolean proved = reports.getDiagnosticData().getSignatureById(id).getTimestampList().stream()
                .anyMatch(it -> simple.getIndication(it.getId()) == Indication.PASSED);
        Report.Indication indication = switch (simple.getIndication(id)) {
            case TOTAL_PASSED, PASSED -> Report.Indication.TOTAL_PASSED;
            case TOTAL_FAILED, FAILED -> Report.Indication.TOTAL_FAILED;
            default -> Report.Indication.INDETERMINATE;
        };
        return new Opinion(
                indication,
                sub == null ? null : sub.name(),
                instant(simple.getBestSignatureTime(id)),
                instant(simple.getSigningTime(id)),
                proved);
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }

    private TrustRules.Verdict believed(@Nullable SignatureValue value, @Nullable Opinion opinion, Instant now) {
        if (value == null || opinion == null) {
            return TrustRules.Verdict.NONE;
        }
        var made = new TrustRules.Made(
                Optional.of(value),
                false,
                0,
                opinion.indication() == Report.Indication.TOTAL_PASSED,
                opinion.proved(),
                opinion.best());
        return rules.of(List.of(made), List.of(), revocation(value), now, Deadline.in(LONGEST))
                .getFirst();
    }

    private DigestReport.Signature told(
            @Nullable String field,
            Set<Finding> findings,
            @Nullable SignatureValue value,
            @Nullable Opinion opinion,
            Instant now) {
        TrustRules.Verdict believed;
        try {
            believed = believed(value, opinion, now);
        } catch (Deadline.Passed e) {
            findings.add(Finding.NOT_JUDGED);
            believed = TrustRules.Verdict.NONE;
        }
        Map<Finding, Report.Remark> words = believed.remarks();
        findings.addAll(believed.remarks().keySet());
        Report.Indication own = findings.stream()
                .map(Finding::atBest)
                .max(Report.Indication::compareTo)
                .orElse(Report.Indication.TOTAL_PASSED);
        if (opinion == null && own == Report.Indication.TOTAL_PASSED) {
            // Without the standard's opinion nothing is passed.
            findings.add(Finding.NOT_JUDGED);
            own = Report.Indication.INDETERMINATE;
        }
        Report.Indication worst = own;
        Report.Indication indication = opinion == null ? own : own.worseOf(opinion.indication());
        String sub = indication == Report.Indication.TOTAL_PASSED
                ? null
                : opinion != null && indication == opinion.indication() && own != indication
                        ? opinion.sub()
                        : findings.stream()
                                .filter(it -> it.atBest() == worst)
                                .map(Finding::subIndication)
                                .flatMap(Optional::stream)
                                .findFirst()
                                .orElse(null);
        boolean proved = believed.stamped() != null;
        if (!proved) {
            findings.add(Finding.TIME_NOT_PROVED);
        }
        if ("NO_CERTIFICATE_CHAIN_FOUND".equals(sub)) {
            findings.add(Finding.CHAIN_UNTRUSTED);
        } else if ("TRY_LATER".equals(sub)) {
            findings.add(Finding.REVOCATION_UNKNOWN);
        } else if (sub != null && own == Report.Indication.TOTAL_PASSED) {
            findings.add(Finding.STANDARD_VALIDATION);
        }
        if (value != null && !revocation(value)) {
            findings.add(Finding.REVOCATION_NOT_CHECKED);
        }
        String said = sub == null ? "" : sub;
        return new DigestReport.Signature(
                field,
                indication,
                sub,
                named(value, BCStyle.CN, true),
                named(value, BCStyle.T, true),
                named(value, BCStyle.O, true),
                named(value, BCStyle.CN, false),
                proved ? believed.stamped() : opinion == null ? null : opinion.claimed(),
                proved,
                Stream.concat(
                                findings.stream().map(it -> words.getOrDefault(it, phrases.of(it, said))),
                                Stream.of(new Report.Remark(UNSEEN, phrases.text("digest.unseen"))))
                        .toList());
    }

    private static @Nullable String named(@Nullable SignatureValue value, ASN1ObjectIdentifier type, boolean subject) {
        X509CertificateHolder signer = value == null ? null : value.signer();
        return signer == null ? null : Judgement.attribute(subject ? signer.getSubject() : signer.getIssuer(), type);
    }
}
