package vn.antin.sign;

import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.model.FileDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.validation.PDFDocumentValidator;
import eu.europa.esig.dss.pdf.modifications.DefaultPdfDifferencesFinder;
import eu.europa.esig.dss.pdf.modifications.DefaultPdfObjectModificationsFinder;
import eu.europa.esig.dss.pdf.modifications.ObjectModification;
import eu.europa.esig.dss.pdf.modifications.PdfObjectModificationsFilter;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxNativeObjectFactory;
import eu.europa.esig.dss.simplereport.SimpleReport;
import eu.europa.esig.dss.spi.DSSUtils;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.spi.x509.revocation.crl.ExternalResourcesCRLSource;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.regex.Pattern;
import vn.antin.Peers;
import vn.antin.kernel.Content;

/** Programs of other people that say what they think of a file. */
final class Judges {
    static final Path ANCHORS = Path.of("keys-sample", "anchors");

    private Judges() {}

    /** What {@code pdfsig} (poppler) says of each signature in turn, and whether the last covers the whole file. */
    record PdfSig(List<String> verdicts, List<String> coverage, List<String> signers) {}

    static PdfSig pdfsig(Content pdf) {
        String said = Peers.said(pdf.bytes(), "pdfsig", "-nocert");
        return new PdfSig(
                all(said, "Signature Validation: (.+)"),
                all(said, "(Total document signed|Not total document signed)"),
                all(said, "Signer Certificate Common Name: (.+)"));
    }

    static String qpdf(Content pdf) {
        return Peers.said(pdf.bytes(), "qpdf", "--check");
    }

    private static List<String> all(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(it -> it.group(1))
                .toList();
    }

    /** What DSS (ETSI EN 319 102-1) says of one signature. */
    record Verdict(Indication indication, String level, List<String> errors, List<String> warnings) {}

    /** With the five constraints on later changes, which only warn by default, made to fail. */
    static List<Verdict> dss(Content pdf) throws IOException {
        var anchors = new CommonTrustedCertificateSource();
        anchors.addCertificate(certificate("root.pem"));
        var known = new eu.europa.esig.dss.spi.x509.CommonCertificateSource();
        known.addCertificate(certificate("issuing.pem"));
        var verifier = new CommonCertificateVerifier();
        verifier.setTrustedCertSources(anchors);
        verifier.setAdjunctCertSources(known);
        verifier.setCrlSource(new ExternalResourcesCRLSource(
                new ByteArrayInputStream(
                        new FileDocument(ANCHORS.resolve("root.crl").toFile())
                                .openStream()
                                .readAllBytes()),
                new ByteArrayInputStream(
                        new FileDocument(ANCHORS.resolve("issuing.crl").toFile())
                                .openStream()
                                .readAllBytes())));
        return dss(pdf, verifier, Instant.now());
    }

    /** By those sources, at that time. */
    static List<Verdict> dss(Content pdf, CommonCertificateVerifier verifier, Instant at) throws IOException {
        var validator = (PDFDocumentValidator) SignedDocumentValidator.fromDocument(new InMemoryDocument(pdf.bytes()));
        validator.setCertificateVerifier(verifier);
        validator.setValidationTime(Date.from(at));
        var differences = new DefaultPdfDifferencesFinder();
        differences.setMaximalPagesAmountForVisualComparison(0);
        var modifications = new DefaultPdfObjectModificationsFinder();
        modifications.setPdfObjectModificationsFilter(new FilledThroughTheStructureTree());
        var factory = new PdfBoxNativeObjectFactory();
        factory.setPdfDifferencesFinder(differences);
        factory.setPdfObjectModificationsFinder(modifications);
        validator.setPdfObjFactory(factory);
        SimpleReport report = validator.validateDocument(strictPolicy()).getSimpleReport();
        return report.getSignatureIdList().stream()
                .map(it -> new Verdict(
                        report.getIndication(it),
                        String.valueOf(report.getSignatureFormat(it)),
                        report.getAdESValidationErrors(it).stream()
                                .map(m -> m.getValue())
                                .toList(),
                        report.getAdESValidationWarnings(it).stream()
                                .map(m -> m.getValue())
                                .toList()))
                .toList();
    }

    private static InputStream strictPolicy() throws IOException {
        try (InputStream stream = Judges.class.getResourceAsStream("/policy/constraint.xml")) {
            String policy = new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .replaceAll(
                            "<(DocMDP|FieldMDP|SigFieldLock|UndefinedChanges|PdfVisualDifference) Level=\"WARN\"",
                            "<$1 Level=\"FAIL\"");
            return new ByteArrayInputStream(policy.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static CertificateToken certificate(String name) {
        return DSSUtils.loadCertificate(ANCHORS.resolve(name).toFile());
    }

    /** A field met again by way of the structure tree is the same field, which DSS does not see. */
    private static final class FilledThroughTheStructureTree extends PdfObjectModificationsFilter {
        @Override
        protected boolean isSignatureOrFormFillChange(ObjectModification change) {
            String chain = change.getObjectTree().toString();
            return super.isSignatureOrFormFillChange(change)
                    || chain.matches(".*/StructTreeRoot .*/Obj \\d+ \\d+ R /V( \\d+ \\d+ R)?");
        }
    }
}
