package vn.antin.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Random;
import java.util.function.Consumer;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.antin.DeskTool;
import vn.antin.SoftHsm;
import vn.antin.kernel.Content;
import vn.antin.kernel.Refusal;
import vn.antin.sign.demo.SampleTimestampAuthority;

class AppendedSignatureTests {
    private static final KeyPair KEYS = pair("RSA", 2048);
    private static final X509Certificate CERTIFICATE = SoftHsm.certificate(KEYS.getPublic(), "Vũ Mạnh Hùng");

    private final Content before = ReservedPages.document().pdf();
    private final DeskTool tool = new DeskTool(KEYS.getPrivate(), CERTIFICATE);

    @ParameterizedTest
    @ValueSource(strings = {"RSA", "EC"})
    void takesOneRightSignatureInTheRightField(String kind) {
        KeyPair keys = pair(kind, kind.equals("RSA") ? 3072 : 256);
        var certificate = SoftHsm.certificate(keys.getPublic(), "Vũ Mạnh Hùng");
        var taken = AppendedSignature.of(
                before, Content.of(new DeskTool(keys.getPrivate(), certificate).signs(before.bytes())));
        assertThat(taken.chain()).containsExactly(certificate);
        assertThat(taken.stamped()).isFalse();
        assertThat(taken.value()).hasSizeGreaterThan(60);
    }

    @Test
    void putsATimeStampBesideItAndTheBodyCanSeal() throws IOException {
        Content signed = Content.of(tool.signs(before.bytes()));
        var taken = AppendedSignature.of(before, signed);
        var time =
                new SampleTimestampAuthority(SigningOrderTests.KEYS.toString(), SigningOrderTests.CLOCK, new Random(7));
        Content stamped = AppendedSignature.stamped(
                signed, taken.from(), taken.to(), time.stamp(vn.antin.kernel.Sha256.of(taken.value())));
        assertThat(AppendedSignature.of(before, stamped).stamped()).isTrue();
        var document = new SignedDocument(stamped, ReservedPages.document().particulars());
        var sealer = new Sealer(
                new Pkcs12Keys(
                        new SigningPolicy(
                                java.util.Optional.of(SigningOrderTests.KEYS),
                                5,
                                java.time.Duration.ofMinutes(5),
                                true),
                        SigningOrderTests.CLOCK),
                time,
                SigningOrderTests.CLOCK);
        Content sealed = sealer.seal(document, ReservedPages.LINE, SigningOrderTests.pin())
                .pdf();
        var pdfsig = Judges.pdfsig(sealed);
        assertThat(pdfsig.verdicts()).hasSize(2).containsOnly("Signature is Valid.");
        assertThat(pdfsig.signers()).containsExactly("Vũ Mạnh Hùng", "PHÒNG GIÁO DỤC VÀ ĐÀO TẠO");
        assertThat(Judges.qpdf(sealed)).contains("No syntax or stream encoding errors found");
    }

