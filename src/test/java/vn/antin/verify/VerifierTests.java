package vn.antin.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;
import org.junit.jupiter.api.Test;
import vn.antin.kernel.Content;

class VerifierTests extends IssuedPages {
    private static final int WHOLLY_JUDGED = 80;
    private static final Set<Conclusion> REFUSED = Set.of(Conclusion.TOTAL_FAILED, Conclusion.UNREADABLE);

    @Test
    void passesAnIssuedFileAndSaysHowItCameToBe() {
        Report report = judged(sealed().pdf().bytes());
        assertThat(report.conclusion()).as(report.toString()).isEqualTo(Conclusion.TOTAL_PASSED);
        assertThat(report.signatures()).hasSize(2);
        var first = report.signatures().getFirst();
        assertThat(first.field()).isEqualTo("ky_lanh_dao");
        assertThat(first.kind()).isEqualTo(Report.Kind.CERTIFICATION);
        assertThat(first.coverage()).isEqualTo(Report.Coverage.EARLIER_REVISION);
        assertThat(first.laterChanges()).isEqualTo(Report.LaterChanges.PERMITTED);
        assertThat(first.level()).isEqualTo("B_T");
        assertThat(first.timeProved()).isTrue();
        var last = report.signatures().getLast();
        assertThat(last.field()).isEqualTo("con_dau");
        assertThat(last.coverage()).isEqualTo(Report.Coverage.WHOLE_DOCUMENT);
        assertThat(last.laterChanges()).isEqualTo(Report.LaterChanges.NONE);
        assertThat(report.revisions())
                .as("each state says whether the signatures before it permit what it added")
                .extracting(Report.Revision::changes)
                .containsExactly(
                        Report.LaterChanges.NONE,
                        Report.LaterChanges.NONE,
                        Report.LaterChanges.PERMITTED,
                        Report.LaterChanges.PERMITTED);
        assertThat(report.revisions())
                .extracting(Report.Revision::signatures)
                .containsExactly(List.of(), List.of("ky_lanh_dao"), List.of(), List.of("con_dau"));
        assertThat(report.revisions().get(2).added())
                .extracting(Report.Remark::text)
                .contains("Điền ô còn trống: ngày văn bản, số văn bản.");
        assertThat(report.revisions().getLast().to()).isEqualTo(report.size());
        assertThat(report.remarks())
                .extracting(Report.Remark::code)
                .as("what was not checked is said")
                .contains("REVOCATION_NOT_CHECKED");
    }

    @Test
    void passesTheSignatoryAloneBeforeNumberAndSeal() {
        Report report = judged(signed().pdf().bytes());
        assertThat(report.conclusion()).isEqualTo(Conclusion.TOTAL_PASSED);
        assertThat(report.signatures())
                .singleElement()
                .satisfies(it -> assertThat(it.coverage()).isEqualTo(Report.Coverage.WHOLE_DOCUMENT));
    }

    @Test
    void refusesOneChangedByteAnywhere() {
        byte[] file = sealed().pdf().bytes();
        var places = new TreeSet<Integer>();
        new Random(30).ints(500, 0, file.length).forEach(places::add);
        assertRefused(file, places);
    }

    @Test
    void refusesEveryChangedByteRoundTheGapsAndInTheSealsValue() {
        byte[] file = sealed().pdf().bytes();
        var places = new TreeSet<Integer>();
        byte[] contents = "/Contents <3".getBytes(StandardCharsets.US_ASCII);
        for (int at = Revisions.find(file, contents, 0); at >= 0; at = Revisions.find(file, contents, at + 1)) {
            int from = at + contents.length - 2;
            int to = from;
            while (file[to] != '>') {
                to++;
            }
            for (int i = -16; i < 30; i++) {
                places.add(from + i);
            }
            for (int i = -16; i < 16; i++) {
                places.add(to + i);
            }
            int padding = to - 1;
            while (file[padding] == '0') {
                padding--;
            }
            for (int i = -12; i < 8; i++) {
                places.add(padding + i);
            }
            // Where no other signature looks: through the whole value, a digit at a time would take too long.
            for (int i = from; i < padding; i += 211) {
                places.add(i);
            }
        }
        places.removeIf(it -> it >= file.length);
        assertThat(places.size()).isGreaterThan(200);
        assertRefused(file, places);
    }

