package vn.antin.verify;

import static org.assertj.core.api.Assertions.assertThat;

import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.enumerations.SubIndication;
import eu.europa.esig.validationreport.ValidationReportFacade;
import eu.europa.esig.validationreport.jaxb.ValidationReportType;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.antin.kernel.Content;

/** Judged by the standard's own schema, as DSS ships it. */
class EtsiReportTests extends IssuedPages {
    @Autowired
    EtsiReport etsi;

    /** Refused when it breaks the schema. */
    private ValidationReportType read(Report report) throws Exception {
        return ValidationReportFacade.newFacade().unmarshall(new ByteArrayInputStream(etsi.of(report)), true);
    }

    @Test
    void saysWhatWeSayOfEachSignature() throws Exception {
        var report = read(judged(sealed().pdf().bytes())).getSignatureValidationReport();
        assertThat(report).hasSize(2);
        assertThat(report)
                .allSatisfy(it -> assertThat(it.getSignatureValidationStatus().getMainIndication())
                        .isEqualTo(Indication.TOTAL_PASSED));
        assertThat(report.getFirst().getSignatureIdentifier().getDAIdentifier()).isEqualTo("ky_lanh_dao");
    }

    @Test
    void tellsABrokenSignatureWithItsSubIndication() throws Exception {
        byte[] bytes = sealed().pdf().bytes().clone();
        bytes[bytes.length / 3] ^= 1;
        Report ours = judged(bytes);
        assertThat(ours.conclusion()).isEqualTo(Conclusion.TOTAL_FAILED);
        for (int i = 0; i < ours.signatures().size(); i++) {
            var status = read(ours).getSignatureValidationReport().get(i).getSignatureValidationStatus();
            var signature = ours.signatures().get(i);
            assertThat(status.getMainIndication())
                    .isEqualTo(Indication.valueOf(signature.indication().name()));
            assertThat(status.getSubIndication())
                    .isEqualTo(
                            signature.subIndication() == null
                                    ? List.of()
                                    : List.of(SubIndication.valueOf(signature.subIndication())));
        }
    }

    @Test
    void whatIsWrongWithTheFileWeighsOnEverySignature() throws Exception {
        Report sound = judged(sealed().pdf().bytes());
        var hidden = new Report.Remark(Finding.SIGNATURE_HIDDEN.name(), "Một chữ ký bị gỡ");
        var ours = new Report(
                sound.file(),
                sound.sha256(),
                sound.size(),
                Conclusion.TOTAL_FAILED,
                null,
                sound.judgedAt(),
                sound.signatures(),
                sound.revisions(),
                List.of(hidden),
                null,
                null);
        assertThat(read(ours).getSignatureValidationReport())
                .allSatisfy(it -> assertThat(it.getSignatureValidationStatus().getMainIndication())
                        .isEqualTo(Indication.TOTAL_FAILED));
    }

    @Test
    void holdsForWhatBearsNoSignatureOrIsNoPdf() throws Exception {
        for (byte[] bytes : List.of(new byte[0], "xin chào".getBytes(StandardCharsets.UTF_8))) {
            assertThat(read(judged(bytes))
                            .getSignatureValidationReport()
                            .getFirst()
                            .getSignatureValidationStatus()
                            .getMainIndication())
                    .isEqualTo(Indication.NO_SIGNATURE_FOUND);
        }
        assertThat(read(verifier.missing("mất.pdf")).getSignatureValidationObjects())
                .isNull();
    }

    @Test
    void lettersThatNoXmlMayHoldAreLeftOut() throws Exception {
        var signature = new Report.Signature(
                "a\u0000b",
                Report.Kind.APPROVAL,
                "Nguyễn\u0001 Văn A",
                "\uFFFF",
                null,
                null,
                Instant.EPOCH,
                false,
                Report.Indication.INDETERMINATE,
                "TRY_LATER",
                Report.Integrity.INTACT,
                Report.Coverage.WHOLE_DOCUMENT,
                Report.LaterChanges.NONE,
                null,
                List.of(new Report.Remark("X", "\u000B")),
                null,
                null,
                null);
        var report = new Report(
                "x\u0000.pdf",
                Content.of(new byte[1]).digest().hex(),
                1,
                Conclusion.INDETERMINATE,
                null,
                Instant.EPOCH,
                List.of(signature),
                List.of(),
                List.of(),
                null,
                null);
        assertThat(read(report)
                        .getSignatureValidationReport()
                        .getFirst()
                        .getSignatureIdentifier()
                        .getDAIdentifier())
                .isEqualTo("ab");
    }
}
