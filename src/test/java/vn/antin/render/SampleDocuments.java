package vn.antin.render;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.antin.agency.Agency;
import vn.antin.agency.Authority;
import vn.antin.agency.Signatory;
import vn.antin.compose.AdministrativeDocument;
import vn.antin.compose.Annex;
import vn.antin.compose.Answers;
import vn.antin.compose.Block;
import vn.antin.compose.Cosigner;
import vn.antin.compose.Inline;
import vn.antin.compose.Level;
import vn.antin.compose.Marks;
import vn.antin.kernel.AgencyId;
import vn.antin.kernel.DocumentId;
import vn.antin.kernel.DocumentKind;
import vn.antin.kernel.LookupCode;
import vn.antin.kernel.Particulars;
import vn.antin.kernel.PersonId;

/** Documents made by hand for the tests, one of each kind. */
final class SampleDocuments {
    static final String SENTENCE =
            "Tiếp tục triển khai có hiệu quả Đề án “Tăng cường ứng dụng công nghệ thông tin và chuyển đổi số trong"
                    + " giáo dục và đào tạo”; đẩy mạnh cải cách hành chính, tăng cường thực hiện thủ tục hành chính"
                    + " qua dịch vụ công trực tuyến; triển khai học bạ số, xây dựng cơ sở dữ liệu văn bằng, chứng chỉ"
                    + " hướng đến văn bằng số, chứng chỉ số.";

    private static final AgencyId AGENCY = new AgencyId("pgd-an-duong");

    private static final Agency ISSUER =
            new Agency(AGENCY, "UBND HUYỆN AN DƯƠNG", "PHÒNG GIÁO DỤC VÀ ĐÀO TẠO", "PGDĐT", "An Dương", null);

    private static final Agency ISSUER_WITH_CONTACT = new Agency(
            AGENCY,
            "UBND HUYỆN AN DƯƠNG",
            "PHÒNG GIÁO DỤC VÀ ĐÀO TẠO",
            "PGDĐT",
            "An Dương",
            "Số 1 đường Tôn Đức Thắng, An Dương, Hải Phòng; ĐT: 0225.000.000; thư điện tử: pgd@anduong.example");

    private SampleDocuments() {}

    static AdministrativeDocument plan() {
        var body = new ArrayList<Block>();
        body.add(paragraph("Phòng Giáo dục và Đào tạo ban hành Kế hoạch như sau:"));
        body.add(title(Level.ROMAN, 1, "MỤC ĐÍCH, YÊU CẦU"));
        body.add(new Block.Item(
                Level.DASH,
                0,
                false,
                new Inline.Text(List.of(
                        run("Thực hiện Đề án “Tăng cường ứng dụng công nghệ thông tin”"),
                        note(1),
                        run(" và Đề án “Phát triển ứng dụng dữ liệu về dân cư”"),
                        note(2),
                        run("; " + SENTENCE)))));
        body.add(item(Level.DASH, 0, SENTENCE));
        body.add(title(Level.ROMAN, 2, "NHIỆM VỤ TRỌNG TÂM"));
        body.add(title(Level.CLAUSE, 1, "Chuyển đổi số trong dạy, học và kiểm tra đánh giá"));
        body.add(paragraph(SENTENCE));
        for (int i = 1; i <= 5; i++) {
            body.add(item(Level.POINT, i, SENTENCE));
        }
        body.add(item(Level.DASH, 0, "Bậc nhỏ hơn của điểm đ."));
        body.add(item(Level.PLUS, 0, "Bậc nhỏ nhất."));
        body.add(title(Level.CLAUSE, 2, "Chuyển đổi số trong quản trị các cơ sở giáo dục"));
        for (int i = 1; i <= 6; i++) {
            body.add(item(Level.POINT, i, SENTENCE));
        }
        body.add(title(Level.ROMAN, 3, "TỔ CHỨC THỰC HIỆN"));
        body.add(paragraph("Yêu cầu các đơn vị triển khai thực hiện nghiêm túc Kế hoạch này./."));
        return document(
                        DocumentKind.PLAN,
                        "Triển khai nhiệm vụ ứng dụng công nghệ thông tin, chuyển đổi số năm học 2024-2025")
                .bases(
                        "Căn cứ Quyết định số 131/QĐ-TTg ngày 25 tháng 01 năm 2022 của Thủ tướng Chính phủ phê duyệt Đề án"
                                + " “Tăng cường ứng dụng công nghệ thông tin và chuyển đổi số”;",
                        "Căn cứ Quyết định số 4725/QĐ-BGDĐT ngày 30 tháng 12 năm 2022 của Bộ trưởng Bộ Giáo dục và Đào tạo"
                                + " ban hành Bộ chỉ số đánh giá mức độ chuyển đổi số.")
                .recipients(
                        "Sở GDĐT (để b/c);",
                        "UBND huyện (để b/c);",
                        "Các trường MN, TH, THCS (để t/h);",
                        "Lưu: VT, CNTT.")
                .body(body)
                .make();
    }