    private void assertRefused(byte[] file, Set<Integer> places) {
        List<String> passed = new ArrayList<>();
        var chance = new Random(31);
        int asked = 0;
        for (int place : places) {
            byte[] changed = file.clone();
            byte was = changed[place];
            do {
                changed[place] = Character.digit(was, 16) >= 0
                        ? (byte) "0123456789abcdef".charAt(chance.nextInt(16))
                        : (byte) chance.nextInt(256);
            } while (Character.toLowerCase((char) changed[place]) == Character.toLowerCase((char) was));
            // Where our own analysis alone sees it, the conclusion is settled; asking the library each time is slow.
            if (++asked > WHOLLY_JUDGED && seen(changed)) {
                continue;
            }
            Report report = judged(changed);
            if (!REFUSED.contains(report.conclusion())) {
                passed.add(place + ": " + (char) was + " to " + (char) changed[place] + " " + report.conclusion());
            }
        }
        assertThat(passed).isEmpty();
    }

    private static boolean seen(byte[] changed) {
        var deadline = Deadline.in(Duration.ofSeconds(20));
        try (Revision whole = Revision.parse(changed, changed.length, true, deadline)) {
            return Analysis.of(changed, whole, List.of(), deadline).signatures().stream()
                    .anyMatch(Analysis.Examined::broken);
        } catch (Revision.Unparsable e) {
            return false;
        }
    }

    @Test
    void refusesBytesBehindTheSeal() {
        byte[] file = sealed().pdf().bytes();
        byte[] longer = Arrays.copyOf(file, file.length + 9);
        System.arraycopy("% thêm\n".getBytes(StandardCharsets.UTF_8), 0, longer, file.length, 8);
        Report report = judged(longer);
        assertThat(report.conclusion()).isEqualTo(Conclusion.TOTAL_FAILED);
        assertThat(report.signatures().getLast().coverage()).isEqualTo(Report.Coverage.EARLIER_REVISION);
    }

    @Test
    void doubtsWhiteSpaceBehindTheSeal() {
        byte[] file = sealed().pdf().bytes();
        byte[] longer = Arrays.copyOf(file, file.length + 3);
        Arrays.fill(longer, file.length, longer.length, (byte) '\n');
        assertThat(judged(longer).conclusion()).isEqualTo(Conclusion.INDETERMINATE);
    }

    @Test
    void refusesPageContentAddedAfterTheSeal() throws IOException {
        assertForbidden(appended(sealed().pdf(), document -> {
            PDPage page = document.getPage(0);
            try (var canvas =
                    new PDPageContentStream(document, page, PDPageContentStream.AppendMode.APPEND, true, true)) {
                canvas.addRect(50, 50, 400, 400);
                canvas.fill();
            }
            page.getCOSObject().setNeedToBeUpdated(true);
            page.getResources().getCOSObject().setNeedToBeUpdated(true);
        }));
    }

    @Test
    void refusesAPageAddedBetweenSignatureAndSeal() throws IOException {
        byte[] file = appended(signed().pdf(), document -> {
            document.addPage(new PDPage(PDRectangle.A4));
            document.getPages().getCOSObject().setNeedToBeUpdated(true);
        });
        assertForbidden(file);
    }

    @Test
    void refusesAnAnnotationAddedAfterTheSeal() throws IOException {
        assertForbidden(appended(sealed().pdf(), document -> {
            PDPage page = document.getPage(0);
            var note = new PDAnnotationText();
            note.setContents("Không phải của người ký");
            note.setRectangle(new PDRectangle(100, 100, 20, 20));
            COSArray annotations = page.getCOSObject().getCOSArray(COSName.ANNOTS);
            annotations.add(note.getCOSObject());
            annotations.setNeedToBeUpdated(true);
            page.getCOSObject().setNeedToBeUpdated(true);
        }));
    }

    @Test
    void refusesTheNumberWrittenOverAfterTheSeal() throws IOException {
        Report report = judged(appended(sealed().pdf(), document -> {
            COSDictionary field = field(document, "so_van_ban");
            field.setString(COSName.V, "99");
            field.setNeedToBeUpdated(true);
        }));
        assertThat(report.conclusion()).isEqualTo(Conclusion.TOTAL_FAILED);
        assertThat(report.signatures())
                .extracting(Report.Signature::laterChanges)
                .as("the signatory left the field open to be filled; the seal closed it")
                .containsExactly(Report.LaterChanges.PERMITTED, Report.LaterChanges.NOT_PERMITTED);
    }

