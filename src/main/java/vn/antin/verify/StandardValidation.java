package vn.antin.verify;

import eu.europa.esig.dss.diagnostic.PDFRevisionWrapper;
import eu.europa.esig.dss.diagnostic.SignatureWrapper;
import eu.europa.esig.dss.diagnostic.TimestampWrapper;
import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.enumerations.SubIndication;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonCertificateSource;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.validation.reports.Reports;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.antin.trust.TrustAnchors;

/**
 * The validation process of ETSI EN 319 102-1 by the library that keeps it, offline, under our policy; its words are
 * translated here once.
 */
final class StandardValidation {
    private final CommonTrustedCertificateSource trusted = new CommonTrustedCertificateSource();
    private final CommonCertificateSource helpful = new CommonCertificateSource();
    private final ValidationPolicies policies;
    private final OrdinaryCase ordinary;

    StandardValidation(TrustAnchors anchors) {
        this.policies = ValidationPolicies.load(anchors.algorithmLimits());
        this.ordinary = new OrdinaryCase(anchors, policies.algorithms());
        anchors.anchors().forEach(it -> trusted.addCertificate(new CertificateToken(it)));
        anchors.intermediates().forEach(it -> helpful.addCertificate(new CertificateToken(it)));
    }

    /**
     * What the standard says of one signature.
     *
     * @param level as in our report, absent when none is reached
     * @param stampTrusted whether a time-stamp of it was passed too
     * @param bestTime when it is known to have existed (ETSI EN 319 102-1, 5.5.4)
     */
    record Opinion(
            Report.Indication indication,
            @Nullable String subIndication,
            @Nullable String level,
            boolean stampTrusted,
            @Nullable Instant bestTime,
            @Nullable Instant claimedTime) {}

    /**
     * The library's own account of a file, in its own words and form.
     *
     * @param detailed each check of the standard's building blocks
     * @param diagnostic what was found in the file
     */
    record Account(String detailed, String diagnostic) {}

    Account account(byte[] file, boolean revocationRequired, Instant now) {
        var reports = reports(file, revocationRequired, now);
        return new Account(reports.getXmlDetailedReport(), reports.getXmlDiagnosticData());
    }

    /** By the signature's ranges, the one thing that tells signatures of one file apart. */
    Map<List<Long>, Opinion> of(
            byte[] file,
            Analysis analysis,
            Revision whole,
            boolean revocationRequired,
            Instant now,
            Deadline deadline) {
        return ordinary.of(analysis, whole, revocationRequired, now, deadline)
                .orElseGet(() -> byLibrary(file, revocationRequired, now));
    }

    /** The whole of the standard, as the library keeps it. */
    Map<List<Long>, Opinion> byLibrary(byte[] file, boolean revocationRequired, Instant now) {
        var reports = reports(file, revocationRequired, now);
        var simple = reports.getSimpleReport();
        Map<List<Long>, Opinion> opinions = new HashMap<>();
        for (SignatureWrapper it : reports.getDiagnosticData().getSignatures()) {
            String id = it.getId();
            boolean stampTrusted =
                    it.getTimestampList().stream().anyMatch(stamp -> passed(simple.getIndication(stamp.getId())));
            opinions.put(
                    range(it.getPDFRevision()),
                    new Opinion(
                            indication(simple.getIndication(id)),
                            sub(simple.getSubIndication(id)),
                            level(it.getSignatureFormat()),
                            stampTrusted,
                            instant(simple.getBestSignatureTime(id)),
                            instant(simple.getSigningTime(id))));
        }
        for (TimestampWrapper it : reports.getDiagnosticData().getTimestampList()) {
            if (it.getPDFRevision() != null) {
                String id = it.getId();
                Indication said = simple.getIndication(id);
                opinions.put(
                        range(it.getPDFRevision()),
                        new Opinion(
                                indication(said),
                                sub(simple.getSubIndication(id)),
                                null,
                                passed(said),
                                instant(it.getProductionTime()),
                                instant(it.getProductionTime())));
            }
        }
        return opinions;
    }

    private Reports reports(byte[] file, boolean revocationRequired, Instant now) {
        var validator = new SignatureReader(new InMemoryDocument(file, "file.pdf"));
        var verifier = new CommonCertificateVerifier();
        verifier.setTrustedCertSources(trusted);
        verifier.setAdjunctCertSources(helpful);
        // Nothing is fetched: no CRL, OCSP or AIA source is set.
        verifier.setAIASource(null);
        validator.setCertificateVerifier(verifier);
        validator.setEnableEtsiValidationReport(false);
        validator.setValidationTime(Date.from(now));
        return validator.validateDocument(policies.choose(revocationRequired));
    }

    private static boolean passed(@Nullable Indication said) {
        return said == Indication.PASSED || said == Indication.TOTAL_PASSED;
    }

    private static Report.Indication indication(@Nullable Indication said) {
        if (passed(said)) {
            return Report.Indication.TOTAL_PASSED;
        }
        return said == Indication.TOTAL_FAILED || said == Indication.FAILED
                ? Report.Indication.TOTAL_FAILED
                : Report.Indication.INDETERMINATE;
    }

    private static @Nullable String sub(@Nullable SubIndication said) {
        return said == null ? null : said.name();
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }

    private static @Nullable String level(@Nullable SignatureLevel level) {
        if (level == null) {
            return null;
        }
        return switch (level) {
            case PAdES_BASELINE_B -> "B_B";
            case PAdES_BASELINE_T -> "B_T";
            case PAdES_BASELINE_LT -> "B_LT";
            case PAdES_BASELINE_LTA -> "B_LTA";
            default -> null;
        };
    }

    private static List<Long> range(@Nullable PDFRevisionWrapper revision) {
        return revision == null
                ? List.of()
                : revision.getSignatureByteRange().stream()
                        .map(BigInteger::longValue)
                        .toList();
    }
}