    static AdministrativeDocument decision() {
        return document(DocumentKind.DECISION, "Về việc phân công đầu mối phụ trách chuyển đổi số")
                .authority(new Authority.Deputy("TRƯỞNG PHÒNG", "PHÓ TRƯỞNG PHÒNG"))
                .enactedBy("TRƯỞNG PHÒNG GIÁO DỤC VÀ ĐÀO TẠO HUYỆN AN DƯƠNG")
                .bases(
                        "Căn cứ Luật Giáo dục ngày 14 tháng 6 năm 2019;",
                        "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;",
                        "Theo đề nghị của Tổ trưởng Tổ chuyển đổi số.")
                .recipients("Như Điều 3;", "Lưu: VT.")
                .body(List.of(
                        new Block.Centred(Inline.Text.plain("QUYẾT ĐỊNH:")),
                        item(Level.ARTICLE, 1, "Phân công bà Phạm Thị Nga làm đầu mối phụ trách chuyển đổi số."),
                        item(Level.ARTICLE, 2, SENTENCE),
                        item(Level.CLAUSE, 1, SENTENCE),
                        item(Level.CLAUSE, 2, SENTENCE),
                        item(
                                Level.ARTICLE,
                                3,
                                "Các ông, bà có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này./.")))
                .make();
    }

    static AdministrativeDocument letter() {
        return document(DocumentKind.LETTER, "V/v báo cáo kết quả tự đánh giá mức độ chuyển đổi số năm học 2024-2025")
                .issuer(ISSUER_WITH_CONTACT)
                .addressees(
                        "Các trường Mầm non, Tiểu học, Trung học cơ sở trên địa bàn huyện;",
                        "Trung tâm GDNN-GDTX huyện.")
                .recipients("Như trên;", "Lưu: VT, CNTT.")
                .body(List.of(
                        paragraph(SENTENCE),
                        item(Level.CLAUSE, 1, SENTENCE),
                        item(Level.CLAUSE, 2, SENTENCE),
                        paragraph("Nhận được Công văn này, đề nghị các đơn vị triển khai thực hiện./.")))
                .make();
    }

    /** A report with a long table in an annex, a second annex, and footnotes in the table and the text. */
    static AdministrativeDocument withAnnexes() {
        var rows = new ArrayList<Block.Row>();
        rows.add(new Block.Row(List.of(head("STT"), head("Tiêu chí"), head("Điểm tối đa"), head("Minh chứng"))));
        for (int i = 1; i <= 60; i++) {
            rows.add(new Block.Row(List.of(
                    cell(Integer.toString(i), true),
                    cell("Tiêu chí thứ " + i + " về hạ tầng, thiết bị và học liệu số của nhà trường", false),
                    cell("10", true),
                    i == 3
                            ? new Block.Cell(new Inline.Text(List.of(run("Kế hoạch số 12"), note(2))), 1, false, false)
                            : cell("Kế hoạch, quyết định và hình ảnh kèm theo", false))));
        }
        rows.add(new Block.Row(List.of(
                new Block.Cell(Inline.Text.plain("Tổng cộng"), 2, true, true), cell("600", true), cell("", false))));
        return document(DocumentKind.REPORT, "Kết quả tự đánh giá mức độ chuyển đổi số năm 2025")
                .addressees("Ủy ban nhân dân huyện An Dương")
                .recipients("Như trên;", "Lưu: VT.")
                .body(List.of(
                        new Block.Paragraph(
                                new Inline.Text(List.of(run("Nhà trường báo cáo"), note(1), run(" như sau:")))),
                        paragraph(SENTENCE + " (chi tiết tại các Phụ lục kèm theo)./.")))
                .annexes(
                        new Annex(
                                1,
                                "Bảng điểm tự đánh giá",
                                "(Kèm theo Báo cáo số\u00A0\u00A0\u00A0\u00A0/BC-PGDĐT ngày\u00A0\u00A0\u00A0\u00A0tháng\u00A0\u00A0\u00A0\u00A0năm\u00A0\u00A0\u00A0\u00A0của Phòng Giáo dục và Đào tạo)",
                                List.of(new Block.Table(List.of(1, 5, 2, 4), 1, rows))),
                        new Annex(2, "Danh sách tổ công tác", "", List.of(paragraph("Danh sách gồm ba người./."))))
                .make();
    }

