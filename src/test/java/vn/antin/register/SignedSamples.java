package vn.antin.register;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.springframework.core.io.ClassPathResource;
import vn.antin.kernel.AgencyId;
import vn.antin.kernel.Content;
import vn.antin.kernel.DocumentId;
import vn.antin.kernel.DocumentKind;
import vn.antin.kernel.LookupCode;
import vn.antin.kernel.Particulars;
import vn.antin.kernel.PersonId;
import vn.antin.sign.NumberLine;
import vn.antin.sign.SealedDocument;
import vn.antin.sign.SignedDocument;

/** Documents as they come out of the signing room, made without a key: the rooms after it never look at signatures. */
public final class SignedSamples {
    public static final AgencyId SCHOOL = new AgencyId("th-toan-thang");
    public static final PersonId REGISTRAR = new PersonId("van-thu-toan-thang");

    private SignedSamples() {}

    public static SignedDocument plan() {
        return of(SCHOOL, DocumentKind.PLAN, "Kiểm tra nội bộ năm học 2025 - 2026", "Kế hoạch");
    }

    public static SignedDocument letter() {
        return of(SCHOOL, DocumentKind.LETTER, "V/v báo cáo sĩ số học sinh", "Công văn");
    }

    public static SignedDocument of(AgencyId agency, DocumentKind kind, String subject, String text) {
        var id = UUID.randomUUID();
        var particulars = new Particulars(
                new DocumentId(id),
                LookupCode.random(new java.security.SecureRandom()),
                kind,
                agency,
                "TRƯỜNG TIỂU HỌC TOÀN THẮNG - TIÊN THẮNG",
                "Tiên Minh",
                kind.symbol("THTT-TT", "CM"),
                subject,
                new PersonId("pham-thi-nga"),
                "Phạm Thị Nga",
                List.of("Phòng VHXH (để b/c)", "Lưu: VT, CM"),
                "10 năm",
                "mau@" + "0".repeat(64));
        return new SignedDocument(pdf(text + "\n" + id), particulars);
    }

    /** What the sealer would hand on: other bytes, with number and date. */
    public static SealedDocument sealed(SignedDocument signed, RegisterEntry entry) {
        byte[] bytes = signed.pdf().bytes();
        byte[] more = ("\n% " + entry.number().printed() + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8);
        byte[] all = java.util.Arrays.copyOf(bytes, bytes.length + more.length);
        System.arraycopy(more, 0, all, bytes.length, more.length);
        return new SealedDocument(
                Content.of(all),
                signed.particulars(),
                new NumberLine(entry.number().digits(), entry.issuedOn()));
    }

    /** One page per form feed, one line per line feed. */
    public static Content pdf(String text) {
        try (var document = new PDDocument();
                var face = new ClassPathResource("fonts/Tinos-Regular.ttf").getInputStream()) {
            var font = PDType0Font.load(document, face);
            for (String words : text.split("\f", -1)) {
                var page = new PDPage();
                document.addPage(page);
                try (var stream = new PDPageContentStream(document, page)) {
                    stream.beginText();
                    stream.setFont(font, 12);
                    stream.setLeading(16);
                    stream.newLineAtOffset(40, 720);
                    for (String line : words.split("\n", -1)) {
                        stream.showText(line);
                        stream.newLine();
                    }
                    stream.endText();
                }
            }
            var bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return Content.of(bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
