package vn.antin.render;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vn.antin.compose.AdministrativeDocument;
import vn.antin.compose.Annex;
import vn.antin.compose.Block;
import vn.antin.compose.Block.Alignment;
import vn.antin.compose.Inline;
import vn.antin.compose.Level;
import vn.antin.kernel.DocumentKind;

/** Documents whose tables, notes and lists run over many pages. */
public final class LongDocuments {
    private static final String TASK =
            "Rà soát, bổ sung hạ tầng, thiết bị và học liệu số; tập huấn cho giáo viên, nhân viên về kỹ năng số";

    private LongDocuments() {}

    /** A report with a text of about five pages. */
    public static AdministrativeDocument fivePages() {
        var body = new ArrayList<Block>();
        for (int part = 1; part <= 4; part++) {
            body.add(SampleDocuments.title(Level.ROMAN, part, "NHIỆM VỤ TRỌNG TÂM"));
            for (int clause = 1; clause <= 2; clause++) {
                body.add(SampleDocuments.title(Level.CLAUSE, clause, "Chuyển đổi số trong quản trị nhà trường"));
                for (int point = 1; point <= 4; point++) {
                    body.add(SampleDocuments.item(Level.POINT, point, SampleDocuments.SENTENCE));
                }
            }
        }
        return SampleDocuments.document(DocumentKind.PLAN, "Triển khai nhiệm vụ chuyển đổi số năm học 2025-2026")
                .bases("Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;")
                .body(body)
                .recipients("Như trên;", "Lưu: VT.")
                .make();
    }

    /** A short plan with an annex of {@code rows} rows in the columns of a work plan; 1,450 take about 60 pages. */
    public static AdministrativeDocument longAnnex(int rows) {
        return SampleDocuments.document(DocumentKind.PLAN, "Phân công nhiệm vụ năm học 2025-2026")
                .body(List.of(SampleDocuments.paragraph(SampleDocuments.SENTENCE + " (chi tiết tại Phụ lục)./.")))
                .recipients("Như trên;", "Lưu: VT.")
                .annexes(new Annex(0, "Bảng phân công nhiệm vụ", "", List.of(workTable(rows, List.of(1, 6, 3, 2, 2)))))
                .make();
    }

    static Block.Table workTable(int rows, List<Integer> widths) {
        var table = new ArrayList<Block.Row>();
        table.add(row("TT", "Nhiệm vụ", "Đơn vị chủ trì", "Thời gian", "Kinh phí (đồng)"));
        for (int i = 1; i <= rows; i++) {
            table.add(new Block.Row(List.of(
                    cell(Integer.toString(i), 1, 1, Alignment.CENTRED),
                    cell("Nhiệm vụ thứ " + i + ": " + TASK, 1, 1, Alignment.LEFT),
                    cell("Tổ chuyên môn số " + (i % 7 + 1), 1, 1, Alignment.LEFT),
                    cell("Tháng " + (i % 12 + 1), 1, 1, Alignment.CENTRED),
                    cell(i * 125 + ".000", 1, 1, Alignment.RIGHT))));
        }
        return new Block.Table(widths, 1, table);
    }

    /** Annexes of both orientations, the first with a table of merged cells over several pages. */
    static AdministrativeDocument mixed() {
        return SampleDocuments.document(DocumentKind.PLAN, "Phân công nhiệm vụ năm học 2025-2026")
                .body(List.of(SampleDocuments.paragraph(SampleDocuments.SENTENCE + " (chi tiết tại các Phụ lục)./.")))
                .recipients("Như trên;", "Lưu: VT.")
                .annexes(
                        new Annex(1, "Bảng phân công theo đơn vị", "(Kèm theo Kế hoạch số)", List.of(merged(14))),
                        new Annex(
                                2,
                                null,
                                true,
                                "Bảng tổng hợp kinh phí",
                                "(Kèm theo Kế hoạch số)",
                                List.of(workTable(40, List.of(0, 0, 0, 0, 0)), note())),
                        new Annex(3, "Danh sách", "", List.of(SampleDocuments.paragraph("Gồm ba người./."))))
                .make();
    }

    private static Block note() {
        return new Block.Paragraph(new Inline.Text(List.of(
                SampleDocuments.run("Kinh phí đã gồm thuế"), SampleDocuments.note(1), SampleDocuments.run("./."))));
    }

