package vn.antin.verify;

import eu.europa.esig.dss.diagnostic.SignatureWrapper;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.validation.PDFDocumentValidator;
import eu.europa.esig.dss.pdf.modifications.DefaultPdfDifferencesFinder;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxNativeObjectFactory;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonCertificateSource;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.util.unit.DataSize;
import vn.antin.Peers;
import vn.antin.kernel.Content;
import vn.antin.trust.TrustAnchors;

/**
 * What three judges say of other people's signed files, one file a line: ours, DSS's simple report (pictures of pages not
 * compared), {@code pdfsig}. Run by {@code ./mvnw -q test-compile exec:exec@compare -Dcompare=FOLDER}.
 */
public final class ForeignComparison {
    private ForeignComparison() {}

    public static void main(String[] folders) throws IOException {
        List<Path> files = new ArrayList<>();
        for (String folder : folders) {
            try (Stream<Path> walk = Files.walk(Path.of(folder))) {
                walk.filter(Files::isRegularFile).sorted().forEach(files::add);
            }
        }
        for (Path it : files) {
            byte[] file = Files.readAllBytes(it);
            System.out.println(it + "\t" + ours(file) + "\t" + dss(file) + "\t" + pdfsig(file));
        }
    }

    static Judgement judgement(TrustAnchors anchors, Clock clock) {
        var texts = new ResourceBundleMessageSource();
        texts.setBasename("i18n/verify");
        texts.setDefaultEncoding("UTF-8");
        texts.setAlwaysUseMessageFormat(true);
        return new Judgement(
                anchors,
                new Phrases(texts),
                clock,
                new VerificationProperties(DataSize.ofMegabytes(50), Duration.ofSeconds(20), 30));
    }

    static String ours(byte[] file) {
        Report report = judgement(CarriedAnchors.in(file), Clock.systemUTC()).of(Content.of(file), "la.pdf");
        return report.conclusion()
                + (report.reason() == null ? "" : "(" + report.reason().code() + ")")
                + report.signatures().stream()
                        .map(it -> " | " + it.kind() + " " + it.indication()
                                + (it.subIndication() == null ? "" : "/" + it.subIndication()) + " " + it.integrity()
                                + " " + it.coverage() + " " + it.laterChanges() + " " + it.level() + " "
                                + codes(it.remarks()))
                        .collect(Collectors.joining())
                + " # " + codes(report.remarks());
    }

    private static String codes(List<Report.Remark> remarks) {
        return remarks.stream().map(Report.Remark::code).collect(Collectors.joining(","));
    }

    static String dss(byte[] file) {
        try {
            var anchors = new CommonTrustedCertificateSource();
            var others = new CommonCertificateSource();
            CarriedAnchors carried = CarriedAnchors.in(file);
            carried.anchors().forEach(it -> anchors.addCertificate(new CertificateToken(it)));
            carried.intermediates().forEach(it -> others.addCertificate(new CertificateToken(it)));
            var verifier = new CommonCertificateVerifier();
            verifier.setTrustedCertSources(anchors);
            verifier.setAdjunctCertSources(others);
            verifier.setAIASource(null);
            var validator = new PDFDocumentValidator(new InMemoryDocument(file, "la.pdf"));
            validator.setCertificateVerifier(verifier);
            var differences = new DefaultPdfDifferencesFinder();
            differences.setMaximalPagesAmountForVisualComparison(0);
            var factory = new PdfBoxNativeObjectFactory();
            factory.setPdfDifferencesFinder(differences);
            validator.setPdfObjFactory(factory);
            var reports = validator.validateDocument();
            var simple = reports.getSimpleReport();
            List<String> said = new ArrayList<>();
            for (SignatureWrapper it : reports.getDiagnosticData().getSignatures()) {
                said.add(simple.getIndication(it.getId()) + "/" + simple.getSubIndication(it.getId()) + " "
                        + (it.isSignatureIntact() && it.isSignatureValid() ? "intact" : "BROKEN") + " "
                        + it.getSignatureFormat()
                        + (it.arePdfModificationsDetected() ? " modified" : "")
                        + (it.getPdfUndefinedChanges().isEmpty() ? "" : " undefinedChanges"));
            }
            reports.getDiagnosticData().getTimestampList().stream()
                    .filter(it -> it.getPDFRevision() != null)
                    .forEach(it -> said.add("stamp " + simple.getIndication(it.getId()) + " "
                            + (it.isSignatureIntact() && it.isMessageImprintDataIntact() ? "intact" : "BROKEN")));
            return String.join(" | ", said);
        } catch (RuntimeException e) {
            return "error " + e.getClass().getSimpleName() + " "
                    + String.valueOf(e.getMessage()).replaceAll("\\s+", " ");
        }
    }

    static String pdfsig(byte[] file) {
        String said = Peers.said(file, "pdfsig", "-nocert");
        List<String> lines = Pattern.compile(
                        "Signature Validation: (.+)|does not contain any signatures|(Total|Not total) document signed|Error: (.+)|Signature Type: (.+)")
                .matcher(said)
                .results()
                .map(it -> it.group().replace("Signature Validation: ", "").replace("Signature Type: ", ""))
                .toList();
        return String.join("; ", lines);
    }
}