    @Test
    void refusesWhatIsNotTheFileWithOneRevisionAppended() {
        byte[] signed = tool.signs(before.bytes());
        byte[] other = before.bytes().clone();
        other[700] ^= 1;
        refused(before.bytes(), SignReason.FILE_NOT_APPENDED);
        refused(new byte[0], SignReason.FILE_NOT_APPENDED);
        refused(tool.signs(other), SignReason.FILE_NOT_APPENDED);
        refused(tool.signs(DeskTool.rewritten(before.bytes())), SignReason.FILE_NOT_APPENDED);
        refused(Arrays.copyOf(signed, signed.length - 40), SignReason.FILE_NOT_APPENDED);
        refused(Arrays.copyOf(signed, signed.length + 9_000_000), SignReason.FILE_NOT_APPENDED);
        // Signed twice, or signed and changed once more.
        refused(tool.signs(signed, OpenForm.SEAL, it -> {}, it -> {}), SignReason.FILE_NOT_APPENDED);
        byte[] tail = Arrays.copyOf(signed, signed.length + 6);
        System.arraycopy("%%EOF\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII), 0, tail, signed.length, 6);
        refused(tail, SignReason.FILE_NOT_APPENDED);
    }

    @Test
    void refusesAnyOtherChangeInTheSameRevision() {
        changed(it -> text(it, OpenForm.NUMBER, "99"));
        changed(it -> text(it, OpenForm.DATE, "ngày 01 tháng 01 năm 2030"));
        changed(it -> {
            var page = it.getPage(0);
            try (var canvas = new PDPageContentStream(it, page, PDPageContentStream.AppendMode.APPEND, false)) {
                canvas.addRect(100, 100, 200, 200);
                canvas.fill();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            page.getCOSObject().setNeedToBeUpdated(true);
        });
        changed(it -> {
            try {
                var note = new PDAnnotationText();
                note.setRectangle(new PDRectangle(100, 100, 300, 300));
                note.setContents("đã sửa");
                it.getPage(0).getAnnotations().add(note);
                it.getPage(0).getCOSObject().setNeedToBeUpdated(true);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        changed(it -> {
            it.addPage(new PDPage(PDRectangle.A4));
            it.getPages().getCOSObject().setNeedToBeUpdated(true);
        });
        changed(it -> it.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert(1)")));
        changed(it ->
                field(it, OpenForm.SIGNATORY).setItem(COSName.RECT, new PDRectangle(0, 0, 500, 800).getCOSArray()));
        changed(it -> field(it, OpenForm.SIGNATORY).setInt(COSName.F, 2));
        changed(it ->
                it.getDocumentCatalog().getAcroForm(null).getCOSObject().setBoolean(COSName.NEED_APPEARANCES, true));
        changed(it -> {
            var form = it.getDocumentCatalog().getAcroForm(null).getCOSObject();
            var fields = form.getCOSArray(COSName.FIELDS);
            fields.remove(1);
            fields.setNeedToBeUpdated(true);
        });
        changed(it -> {
            field(it, OpenForm.SEAL).removeItem(COSName.getPDFName("Lock"));
            field(it, OpenForm.SEAL).setNeedToBeUpdated(true);
        });
    }

    @Test
    void refusesASignatureThatIsNotRight() {
        byte[] signed = tool.signs(before.bytes());
        // A byte of the appended part that the signature covers: the date it says it was made on.
        byte[] altered = signed.clone();
        int date = new String(signed, java.nio.charset.StandardCharsets.ISO_8859_1).lastIndexOf("(D:");
        altered[date + 4] ^= 1;
        refused(altered, SignReason.FILE_SIGNATURE_WRONG);
        // In another's field, or in none.
        refused(tool.signs(before.bytes(), OpenForm.SEAL, it -> {}, it -> {}), SignReason.FILE_CHANGED_MORE);
        // Whose key is not the certificate's.
        refused(
                new DeskTool(pair("RSA", 2048).getPrivate(), CERTIFICATE).signs(before.bytes()),
                SignReason.FILE_SIGNATURE_WRONG);
        // Of a form or a permission that leaves no room for number and seal.
        refused(
                tool.signs(
                        before.bytes(),
                        OpenForm.SIGNATORY,
                        it -> {},
                        it -> it.setName(COSName.SUB_FILTER, "adbe.x509.rsa_sha1")),
                SignReason.FILE_SIGNATURE_WRONG);
        refused(
                tool.signs(before.bytes(), OpenForm.SIGNATORY, it -> {}, it -> reference(it, "DocMDP", 1)),
                SignReason.FILE_SIGNATURE_WRONG);
        refused(
                tool.signs(before.bytes(), OpenForm.SIGNATORY, it -> {}, it -> reference(it, "FieldMDP", 2)),
                SignReason.FILE_SIGNATURE_WRONG);
        assertThat(AppendedSignature.of(
                        before,
                        Content.of(tool.signs(
                                before.bytes(), OpenForm.SIGNATORY, it -> {}, it -> reference(it, "DocMDP", 2)))))
                .isNotNull();
        refused(tool.leaving(3000).signs(before.bytes()), SignReason.FILE_WITHOUT_ROOM);
    }

    @Test
    void nothingThatIsBroughtBreaksTheJudge() {
        byte[] signed = tool.signs(before.bytes());
        var chance = new Random(23);
        int refusals = 0;
        for (int i = 0; i < 300; i++) {
            byte[] broken = signed.clone();
            for (int n = 0; n <= chance.nextInt(4); n++) {
                broken[before.size() + chance.nextInt(signed.length - before.size())] = (byte) chance.nextInt(256);
            }
            try {
                AppendedSignature.of(before, Content.of(broken));
                // Hexadecimal digits mean the same in small letters and in capitals.
                assertThat(new String(broken, java.nio.charset.StandardCharsets.ISO_8859_1))
                        .isEqualToIgnoringCase(new String(signed, java.nio.charset.StandardCharsets.ISO_8859_1));
            } catch (Refusal refused) {
                refusals++;
            }
        }
        assertThat(refusals).isGreaterThan(200);
    }

    private void changed(Consumer<PDDocument> besides) {
        refused(tool.signs(before.bytes(), OpenForm.SIGNATORY, besides, it -> {}), SignReason.FILE_CHANGED_MORE);
    }

    private void refused(byte[] after, SignReason reason) {
        assertThatThrownBy(() -> AppendedSignature.of(before, Content.of(after)))
                .isInstanceOfSatisfying(
                        Refusal.class, it -> assertThat(it.reason()).isEqualTo(reason));
    }

    private static void text(PDDocument document, String name, String value) {
        var field = field(document, name);
        field.setString(COSName.V, value);
        field.setNeedToBeUpdated(true);
    }

    private static COSDictionary field(PDDocument document, String name) {
        return document.getDocumentCatalog().getAcroForm(null).getField(name).getCOSObject();
    }

    private static void reference(COSDictionary signature, String method, int permission) {
        var parameters = new COSDictionary();
        parameters.setDirect(true);
        parameters.setItem(COSName.P, COSInteger.get(permission));
        var reference = new COSDictionary();
        reference.setDirect(true);
        reference.setName(COSName.getPDFName("TransformMethod"), method);
        reference.setItem(COSName.getPDFName("TransformParams"), parameters);
        var references = new COSArray();
        references.setDirect(true);
        references.add(reference);
        signature.setItem(COSName.getPDFName("Reference"), references);
    }

    private static KeyPair pair(String kind, int size) {
        try {
            var maker = KeyPairGenerator.getInstance(kind);
            maker.initialize(size);
            return maker.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
