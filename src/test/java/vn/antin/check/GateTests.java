package vn.antin.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;
import org.junit.jupiter.api.Test;
import vn.antin.agency.Agency;
import vn.antin.agency.Authority;
import vn.antin.agency.Signatory;
import vn.antin.compose.AdministrativeDocument;
import vn.antin.compose.Annex;
import vn.antin.compose.Block;
import vn.antin.compose.Inline;
import vn.antin.kernel.AgencyId;
import vn.antin.kernel.Content;
import vn.antin.kernel.DocumentId;
import vn.antin.kernel.DocumentKind;
import vn.antin.kernel.LookupCode;
import vn.antin.kernel.Particulars;
import vn.antin.kernel.PersonId;
import vn.antin.render.RenderedDocument;

class GateTests {
    private static final AgencyId AGENCY = new AgencyId("th-mau");

    private final Gate gate = new Gate(Clock.systemUTC());

    /** A sound document, one part of which each promise below spoils. */
    private record Parts(
            DocumentKind kind,
            String subject,
            List<String> addressees,
            List<String> bases,
            List<String> body,
            List<String> recipients,
            int annexes,
            boolean boxes) {
        static Parts sound() {
            return new Parts(
                    DocumentKind.PLAN,
                    "Triển khai chuyển đổi số",
                    List.of(),
                    List.of("Căn cứ thứ nhất;", "Căn cứ thứ hai."),
                    List.of("Thực hiện theo Phụ lục kèm theo.", "Các đơn vị thực hiện./."),
                    List.of("Như trên;", "Lưu: VT, CM."),
                    1,
                    true);
        }

        RenderedDocument rendered() {
            var particulars = new Particulars(
                    new DocumentId(new UUID(0, 1)),
                    new LookupCode("0000-0000-0000"),
                    kind,
                    AGENCY,
                    "TRƯỜNG MẪU",
                    "Hải Phòng",
                    "KH-TM",
                    subject,
                    new PersonId("nguoi-ky"),
                    "Người Ký",
                    recipients,
                    "vĩnh viễn",
                    "ke-hoach@0");
            var document = new AdministrativeDocument(
                    particulars,
                    new Agency(AGENCY, null, "TRƯỜNG MẪU", "TM", "Hải Phòng", null),
                    new Signatory(new PersonId("nguoi-ky"), "Người Ký", AGENCY, new Authority.Head("HIỆU TRƯỞNG")),
                    addressees,
                    bases.stream().map(Inline.Text::plain).toList(),
                    null,
                    body.stream()
                            .<Block>map(it -> new Block.Paragraph(Inline.Text.plain(it)))
                            .toList(),
                    recipients,
                    annexes == 0 ? List.of() : List.of(new Annex(0, "DANH MỤC", "(Kèm theo Kế hoạch)", List.of())));
            return new RenderedDocument(pages(boxes), document);
        }

        private static Content pages(boolean boxes) {
            try (var pdf = new PDDocument()) {
                pdf.addPage(new PDPage());
                var form = new PDAcroForm(pdf);
                pdf.getDocumentCatalog().setAcroForm(form);
                if (boxes) {
                    for (String name : List.of("so_van_ban", "ngay_van_ban")) {
                        var field = new PDTextField(form);
                        field.setPartialName(name);
                        form.getFields().add(field);
                    }
                    for (String name : List.of("ky_lanh_dao", "con_dau")) {
                        var field = new PDSignatureField(form);
                        field.setPartialName(name);
                        form.getFields().add(field);
                    }
                }
                var out = new ByteArrayOutputStream();
                pdf.save(out);
                return Content.of(out.toByteArray());
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private void stops(Parts spoiled, String rule) {
        var verdict = gate.examine(spoiled.rendered());
        assertThat(verdict).isInstanceOf(Gate.Verdict.Stopped.class);
        assertThat(verdict.findings()).extracting(Finding::rule).contains(rule);
    }

    private void warns(Parts spoiled, String rule) {
        var verdict = gate.examine(spoiled.rendered());
        assertThat(verdict).isInstanceOf(Gate.Verdict.Passed.class);
        assertThat(verdict.findings()).extracting(Finding::rule).containsOnly(rule);
    }

    @Test
    void letsASoundDocumentPassWithoutAWord() {
        var verdict = gate.examine(Parts.sound().rendered());
        assertThat(verdict).isInstanceOf(Gate.Verdict.Passed.class);
        assertThat(verdict.findings()).isEmpty();
    }

    @Test
    void stopsADocumentWithoutASubject() {
        var it = Parts.sound();
        stops(
                new Parts(it.kind, " ", it.addressees, it.bases, it.body, it.recipients, it.annexes, true),
                "SubjectIsPresent");
    }

    @Test
    void stopsADocumentThatSaysNothing() {
        var it = Parts.sound();
        stops(
                new Parts(it.kind, it.subject, it.addressees, it.bases, List.of(), it.recipients, 0, true),
                "BodyIsPresent");
    }

    @Test
    void stopsALetterToNobody() {
        var it = Parts.sound();
        stops(
                new Parts(
                        DocumentKind.LETTER, it.subject, List.of(), it.bases, it.body, it.recipients, it.annexes, true),
                "LettersNameTheirAddressees");
    }

    @Test
    void stopsADocumentOfWhichNoCopyIsFiled() {
        var it = Parts.sound();
        stops(
                new Parts(
                        it.kind, it.subject, it.addressees, it.bases, it.body, List.of("Như trên."), it.annexes, true),
                "RecipientsEndWithTheFileCopy");
    }

    @Test
    void stopsAStateSecret() {
        var it = Parts.sound();
        stops(
                new Parts(
                        it.kind,
                        it.subject,
                        it.addressees,
                        it.bases,
                        List.of("TỐI MẬT", "Nội dung, xem phụ lục./."),
                        it.recipients,
                        it.annexes,
                        true),
                "SecretsAreRefused");
    }

    @Test
    void stopsPagesWithoutTheirBoxes() {
        var it = Parts.sound();
        stops(
                new Parts(it.kind, it.subject, it.addressees, it.bases, it.body, it.recipients, it.annexes, false),
                "PagesKeepTheirBoxes");
    }

    @Test
    void warnsOfAGroundThatDoesNotCloseInOrder() {
        var it = Parts.sound();
        warns(
                new Parts(
                        it.kind,
                        it.subject,
                        it.addressees,
                        List.of("Căn cứ thứ nhất.", "Căn cứ thứ hai."),
                        it.body,
                        it.recipients,
                        it.annexes,
                        true),
                "LegalBasesCloseInOrder");
    }

    @Test
    void warnsOfATextWithoutItsEndMark() {
        var it = Parts.sound();
        warns(
                new Parts(
                        it.kind,
                        it.subject,
                        it.addressees,
                        it.bases,
                        List.of("Thực hiện theo Phụ lục."),
                        it.recipients,
                        it.annexes,
                        true),
                "TextEndsWithTheEndMark");
    }

    @Test
    void warnsOfAnAnnexThatTheTextDoesNotMention() {
        var it = Parts.sound();
        warns(
                new Parts(
                        it.kind,
                        it.subject,
                        it.addressees,
                        it.bases,
                        List.of("Các đơn vị thực hiện./."),
                        it.recipients,
                        it.annexes,
                        true),
                "AnnexesAreReferredTo");
    }
}
