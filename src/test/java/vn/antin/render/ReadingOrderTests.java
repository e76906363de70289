package vn.antin.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.antin.compose.AdministrativeDocument;
import vn.antin.compose.Annex;
import vn.antin.compose.Block;
import vn.antin.compose.Block.Alignment;
import vn.antin.compose.Inline;
import vn.antin.compose.Level;
import vn.antin.kernel.DocumentKind;

class ReadingOrderTests {
    private static final Path EXPECTED = Path.of("src/test/resources/reading-order/plan-with-annex.txt");

    @Test
    void aPlanWithAnAnnexIsReadFromItsHeadToItsLastCell() throws IOException {
        String read = ScreenReader.read(
                RendererTests.RENDERER.render(planWithAnnex()).pdf().bytes());
        Files.writeString(Path.of("target", "reading-order.txt"), read);
        assertThat(read).isEqualTo(Files.readString(EXPECTED));
    }

    @Test
    void nothingOnThePagesIsOutsideWhatIsReadButPageNumbersAndRepeatedHeaders() throws IOException {
        String read = ScreenReader.read(
                RendererTests.RENDERER.render(LongDocuments.mixed()).pdf().bytes());
        assertThat(read).contains("3.26. Rà soát").contains("chú89").contains("Nhiệm vụ thứ 40");
        assertThat(read.split("Nội dung", -1))
                .as("the header of the first table is read once")
                .hasSize(2);
    }

    private static AdministrativeDocument planWithAnnex() {
        return SampleDocuments.document(DocumentKind.PLAN, "Triển khai nhiệm vụ chuyển đổi số năm học 2025-2026")
                .bases("Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư.")
                .body(List.of(
                        SampleDocuments.title(Level.ROMAN, 1, "MỤC ĐÍCH"),
                        new Block.Paragraph(new Inline.Text(List.of(
                                SampleDocuments.run("Nâng cao chất lượng dạy và học"),
                                SampleDocuments.note(1),
                                SampleDocuments.run(".")))),
                        SampleDocuments.title(Level.ROMAN, 2, "NHIỆM VỤ"),
                        SampleDocuments.title(Level.CLAUSE, 1, "Hạ tầng"),
                        SampleDocuments.item(Level.POINT, 1, "Rà soát thiết bị:"),
                        SampleDocuments.item(Level.DASH, 0, "Máy tính;"),
                        SampleDocuments.item(Level.DASH, 0, "Máy chiếu."),
                        SampleDocuments.item(Level.POINT, 2, "Lập dự toán./.")))
                .recipients("Sở GDĐT (để b/c);", "Lưu: VT.")
                .annexes(new Annex(
                        0,
                        null,
                        true,
                        "Kinh phí",
                        "(Kèm theo Kế hoạch)",
                        List.of(new Block.Table(List.of(0, 0, 0, 0), 2, rows()))))
                .make();
    }

    private static List<Block.Row> rows() {
        return List.of(
                new Block.Row(List.of(cell("TT", 1, 2), cell("Đơn vị", 1, 2), cell("Kinh phí", 2, 1))),
                new Block.Row(List.of(cell("Ngân sách", 1, 1), cell("Xã hội hóa", 1, 1))),
                new Block.Row(List.of(cell("1", 1, 2), cell("Tổ Toán", 1, 1), cell("10.000", 1, 1), cell("0", 1, 2))),
                new Block.Row(List.of(cell("Tổ Văn", 1, 1), cell("5.000", 1, 1))),
                new Block.Row(List.of(cell("Tổng cộng", 2, 1), cell("15.000", 1, 1), cell("0", 1, 1))));
    }

    private static Block.Cell cell(String text, int columns, int rows) {
        return LongDocuments.cell(text, columns, rows, Alignment.LEFT);
    }
}