    @Test
    void refusesAScriptThatRunsOnOpening() throws IOException {
        assertForbidden(appended(sealed().pdf(), document -> {
            document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert(1)"));
            document.getDocumentCatalog().getCOSObject().setNeedToBeUpdated(true);
        }));
    }

    @Test
    void refusesAScriptHiddenInTheFillingOfANumber() throws IOException {
        assertForbidden(appended(signed().pdf(), document -> {
            COSDictionary field = field(document, "so_van_ban");
            field.setString(COSName.V, "07");
            var actions = new COSDictionary();
            actions.setItem("F", new PDActionJavaScript("app.alert(1)").getCOSObject());
            field.setItem(COSName.AA, actions);
            field.setNeedToBeUpdated(true);
        }));
    }

    @Test
    void refusesAFieldMovedWhileItIsFilled() throws IOException {
        assertForbidden(appended(signed().pdf(), document -> {
            COSDictionary field = field(document, "so_van_ban");
            field.setString(COSName.V, "07");
            field.setItem(COSName.RECT, new PDRectangle(0, 0, 600, 800).getCOSArray());
            field.setNeedToBeUpdated(true);
        }));
    }

    @Test
    void refusesARemovedSignature() throws IOException {
        byte[] file = appended(sealed().pdf(), document -> {
            COSDictionary field = field(document, "ky_lanh_dao");
            field.removeItem(COSName.V);
            field.setNeedToBeUpdated(true);
        });
        assertThat(judged(file).conclusion()).isEqualTo(Conclusion.TOTAL_FAILED);
    }

    @Test
    void refusesAFileWhoseSignaturesWereAllTakenAway() throws IOException {
        byte[] file = appended(sealed().pdf(), document -> {
            document.getDocumentCatalog().getCOSObject().removeItem(COSName.ACRO_FORM);
            document.getDocumentCatalog().getCOSObject().setNeedToBeUpdated(true);
        });
        Report report = judged(file);
        assertThat(report.conclusion()).isEqualTo(Conclusion.TOTAL_FAILED);
        assertThat(report.remarks()).extracting(Report.Remark::code).contains("SIGNATURE_HIDDEN");
    }

    @Test
    void refusesASecondFieldThatBorrowsTheSignature() throws IOException {
        byte[] file = appended(sealed().pdf(), document -> {
            var form = document.getDocumentCatalog().getAcroForm(null);
            var copy = new PDSignatureField(form);
            copy.setPartialName("gia_mao");
            copy.getCOSObject().setItem(COSName.V, field(document, "con_dau").getItem(COSName.V));
            form.getCOSObject().getCOSArray(COSName.FIELDS).add(copy.getCOSObject());
            form.getCOSObject().getCOSArray(COSName.FIELDS).setNeedToBeUpdated(true);
            form.getCOSObject().setNeedToBeUpdated(true);
        });
        Report report = judged(file);
        assertThat(report.conclusion()).isEqualTo(Conclusion.TOTAL_FAILED);
        assertThat(report.toString()).contains("SIGNATURE_SHARED");
    }

    @Test
    void doubtsAnObjectThatNothingLeadsTo() {
        byte[] sealed = sealed().pdf().bytes();
        String text = new String(sealed, StandardCharsets.ISO_8859_1);
        String previous = last(text, "startxref\\s+(\\d+)");
        String object = "99999 0 obj\n<</Ghost true>>\nendobj\n";
        int size = sealed.length;
        String update = object + "xref\n99999 1\n" + String.format(Locale.ROOT, "%010d 00000 n \n", size)
                + "trailer\n<</Size 100000/Root " + last(text, "/Root (\\d+ \\d+ R)") + "/Prev " + previous
                + ">>\nstartxref\n" + (size + object.length()) + "\n%%EOF\n";
        Report report = judged((text + update).getBytes(StandardCharsets.ISO_8859_1));
        assertThat(report.conclusion()).isIn(Conclusion.INDETERMINATE, Conclusion.TOTAL_FAILED);
        assertThat(report.signatures().getLast().laterChanges())
                .isIn(Report.LaterChanges.SUSPICIOUS, Report.LaterChanges.NOT_PERMITTED);
        // The seal covers what was filled in before it, whatever came after.
        assertThat(report.remarks()).extracting(Report.Remark::code).doesNotContain("FILLED_UNSIGNED");
    }

