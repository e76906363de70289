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
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.Date;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignerDigestMismatchException;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.jspecify.annotations.Nullable;
import vn.antin.trust.TrustAnchors;

/**
 * Judges a signature by its value (CMS, RFC 5652) and the digest of what it signs, without the file. It never learns
 * what lies outside of the signed ranges, and says so.
 */
final class SignatureByDigest {
    /** Signatures of one question. */
    static final int MOST = 20;

    private static final int LARGEST_CMS = 200 << 10;
    /** What our own checks add; the text tells what cannot be known without the file. */
    private static final String UNSEEN = "FILE_UNSEEN";

    private final CommonTrustedCertificateSource trusted = new CommonTrustedCertificateSource();
    private final CommonCertificateSource helpful = new CommonCertificateSource();
    private final ValidationPolicies policies;
    private final Phrases phrases;

    SignatureByDigest(TrustAnchors anchors, Phrases phrases) {
        anchors.anchors().forEach(it -> trusted.addCertificate(new CertificateToken(it)));
        anchors.intermediates().forEach(it -> helpful.addCertificate(new CertificateToken(it)));
        this.policies = ValidationPolicies.withoutPdf(anchors.algorithmLimits());
        this.phrases = phrases;
    }

    DigestReport.Signature of(DigestQuestion.Handed handed, Instant now) {
        Set<Finding> findings = EnumSet.noneOf(Finding.class);
        Value value = null;
        Opinion opinion = null;
        try {
            byte[] cms = bare(Base64.getMimeDecoder().decode(handed.cms()));
            byte[] digest = HexFormat.of().parseHex(handed.digest());
            DigestAlgorithm algorithm = algorithm(handed.algorithm());
            value = value(cms, digest, algorithm, findings);
            opinion = value == null ? null : opinion(cms, digest, algorithm, value, now);
        } catch (CMSSignerDigestMismatchException e) {
            findings.add(Finding.DIGEST_MISMATCH);
        } catch (CMSException
                | GeneralSecurityException
                | OperatorCreationException
                | java.io.IOException
                | RuntimeException e) {
            // The value is not what it says it is; a library may say so in any of these ways.
            findings.add(Finding.STRUCTURE_INVALID);
        }
        return told(handed.field(), findings, value, opinion);
    }

    private record Value(X509CertificateHolder signer, boolean revocation) {}

    private record Opinion(
            Report.Indication indication,
            @Nullable String sub,
            @Nullable Instant time,
            boolean proved) {}

    /** The placeholder of a PDF is wider than what stands in it. */
    static byte[] bare(byte[] padded) throws java.io.IOException {
        if (padded.length > LARGEST_CMS) {
            throw new IllegalArgumentException("Too large for the value of a signature");
        }
        try (var stream = new ASN1InputStream(padded, true)) {
            return Optional.ofNullable(stream.readObject())
                    .orElseThrow(() -> new IllegalArgumentException("Empty"))
                    .getEncoded();
        }
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

    private static @Nullable Value value(byte[] cms, byte[] digest, DigestAlgorithm algorithm, Set<Finding> findings)
            throws CMSException, GeneralSecurityException, OperatorCreationException {
        var signed = new CMSSignedData(Map.of(identifier(algorithm).getId(), digest), cms);
        Collection<SignerInformation> signers = signed.getSignerInfos().getSigners();
        if (signers.size() != 1 || signed.getSignedContent() != null) {
            // Not one signer over content that lies elsewhere: another form than those we judge so.
            findings.add(Finding.FORM_UNKNOWN);
            return null;
        }
        SignerInformation by = signers.iterator().next();
        @SuppressWarnings("unchecked")
        Collection<X509CertificateHolder> certificates =
                signed.getCertificates().getMatches(by.getSID());
        X509CertificateHolder signer = certificates.iterator().next();
        if (by.getSignedAttributes() == null
                || !by.verify(new JcaSimpleSignerInfoVerifierBuilder()
                        .build(new JcaX509CertificateConverter()
                                .getCertificate(signer)
                                .getPublicKey()))) {
            findings.add(Finding.VALUE_MISMATCH);
        }
        boolean revocation = signed.getCertificates().getMatches(null).stream()
                .filter(it -> !it.getSubject().equals(it.getIssuer()))
                .anyMatch(Judgement::offersRevocation);
        return new Value(signer, revocation);
    }

    private Opinion opinion(byte[] cms, byte[] digest, DigestAlgorithm algorithm, Value value, Instant now) {
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
        var reports = validator.validateDocument(policies.choose(value.revocation()));
        var simple = reports.getSimpleReport();
        String id = simple.getFirstSignatureId();
        SubIndication sub = simple.getSubIndication(id);
        boolean proved = reports.getDiagnosticData().getSignatureById(id).getTimestampList().stream()
                .anyMatch(it -> simple.getIndication(it.getId()) == Indication.PASSED);
        Date time = proved ? simple.getBestSignatureTime(id) : simple.getSigningTime(id);
        Report.Indication indication = switch (simple.getIndication(id)) {
            case TOTAL_PASSED, PASSED -> Report.Indication.TOTAL_PASSED;
            case TOTAL_FAILED, FAILED -> Report.Indication.TOTAL_FAILED;
            default -> Report.Indication.INDETERMINATE;
        };
        return new Opinion(indication, sub == null ? null : sub.name(), time == null ? null : time.toInstant(), proved);
    }

    private DigestReport.Signature told(
            @Nullable String field, Set<Finding> findings, @Nullable Value value, @Nullable Opinion opinion) {
        Report.Indication own = findings.stream()
                .map(Finding::atBest)
                .max(Report.Indication::compareTo)
                .orElse(Report.Indication.TOTAL_PASSED);
        if (opinion == null && own == Report.Indication.TOTAL_PASSED) {
            findings.add(Finding.NOT_JUDGED);
            own = Report.Indication.INDETERMINATE;
        }
        Report.Indication indication = opinion == null ? own : own.worseOf(opinion.indication());
        String sub = indication == Report.Indication.TOTAL_PASSED
                ? null
                : opinion != null && indication == opinion.indication() && own != indication
                        ? opinion.sub()
                        : findings.stream()
                                .map(Finding::subIndication)
                                .flatMap(Optional::stream)
                                .findFirst()
                                .orElse(null);
        boolean proved = opinion != null && opinion.proved();
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
        if (value != null && !value.revocation()) {
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
                opinion == null ? null : opinion.time(),
                proved,
                Stream.concat(
                                findings.stream().map(it -> phrases.of(it, said)),
                                Stream.of(new Report.Remark(UNSEEN, phrases.text("digest.unseen"))))
                        .toList());
    }

    private static @Nullable String named(@Nullable Value value, ASN1ObjectIdentifier type, boolean subject) {
        if (value == null) {
            return null;
        }
        var name = subject ? value.signer().getSubject() : value.signer().getIssuer();
        var found = name.getRDNs(type);
        return found.length == 0
                ? null
                : IETFUtils.valueToString(found[0].getFirst().getValue());
    }
}