    static Block paragraph(String text) {
        return new Block.Paragraph(Inline.Text.plain(text));
    }

    static Block item(Level level, int ordinal, String text) {
        return new Block.Item(level, ordinal, false, Inline.Text.plain(text));
    }

    static Block title(Level level, int ordinal, String text) {
        return new Block.Item(level, ordinal, true, Inline.Text.plain(text));
    }

    static Inline run(String text) {
        return new Inline.Run(text, false, false);
    }

    static Inline.Footnote note(int number) {
        return new Inline.Footnote(
                number,
                Inline.Text.plain("Chú thích số " + number + ": Quyết định số 131/QĐ-TTg của Thủ tướng Chính phủ."));
    }

    static Block.Cell head(String text) {
        return new Block.Cell(Inline.Text.plain(text), 1, true, true);
    }

    static Block.Cell cell(String text, boolean centred) {
        return new Block.Cell(Inline.Text.plain(text), 1, centred, false);
    }

    /** A plan whose content is {@code paragraphs} lines of text. */
    static AdministrativeDocument planOf(List<Block> body) {
        return document(DocumentKind.PLAN, "Kế hoạch thử")
                .body(body)
                .recipients("Lưu: VT.")
                .make();
    }

    static List<Block> paragraphs(int count) {
        return IntStream.range(0, count)
                .mapToObj(it -> paragraph("Đoạn " + it + "."))
                .toList();
    }

    static Draft document(DocumentKind kind, String subject) {
        return new Draft(kind, subject);
    }

    /** What differs from sample to sample. */
    static final class Draft {
        private final DocumentKind kind;
        private final String subject;
        private Agency issuer = ISSUER;
        private Authority authority = new Authority.Head("TRƯỞNG PHÒNG");
        private List<String> addressees = List.of();
        private List<Inline.Text> bases = List.of();
        private @Nullable String enactedBy;
        private List<Block> body = List.of();
        private List<String> recipients = List.of();
        private List<Annex> annexes = List.of();
        private Marks marks = Marks.NONE;
        private List<Cosigner> cosigners = List.of();

        private Draft(DocumentKind kind, String subject) {
            this.kind = kind;
            this.subject = subject;
        }

        Draft issuer(Agency value) {
            issuer = value;
            return this;
        }

        Draft authority(Authority value) {
            authority = value;
            return this;
        }

        Draft addressees(String... values) {
            addressees = List.of(values);
            return this;
        }

        Draft bases(String... values) {
            bases = java.util.Arrays.stream(values).map(Inline.Text::plain).toList();
            return this;
        }

        Draft enactedBy(String value) {
            enactedBy = value;
            return this;
        }

        Draft body(List<Block> value) {
            body = value;
            return this;
        }

        Draft recipients(String... values) {
            recipients = List.of(values);
            return this;
        }

        Draft annexes(Annex... values) {
            annexes = List.of(values);
            return this;
        }

        Draft marks(Marks value) {
            marks = value;
            return this;
        }

        Draft cosigners(Cosigner... values) {
            cosigners = List.of(values);
            return this;
        }

        AdministrativeDocument make() {
            var signatory = new Signatory(new PersonId("vu-manh-hung"), "Vũ Mạnh Hùng", AGENCY, authority);
            var particulars = new Particulars(
                    new DocumentId(UUID.fromString("00000000-0000-4000-8000-000000000001")),
                    new LookupCode("7K2M-Q9XD-04TB"),
                    kind,
                    AGENCY,
                    issuer.name(),
                    issuer.place(),
                    kind.symbol(issuer.symbol(), "CNTT"),
                    subject,
                    signatory.person(),
                    signatory.fullName(),
                    recipients,
                    "Vĩnh viễn",
                    "ke-hoach@" + "0".repeat(64));
            return new AdministrativeDocument(
                    particulars,
                    issuer,
                    signatory,
                    marks,
                    addressees,
                    bases,
                    enactedBy,
                    body,
                    cosigners,
                    recipients,
                    annexes,
                    Answers.NONE);
        }
    }
}