    @Test
    void permitsWhatTheSignatoryLeftOpenAndSaysThatNoSignatureProtectsItYet() throws IOException {
        byte[] file = appended(signed().pdf(), document -> {
            COSDictionary field = field(document, "so_van_ban");
            field.setString(COSName.V, "07");
            field.setNeedToBeUpdated(true);
        });
        Report report = judged(file);
        assertThat(report.signatures().getFirst().laterChanges()).isEqualTo(Report.LaterChanges.PERMITTED);
        assertThat(report.remarks()).extracting(Report.Remark::code).contains("FILLED_UNSIGNED");
    }

    private static String last(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .reduce((one, other) -> other)
                .orElseThrow()
                .group(1);
    }

    private void assertForbidden(byte[] file) {
        Report report = judged(file);
        assertThat(report.conclusion()).as(report.toString()).isEqualTo(Conclusion.TOTAL_FAILED);
        assertThat(report.signatures())
                .as("our own analysis sees it, whatever the library says")
                .allSatisfy(it -> {
                    assertThat(it.laterChanges()).isEqualTo(Report.LaterChanges.NOT_PERMITTED);
                    assertThat(it.integrity()).isEqualTo(Report.Integrity.INTACT);
                });
    }

    private static COSDictionary field(org.apache.pdfbox.pdmodel.PDDocument document, String name) {
        return document.getDocumentCatalog().getAcroForm(null).getField(name).getCOSObject();
    }

    @Test
    void saysNothingOfSignersItDoesNotTrust() {
        var stranger = new Judgement(new NobodyTrusted(), phrases, java.time.Clock.systemUTC(), limits);
        Report report = stranger.of(sealed().pdf(), "la.pdf");
        assertThat(report.conclusion()).isEqualTo(Conclusion.INDETERMINATE);
        assertThat(report.signatures()).allSatisfy(it -> {
            assertThat(it.integrity()).isEqualTo(Report.Integrity.INTACT);
            assertThat(it.subIndication()).isEqualTo("NO_CERTIFICATE_CHAIN_FOUND");
            assertThat(it.timeProved()).isFalse();
        });
    }

    @org.springframework.beans.factory.annotation.Autowired
    Phrases phrases;

    @org.springframework.beans.factory.annotation.Autowired
    VerificationProperties limits;

    private record NobodyTrusted() implements vn.antin.trust.TrustAnchors {
        @Override
        public List<java.security.cert.X509Certificate> anchors() {
            return List.of();
        }

        @Override
        public List<java.security.cert.X509Certificate> intermediates() {
            return List.of();
        }
    }

    @Test
    void ourReaderOfPaddedSignaturesWins() {
        assertThat(java.util.ServiceLoader.load(eu.europa.esig.dss.cms.ICMSUtils.class)
                        .findFirst())
                .hasValueSatisfying(it -> assertThat(it).isInstanceOf(PaddedCms.class));
    }

    @Test
    void answersEveryEmptyOrForeignFile() {
        assertThat(judged(new byte[0]).conclusion()).isEqualTo(Conclusion.NOT_A_PDF);
        assertThat(judged("Xin chào".getBytes(StandardCharsets.UTF_8)).conclusion())
                .isEqualTo(Conclusion.NOT_A_PDF);
        byte[] half = Arrays.copyOf(sealed().pdf().bytes(), sealed().pdf().size() / 2);
        assertThat(judged(half).conclusion()).isIn(Conclusion.UNREADABLE, Conclusion.TOTAL_FAILED);
        assertThat(judged("%PDF-1.7\nnothing".getBytes(StandardCharsets.UTF_8)).conclusion())
                .isEqualTo(Conclusion.UNREADABLE);
        assertThat(verifier.verify(Content.of(new byte[0]), "rong.pdf").reason())
                .isNotNull();
    }
}
