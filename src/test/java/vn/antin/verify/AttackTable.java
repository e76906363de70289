package vn.antin.verify;

import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.enumerations.SubIndication;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.validation.PDFDocumentValidator;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.antin.Peers;
import vn.antin.kernel.Content;
import vn.antin.verify.attacks.Case;
import vn.antin.verify.attacks.Cases;

/**
 * Prints how many attacks of each technique pass, and how many lawful twins: with us, with DSS's simple report as it comes,
 * and with {@code pdfsig}.
 *
 * <p>Run by {@code ./mvnw -q test-compile exec:exec@attacks}; the table is written to {@code target/attacks.md}.
 */
public final class AttackTable {
    private static final String HEAD =
            "| technique | attacks | pass with us | with DSS | with pdfsig | lawful twins | pass with us |"
                    + " with DSS | with pdfsig |\n|---|---|---|---|---|---|---|---|---|\n";

    private AttackTable() {}

    public static void main(String[] words) throws IOException {
        String table = table(Cases.all());
        System.out.println(table);
        Files.writeString(Path.of("target/attacks.md"), table);
    }

    static String table(List<Case> cases) {
        Map<String, int[]> rows = new LinkedHashMap<>();
        var judgement = AttackTests.judgement();
        for (Case it : cases) {
            int[] row = rows.computeIfAbsent(it.technique(), technique -> new int[8]);
            int from = it.lawful() ? 4 : 0;
            row[from]++;
            row[from + 1] +=
                    judgement.of(Content.of(it.file()), it.name()).conclusion() == Conclusion.TOTAL_PASSED ? 1 : 0;
            row[from + 2] += dss(it.file()) ? 1 : 0;
            row[from + 3] += pdfsig(it.file()) ? 1 : 0;
        }
        var text = new StringBuilder(HEAD);
        int[] sum = new int[8];
        rows.forEach((technique, row) -> {
            line(text, technique, row);
            for (int i = 0; i < row.length; i++) {
                sum[i] += row[i];
            }
        });
        line(text, "all", sum);
        return text.toString();
    }

    private static void line(StringBuilder text, String technique, int[] row) {
        text.append("| ").append(technique);
        for (int it : row) {
            text.append(" | ").append(it);
        }
        text.append(" |\n");
    }

    /** Whether DSS, with its own policy and its page comparison, finds nothing but missing revocation data. */
    static boolean dss(byte[] file) {
        try {
            var validator = new PDFDocumentValidator(new InMemoryDocument(file, "file.pdf"));
            var trusted = new CommonTrustedCertificateSource();
            AttackTests.anchors().forEach(it -> trusted.addCertificate(new CertificateToken(it)));
            var verifier = new CommonCertificateVerifier();
            verifier.setTrustedCertSources(trusted);
            verifier.setAIASource(null);
            validator.setCertificateVerifier(verifier);
            validator.setEnableEtsiValidationReport(false);
            var simple = validator.validateDocument().getSimpleReport();
            List<String> ids = simple.getSignatureIdList();
            return !ids.isEmpty()
                    && ids.stream()
                            .allMatch(id -> simple.getIndication(id) == Indication.TOTAL_PASSED
                                    || simple.getSubIndication(id) == SubIndication.TRY_LATER
                                    || simple.getSubIndication(id) == SubIndication.CERTIFICATE_CHAIN_GENERAL_FAILURE);
        } catch (RuntimeException e) {
            // Refused.
            return false;
        }
    }

    /** Whether pdfsig calls every signature valid. */
    static boolean pdfsig(byte[] file) {
        try {
            Path path = Files.createTempFile("antin-attack", ".pdf");
            try {
                Files.write(path, file);
                String said = Peers.run("pdfsig", "-nocert", path.toString());
                long all = said.lines()
                        .filter(it -> it.contains("Signature Validation:"))
                        .count();
                long valid = said.lines()
                        .filter(it -> it.contains("Signature is Valid"))
                        .count();
                return all > 0 && all == valid;
            } finally {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
