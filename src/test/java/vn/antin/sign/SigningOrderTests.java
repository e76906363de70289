package vn.antin.sign;

import static org.assertj.core.api.Assertions.assertThat;

import eu.europa.esig.dss.enumerations.Indication;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.junit.jupiter.api.Test;
import vn.antin.kernel.Content;
import vn.antin.sign.demo.SampleTimestampAuthority;
import vn.antin.trust.TimestampAuthority;

class SigningOrderTests {
    static final Path KEYS = Path.of("keys-sample");
    static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    static final Clock CLOCK = Clock.fixed(Instant.parse("2024-09-10T01:30:15Z"), VIETNAM);

    private final Keys keys =
            new Pkcs12Keys(new SigningPolicy(Optional.of(KEYS), 5, Duration.ofMinutes(5), true), CLOCK);
    private final TimestampAuthority time = new SampleTimestampAuthority(KEYS.toString(), CLOCK, new Random(7));
    private final Signer signer = new Signer(keys, time, CLOCK);
    private final Sealer sealer = new Sealer(keys, time, CLOCK);

    static Pin pin() {
        return new Pin("12345678");
    }

    @Test
    void everySignatureStaysValidFromStepToStep() throws IOException {
        var checked = ReservedPages.document();
        var signed = signer.sign(checked, pin());
        Content numbered = NumberFiller.fill(
                signed.pdf(), ReservedPages.LINE, signed.particulars().place());
        var sealed = sealer.seal(signed, ReservedPages.LINE, pin());
        Path look = Path.of("target", "signing-order");
        Files.createDirectories(look);
        Files.write(look.resolve("1-signed.pdf"), signed.pdf().bytes());
        Files.write(look.resolve("2-numbered.pdf"), numbered.bytes());
        Files.write(look.resolve("3-sealed.pdf"), sealed.pdf().bytes());

        requireValid(signed.pdf(), true, "Vũ Mạnh Hùng");
        requireValid(numbered, false, "Vũ Mạnh Hùng");
        requireValid(sealed.pdf(), true, "Vũ Mạnh Hùng", "PHÒNG GIÁO DỤC VÀ ĐÀO TẠO");
        assertThat(startsWith(signed.pdf(), checked.pdf())).isTrue();
        assertThat(startsWith(sealed.pdf(), signed.pdf())).isTrue();
    }

    @Test
    void rsaAndEllipticCurveKeysMayChangePlaces() throws IOException {
        var signed = signer.sign(ReservedPages.document("pgd-an-duong", "vu-manh-hung"), pin());
        var sealed = sealer.seal(signed, ReservedPages.LINE, pin());
        requireValid(sealed.pdf(), true, "PHÒNG GIÁO DỤC VÀ ĐÀO TẠO", "Vũ Mạnh Hùng");
    }

    @Test
    void manySignAtOnce() throws Exception {
        List<Callable<Content>> acts = Collections.nCopies(
                24,
                () -> sealer.seal(signer.sign(ReservedPages.document(), pin()), ReservedPages.LINE, pin())
                        .pdf());
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var it : threads.invokeAll(acts)) {
                assertThat(Judges.pdfsig(it.get()).verdicts())
                        .containsExactly("Signature is Valid.", "Signature is Valid.");
            }
        }
    }

    /** The judge is worth something: it tells a changed page, and a change of what the seal has closed. */
    @Test
    void whatChangesAfterTheSealIsFoundOut() throws IOException {
        Content sealed = sealer.seal(signer.sign(ReservedPages.document(), pin()), ReservedPages.LINE, pin())
                .pdf();
        byte[] altered = sealed.bytes().clone();
        altered[700] ^= 1;
        assertThat(Judges.pdfsig(Content.of(altered)).verdicts()).doesNotContain("Signature is Valid.");
        try (var document = Loader.loadPDF(sealed.bytes());
                var bytes = new ByteArrayOutputStream()) {
            var number = document.getDocumentCatalog()
                    .getAcroForm(null)
                    .getField(OpenForm.NUMBER)
                    .getCOSObject();
            number.setString(COSName.V, "08");
            document.saveIncremental(bytes);
            assertThat(Judges.dss(Content.of(bytes.toByteArray())))
                    .extracting(Judges.Verdict::indication)
                    .last()
                    .isEqualTo(Indication.TOTAL_FAILED);
        }
    }

    private static void requireValid(Content pdf, boolean whole, String... signers) throws IOException {
        var pdfsig = Judges.pdfsig(pdf);
        assertThat(pdfsig.signers()).containsExactly(signers);
        assertThat(pdfsig.verdicts()).hasSize(signers.length).containsOnly("Signature is Valid.");
        assertThat(pdfsig.coverage().getLast())
                .isEqualTo(whole ? "Total document signed" : "Not total document signed");
        List<Judges.Verdict> dss = Judges.dss(pdf);
        assertThat(dss).hasSize(signers.length).allSatisfy(it -> {
            assertThat(it.errors()).isEmpty();
            assertThat(it.indication()).isEqualTo(Indication.TOTAL_PASSED);
            assertThat(it.level()).isEqualTo("PAdES-BASELINE-T");
        });
        assertThat(Judges.qpdf(pdf)).contains("No syntax or stream encoding errors found");
    }

    static boolean startsWith(Content later, Content earlier) {
        return Arrays.equals(later.bytes(), 0, earlier.size(), earlier.bytes(), 0, earlier.size());
    }
}
