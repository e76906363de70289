package vn.antin.word;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import vn.antin.agency.Authority;
import vn.antin.agency.Signatory;
import vn.antin.compose.AdministrativeDocument;
import vn.antin.compose.Annex;
import vn.antin.compose.Answers;
import vn.antin.compose.Block;
import vn.antin.compose.Composer;
import vn.antin.compose.Cosigner;
import vn.antin.compose.DemonstrationBodies;
import vn.antin.compose.Inline;
import vn.antin.compose.Level;
import vn.antin.compose.Marks;
import vn.antin.compose.Seed;
import vn.antin.kernel.DocumentKind;
import vn.antin.kernel.Particulars;
import vn.antin.template.ProjectTemplates;
import vn.antin.template.TemplateRevision;

/** Documents to be written as Word files: the seeds, each template's sample, each kind, one with everything. */
final class WordSamples {
    private WordSamples() {}

    record Sample(String name, AdministrativeDocument document) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static final List<Sample> SEEDS =
            Seed.all().map(it -> new Sample("seed-" + it.name(), it.document())).toList();

    static Stream<Sample> seeds() {
        return SEEDS.stream();
    }

    static Stream<Sample> templates() {
        try {
            var bodies = new DemonstrationBodies();
            return ProjectTemplates.read().all().stream()
                    .map(it -> new Sample("template-" + it.name(), sample(it, bodies)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static AdministrativeDocument sample(TemplateRevision template, DemonstrationBodies bodies) {
        return new Composer()
                .compose(
                        template,
                        template.sample(),
                        bodies.agency("th-toan-thang"),
                        bodies.signatory("pham-thi-nga"),
                        DemonstrationBodies.ID,
                        DemonstrationBodies.CODE);
    }

    /** A short document of each of the 29 kinds. */
    static Stream<Sample> kinds() {
        var plan = SEEDS.get(3).document();
        return Stream.of(DocumentKind.values()).map(kind -> {
            boolean letter = kind == DocumentKind.LETTER;
            boolean enacts = kind == DocumentKind.DECISION || kind == DocumentKind.RESOLUTION;
            var body = new ArrayList<Block>();
            if (enacts) {
                body.add(new Block.Centred(Inline.Text.plain(kind.heading() + ":")));
                body.add(item(Level.ARTICLE, 1, "Phân công các tổ thực hiện nhiệm vụ chuyển đổi số."));
                body.add(item(Level.CLAUSE, 1, "Tổ chuyên môn lập kế hoạch của tổ."));
                body.add(item(Level.POINT, 1, "Nộp trước ngày 30 tháng 9."));
                body.add(item(Level.ARTICLE, 2, "Quyết định này có hiệu lực kể từ ngày ký./."));
            } else {
                body.add(new Block.Paragraph(Inline.Text.plain("Nhà trường thông tin các nội dung sau:")));
                body.add(item(Level.CLAUSE, 1, "Nội dung thứ nhất."));
                body.add(item(Level.CLAUSE, 2, "Nội dung thứ hai./."));
            }
            return new Sample(
                    "kind-" + kind.name(),
                    with(
                            plan,
                            kind,
                            letter ? "báo cáo kết quả" : "Thực hiện nhiệm vụ chuyển đổi số năm học 2025-2026",
                            letter ? List.of("Các tổ chuyên môn") : List.of(),
                            enacts
                                    ? List.of(Inline.Text.plain("Căn cứ Luật Giáo dục ngày 14 tháng 6 năm 2019."))
                                    : List.of(),
                            enacts ? "HIỆU TRƯỞNG TRƯỜNG TIỂU HỌC TOÀN THẮNG" : null,
                            body,
                            List.of("Như trên;", "Lưu: VT."),
                            List.of()));
        });
    }

    /** Every level, merged cells, marks, footnotes everywhere, a landscape annex, an enacted text. */
    static AdministrativeDocument everything() {
        var plan = SEEDS.get(3).document();
        var body = List.of(
                new Block.Paragraph(new Inline.Text(List.of(
                        run("Đoạn mở đầu có "),
                        new Inline.Run("chữ đậm", true, false),
                        run(", "),
                        new Inline.Run("chữ nghiêng", false, true),
                        run(" và chú thích"),
                        new Inline.Footnote(1, Inline.Text.plain("Chú thích thứ nhất.")),
                        run(", xuống dòng"),
                        new Inline.Break(),
                        run("tại đây.")))),
                title(Level.PART, 1, "NHỮNG QUY ĐỊNH CHUNG"),
                title(Level.CHAPTER, 1, "PHẠM VI"),
                title(Level.SECTION, 1, "ĐỐI TƯỢNG"),
                title(Level.SUBSECTION, 1, "NHÀ TRƯỜNG"),
                title(Level.ARTICLE, 1, "Phạm vi điều chỉnh"),
                item(Level.CLAUSE, 1, "Khoản một."),
                item(Level.POINT, 1, "Điểm a."),
                item(Level.POINT, 2, "Điểm b."),
                item(Level.POINT, 3, "Điểm c."),
                item(Level.POINT, 4, "Điểm d."),
                item(Level.POINT, 5, "Điểm đ."),
                item(Level.POINT, 6, "Điểm e."),
                item(Level.POINT, 7, "Điểm g."),
                item(Level.CLAUSE, 2, "Khoản hai."),
                item(Level.DASH, 0, "Gạch đầu dòng."),
                item(Level.PLUS, 0, "Dấu cộng."),
                title(Level.CHAPTER, 2, "TỔ CHỨC THỰC HIỆN"),
                item(Level.ARTICLE, 2, "Điều không có tên."),
                title(Level.CLAUSE, 1, "Khoản có tên"),
                title(Level.POINT, 1, "Điểm có tên"),
                new Block.Table(
                        List.of(1, 4, 3),
                        1,
                        List.of(
                                new Block.Row(List.of(head("TT"), head("Nội dung"), head("Ghi chú"))),
                                new Block.Row(List.of(
                                        new Block.Cell(Inline.Text.plain("1"), 1, 2, Block.Alignment.CENTRED, false),
                                        cell("Ô thứ nhất"),
                                        new Block.Cell(Inline.Text.plain("10,5"), 1, 1, Block.Alignment.RIGHT, false))),
                                new Block.Row(List.of(new Block.Cell(
                                        Inline.Text.plain("Gộp hai cột"), 2, 1, Block.Alignment.LEFT, true))))),
                new Block.Paragraph(Inline.Text.plain("Chi tiết tại các phụ lục kèm theo./.")));
        var base = with(
                plan,
                DocumentKind.PLAN,
                "Thử mọi thành phần của văn bản",
                List.of("Phòng Văn hóa - Xã hội;", "Các tổ chuyên môn."),
                List.of(Inline.Text.plain("Căn cứ Luật Giáo dục ngày 14 tháng 6 năm 2019.")),
                null,
                body,
                List.of("Như trên;", "Lưu: VT."),
                List.of(
                        new Annex(
                                1,
                                null,
                                true,
                                "Bảng theo dõi",
                                "(Kèm theo Kế hoạch số\u00a0\u00a0\u00a0/KH-THTT)",
                                List.of(new Block.Table(
                                        List.of(2, 3, 5),
                                        0,
                                        List.of(new Block.Row(List.of(cell("a"), cell("b"), cell("c"))))))),
                        new Annex(
                                0,
                                DocumentKind.STATUTE,
                                false,
                                "Quy chế làm việc",
                                "",
                                List.of(
                                        item(Level.ARTICLE, 1, "Điều của quy chế."),
                                        item(Level.ARTICLE, 2, "Điều cuối./.")))));
        return new AdministrativeDocument(
                base.particulars(),
                base.issuer(),
                new Signatory(
                        base.signatory().person(),
                        base.signatory().fullName(),
                        base.signatory().agency(),
                        new Authority.Deputy("HIỆU TRƯỞNG", "PHÓ HIỆU TRƯỞNG")),
                new Marks(Marks.Urgency.VERY_URGENT, Marks.Circulation.INTERNAL, "PTN.(30)"),
                base.addressees(),
                base.legalBases(),
                null,
                base.body(),
                List.<Cosigner>of(),
                base.recipients(),
                base.annexes(),
                Answers.NONE);
    }

    private static AdministrativeDocument with(
            AdministrativeDocument like,
            DocumentKind kind,
            String subject,
            List<String> addressees,
            List<Inline.Text> bases,
            @org.jspecify.annotations.Nullable String enactedBy,
            List<Block> body,
            List<String> recipients,
            List<Annex> annexes) {
        var it = like.particulars();
        var particulars = new Particulars(
                it.id(),
                it.code(),
                kind,
                it.agency(),
                it.agencyName(),
                it.place(),
                kind.symbol(like.issuer().symbol(), "VP"),
                subject,
                it.signatory(),
                it.signatoryName(),
                recipients,
                it.retention(),
                it.template());
        return new AdministrativeDocument(
                particulars, like.issuer(), like.signatory(), addressees, bases, enactedBy, body, recipients, annexes);
    }

    private static Inline run(String text) {
        return new Inline.Run(text, false, false);
    }

    private static Block item(Level level, int ordinal, String text) {
        return new Block.Item(level, ordinal, false, Inline.Text.plain(text));
    }

    private static Block title(Level level, int ordinal, String text) {
        return new Block.Item(level, ordinal, true, Inline.Text.plain(text));
    }

    private static Block.Cell head(String text) {
        return new Block.Cell(Inline.Text.plain(text), 1, true, true);
    }

    private static Block.Cell cell(String text) {
        return new Block.Cell(Inline.Text.plain(text), 1, false, false);
    }
}
