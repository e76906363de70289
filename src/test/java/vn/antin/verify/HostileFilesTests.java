package vn.antin.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.util.unit.DataSize;
import vn.antin.kernel.Content;
import vn.antin.trust.TrustAnchors;

@Timeout(60)
class HostileFilesTests {
    private final Phrases phrases = new Phrases(texts());
    private final VerificationProperties limits =
            new VerificationProperties(DataSize.ofMegabytes(5), Duration.ofSeconds(10), 30);
    private final Judgement judgement = new Judgement(new Nobody(), phrases, Clock.systemUTC(), limits);

    private static ResourceBundleMessageSource texts() {
        var source = new ResourceBundleMessageSource();
        source.setBasename("i18n/verify");
        source.setDefaultEncoding("UTF-8");
        source.setAlwaysUseMessageFormat(true);
        return source;
    }

    private record Nobody() implements TrustAnchors {
        @Override
        public List<X509Certificate> anchors() {
            return List.of();
        }

        @Override
        public List<X509Certificate> intermediates() {
            return List.of();
        }
    }

    private void assertUnreadable(byte[] file, String code) {
        Report report = judgement.of(Content.of(file), "la.pdf");
        assertThat(report.conclusion()).isEqualTo(Conclusion.UNREADABLE);
        assertThat(report.reason()).isNotNull().satisfies(it -> {
            assertThat(it.code()).isEqualTo(code);
            assertThat(it.text()).matches("\\p{Lu}.*\\.");
        });
    }

    /** One page, and whatever else; the cross-references are right. */
    private static byte[] pdf(String catalogMore, List<byte[]> more) throws IOException {
        var out = new ByteArrayOutputStream();
        var places = new StringBuilder();
        out.write("%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII));
        var objects = new java.util.ArrayList<byte[]>();
        objects.add(("<</Type/Catalog/Pages 2 0 R" + catalogMore + ">>").getBytes(StandardCharsets.US_ASCII));
        objects.add("<</Type/Pages/Count 1/Kids[3 0 R]>>".getBytes(StandardCharsets.US_ASCII));
        objects.add("<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>".getBytes(StandardCharsets.US_ASCII));
        objects.addAll(more);
        int number = 0;
        for (byte[] it : objects) {
            places.append(String.format(java.util.Locale.ROOT, "%010d 00000 n \n", out.size()));
            out.write((++number + " 0 obj\n").getBytes(StandardCharsets.US_ASCII));
            out.write(it);
            out.write("\nendobj\n".getBytes(StandardCharsets.US_ASCII));
        }
        int start = out.size();
        out.write(("xref\n0 " + (number + 1) + "\n0000000000 65535 f \n" + places + "trailer\n<</Size " + (number + 1)
                        + "/Root 1 0 R>>\nstartxref\n" + start + "\n%%EOF\n")
                .getBytes(StandardCharsets.US_ASCII));
        return out.toByteArray();
    }

    @Test
    void findsNoSignatureInAnOrdinaryFile() throws IOException {
        assertThat(judgement.of(Content.of(pdf("", List.of())), "thuong.pdf").conclusion())
                .isEqualTo(Conclusion.NO_SIGNATURE);
    }

    @Test
    void refusesAStreamThatSwellsWithoutMeasure() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(packed)) {
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 200; i++) {
                deflater.write(zeros);
            }
        }
        var stream = new ByteArrayOutputStream();
        stream.write(("<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length " + packed.size() + ">>\nstream\n")
                .getBytes(StandardCharsets.US_ASCII));
        packed.writeTo(stream);
        stream.write("\nendstream".getBytes(StandardCharsets.US_ASCII));
        assertUnreadable(pdf("", List.of(stream.toByteArray())), "TOO_COMPLEX");
    }

    @Test
    void refusesAMillionObjects() {
        var text = new StringBuilder("%PDF-1.7\n");
        for (int i = 1; i <= 1_000_000; i++) {
            text.append(i).append(" 0 obj 1 endobj\n");
        }
        assertUnreadable(text.toString().getBytes(StandardCharsets.US_ASCII), "TOO_COMPLEX");
    }

    @Test
    void judgesEndlessNestingWithoutFallingOver() throws IOException {
        byte[] deep = ("/AcroForm<</Fields" + "[".repeat(200_000) + "]".repeat(200_000) + ">>")
                .getBytes(StandardCharsets.US_ASCII);
        Report report =
                judgement.of(Content.of(pdf(new String(deep, StandardCharsets.US_ASCII), List.of())), "sau.pdf");
        assertThat(report.conclusion()).isIn(Conclusion.UNREADABLE, Conclusion.NO_SIGNATURE);
    }

    @Test
    void judgesFieldsThatContainThemselves() throws IOException {
        byte[] file = pdf(
                "/AcroForm<</Fields[4 0 R]>>",
                List.of("<</T(a)/FT/Sig/Kids[4 0 R 4 0 R]>>".getBytes(StandardCharsets.US_ASCII)));
        assertThat(judgement.of(Content.of(file), "vong.pdf").conclusion()).isEqualTo(Conclusion.NO_SIGNATURE);
    }

    @Test
    void judgesCrossReferencesThatRunInACircle() throws IOException {
        String file = new String(pdf("", List.of()), StandardCharsets.ISO_8859_1);
        int start = file.lastIndexOf("xref\n0");
        String looped = file.replace("/Root 1 0 R>>", "/Root 1 0 R/Prev " + start + ">>");
        assertThat(judgement
                        .of(Content.of(looped.getBytes(StandardCharsets.ISO_8859_1)), "vong.pdf")
                        .conclusion())
                .isIn(Conclusion.UNREADABLE, Conclusion.NO_SIGNATURE);
    }

    @Test
    void refusesALockedFile() throws IOException {
        try (var document = new PDDocument();
                var out = new ByteArrayOutputStream()) {
            document.addPage(new PDPage());
            document.protect(new StandardProtectionPolicy("chu", "khach", new AccessPermission()));
            document.save(out);
            assertUnreadable(out.toByteArray(), "LOCKED");
        }
    }

    @Test
    void refusesATruncatedFile() throws IOException {
        byte[] file = pdf("", List.of());
        assertUnreadable(java.util.Arrays.copyOf(file, file.length - 60), "DAMAGED");
    }

    @Test
    void failsAForgedSignatureWithoutAnyValue() throws IOException {
        byte[] file = pdf(
                "/AcroForm<</Fields[4 0 R]>>",
                List.of(
                        "<</T(a)/FT/Sig/V 5 0 R>>".getBytes(StandardCharsets.US_ASCII),
                        "<</Type/Sig/SubFilter/ETSI.CAdES.detached/ByteRange[0 1 2 3]/Contents<00>>>"
                                .getBytes(StandardCharsets.US_ASCII)));
        Report report = judgement.of(Content.of(file), "gia.pdf");
        assertThat(report.conclusion()).isEqualTo(Conclusion.TOTAL_FAILED);
        assertThat(report.signatures()).singleElement().satisfies(it -> {
            assertThat(it.coverage()).isEqualTo(Report.Coverage.NOT_COVERED);
            assertThat(it.integrity()).isEqualTo(Report.Integrity.BROKEN);
        });
    }
}
