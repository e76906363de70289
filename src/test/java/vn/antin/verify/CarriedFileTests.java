package vn.antin.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CarriedFileTests {
    private static final int TOO_LONG = (8 << 20) + 1;

    @Test
    void readsDataPackedOnceOrNotAtAll() throws IOException {
        byte[] data = "{\"data\":{}}".getBytes(StandardCharsets.UTF_8);
        assertThat(carried(data, COSName.FLATE_DECODE)).contains(data);
        assertThat(carried(data, null)).contains(data);
    }

    @Test
    void refusesDataThatSwell() throws IOException {
        assertThat(carried(new byte[TOO_LONG], COSName.FLATE_DECODE)).isEmpty();
        var twice = new COSArray();
        twice.add(COSName.FLATE_DECODE);
        twice.add(COSName.FLATE_DECODE);
        assertThat(carried(new byte[100], twice)).isEmpty();
        assertThat(carried(new byte[100], COSName.LZW_DECODE)).isEmpty();
    }

    @Test
    void keepsNumbersAsTheyWereTyped() {
        var data = CarriedFile.read("{\"data\":{\"a\":10.50}}".getBytes(StandardCharsets.UTF_8))
                .orElseThrow();
        assertThat(data.data().toString()).isEqualTo("{\"a\":10.50}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "[]", "{}", "{\"data\":1}", "{\"data\":{}} x", "{\"data\":{},\"data\":{}}", "deep", "long"})
    void isSilentAboutWhatIsNoSuchData(String json) {
        String hostile = switch (json) {
            case "deep" -> "{\"data\":{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}}";
            case "long" -> "{\"data\":{\"a\":" + "9".repeat(1_000_000) + "}}";
            default -> json;
        };
        assertThat(CarriedFile.read(hostile.getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    @Test
    void isSilentAboutDataThatALaterStateChanged() throws IOException, Revision.Unparsable {
        byte[] one = file("{\"data\":{\"a\":1}}".getBytes(StandardCharsets.UTF_8), null);
        byte[] other = file("{\"data\":{\"a\":2}}".getBytes(StandardCharsets.UTF_8), null);
        var deadline = Deadline.in(Duration.ofSeconds(20));
        try (var then = Revision.parse(one, one.length, true, deadline);
                var now = Revision.parse(other, other.length, true, deadline)) {
            assertThat(CarriedFile.unchanged(then, then, deadline)).isPresent();
            assertThat(CarriedFile.unchanged(then, now, deadline)).isEmpty();
        }
    }

    private static Optional<byte[]> carried(byte[] data, @Nullable COSBase filter) throws IOException {
        byte[] file = file(data, filter);
        var deadline = Deadline.in(Duration.ofSeconds(20));
        try (var revision = Revision.parse(file, file.length, true, deadline)) {
            return CarriedFile.bytes(revision, deadline);
        } catch (Revision.Unparsable e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] file(byte[] data, @Nullable COSBase filter) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var pdf = new PDDocument()) {
            pdf.addPage(new PDPage());
            COSStream stream = pdf.getDocument().createCOSStream();
            try (var packed = filter == null ? stream.createRawOutputStream() : stream.createOutputStream(filter)) {
                new ByteArrayInputStream(data).transferTo(packed);
            }
            var embedded = new COSDictionary();
            embedded.setItem(COSName.F, stream);
            var file = new COSDictionary();
            file.setString(COSName.UF, "du-lieu.json");
            file.setName("AFRelationship", "Data");
            file.setItem(COSName.EF, embedded);
            var associated = new COSArray();
            associated.add(file);
            pdf.getDocumentCatalog().getCOSObject().setItem("AF", associated);
            pdf.save(out);
        }
        return out.toByteArray();
    }
}