    /** Two header rows with merged cells; groups of rows under one cell, every third one longer than a page. */
    static Block.Table merged(int groups) {
        var rows = new ArrayList<Block.Row>();
        rows.add(new Block.Row(List.of(
                cell("TT", 1, 2, Alignment.CENTRED),
                cell("Đơn vị", 1, 2, Alignment.CENTRED),
                cell("Nội dung", 1, 2, Alignment.CENTRED),
                cell("Kinh phí (đồng)", 2, 1, Alignment.CENTRED),
                cell("Ghi chú", 1, 2, Alignment.CENTRED))));
        rows.add(new Block.Row(
                List.of(cell("Ngân sách", 1, 1, Alignment.CENTRED), cell("Xã hội hóa", 1, 1, Alignment.CENTRED))));
        for (int group = 1; group <= groups; group++) {
            int size = group % 3 == 0 ? 26 : 3;
            for (int i = 0; i < size; i++) {
                var cells = new ArrayList<Block.Cell>();
                if (i == 0) {
                    cells.add(cell(Integer.toString(group), 1, size, Alignment.CENTRED));
                    cells.add(cell("Trường Tiểu học số " + group + " huyện An Dương", 1, size, Alignment.LEFT));
                }
                cells.add(
                        cell(group + "." + (i + 1) + ". " + TASK.substring(0, 30 + i * 7 % 60), 1, 1, Alignment.LEFT));
                cells.add(cell((i + 1) * 1_250 + ".000", 1, 1, Alignment.RIGHT));
                cells.add(cell(i % 2 == 0 ? "0" : (i + 1) * 300 + ".000", 1, 1, Alignment.RIGHT));
                if (i == 0) {
                    cells.add(cell(
                            group == 4
                                    ? IntStream.range(0, 90)
                                            .mapToObj(n -> "chú" + n)
                                            .collect(Collectors.joining(" "))
                                    : "",
                            1,
                            size,
                            Alignment.LEFT));
                }
                rows.add(new Block.Row(cells));
            }
        }
        rows.add(new Block.Row(List.of(
                new Block.Cell(Inline.Text.plain("Tổng cộng"), 3, 1, Alignment.CENTRED, true),
                cell("1.250.000", 1, 1, Alignment.RIGHT),
                cell("300.000", 1, 1, Alignment.RIGHT),
                cell("", 1, 1, Alignment.LEFT))));
        return new Block.Table(Collections.nCopies(6, 0), 2, rows);
    }

    /** A regulation in parts, chapters, sections and articles, with every level under them, and a long note. */
    static AdministrativeDocument chapters() {
        var body = new ArrayList<Block>();
        int article = 0;
        int chapter = 0;
        for (int part = 1; part <= 2; part++) {
            body.add(SampleDocuments.title(Level.PART, part, "Những quy định chung về chuyển đổi số trong nhà trường"));
            for (int i = 1; i <= 2; i++) {
                body.add(SampleDocuments.title(Level.CHAPTER, ++chapter, "Quy định chung"));
                for (int section = 1; section <= 2; section++) {
                    body.add(SampleDocuments.title(Level.SECTION, section, "Trách nhiệm"));
                    body.add(SampleDocuments.title(Level.SUBSECTION, 1, "Trách nhiệm của hiệu trưởng"));
                    body.add(SampleDocuments.title(Level.ARTICLE, ++article, "Phạm vi điều chỉnh"));
                    body.add(SampleDocuments.item(Level.CLAUSE, 1, SampleDocuments.SENTENCE));
                    body.add(SampleDocuments.item(Level.POINT, 1, "Theo điểm a khoản 2 Điều 9 của Quy chế này:"));
                    body.add(SampleDocuments.item(Level.DASH, 0, SampleDocuments.SENTENCE));
                    body.add(SampleDocuments.item(Level.PLUS, 0, "Ít nhất 02 bản, khổ 210 mm, trong 05 ngày."));
                    body.add(SampleDocuments.item(Level.POINT, 2, SampleDocuments.SENTENCE));
                }
            }
        }
        body.add(8, new Block.Paragraph(new Inline.Text(List.of(SampleDocuments.run("Có chú dài"), longNote(1, 60)))));
        body.add(20, new Block.Paragraph(new Inline.Text(List.of(SampleDocuments.run("Có chú nữa"), longNote(2, 6)))));
        return SampleDocuments.document(DocumentKind.REGULATION, "Quản lý và sử dụng học liệu số")
                .body(body)
                .recipients("Lưu: VT.")
                .make();
    }

    /** Of about so many lines. */
    static Inline.Footnote longNote(int number, int lines) {
        return new Inline.Footnote(
                number,
                Inline.Text.plain(IntStream.range(0, lines * 12)
                        .mapToObj(i -> "chữ" + number + "/" + i)
                        .collect(Collectors.joining(" "))));
    }

    private static Block.Row row(String... titles) {
        return new Block.Row(List.of(titles).stream().map(SampleDocuments::head).toList());
    }

    static Block.Cell cell(String text, int columns, int rows, Alignment alignment) {
        return new Block.Cell(Inline.Text.plain(text), columns, rows, alignment, false);
    }
}
