package vn.antin.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import vn.antin.Peers;
import vn.antin.agency.Agency;
import vn.antin.agency.Authority;
import vn.antin.compose.AdministrativeDocument;
import vn.antin.compose.Annex;
import vn.antin.compose.Cosigner;
import vn.antin.compose.Marks;
import vn.antin.kernel.AgencyId;
import vn.antin.kernel.DocumentKind;
import vn.antin.render.MeasuredPage.Frame;
import vn.antin.render.MeasuredPage.TextLine;

/** Components beside the main ones (Decree 30/2020/NĐ-CP, annex I, part I, III) and the forms that differ (annex III). */
class OtherComponentsTests {
    private static float mm(float points) {
        return points * 25.4f / 72;
    }

    private static byte[] pdf(AdministrativeDocument document) {
        return RendererTests.RENDERER.render(document).pdf().bytes();
    }

    private static List<MeasuredPage> pages(AdministrativeDocument document) throws IOException {
        return MeasuredPage.all(pdf(document));
    }

    private static SampleDocuments.Draft letter() {
        return SampleDocuments.document(DocumentKind.LETTER, "báo cáo kết quả tự đánh giá")
                .addressees("Các trường Tiểu học")
                .recipients("Như trên;", "Lưu: VT, CNTT.")
                .body(SampleDocuments.paragraphs(3));
    }

    private static void isSound(AdministrativeDocument document) {
        assertThat(Peers.veraPdf(pdf(document), PDFAFlavour.PDFA_3_A)).isEmpty();
        assertThat(Peers.veraPdf(pdf(document), PDFAFlavour.PDFUA_1)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void urgencyStandsRedInAFrameOfItsSizeUnderTheNumber(Marks.Urgency urgency) throws IOException {
        AdministrativeDocument document =
                letter().marks(new Marks(urgency, null, "")).make();
        MeasuredPage page = pages(document).getFirst();
        Frame frame = page.frames().getFirst();
        assertThat(frame.red()).isTrue();
        assertThat(mm(frame.width())).isEqualTo(urgency.widthMillimetres(), within(0.01f));
        assertThat(mm(frame.height())).isEqualTo(8, within(0.01f));
        TextLine words = page.line(urgency.words());
        assertThat(words.bold()).isTrue();
        assertThat(words.size).isBetween(13f, 14f);
        assertThat(words.middle()).isEqualTo(frame.x() + frame.width() / 2, within(0.2f));
        assertThat(words.left).isGreaterThan(frame.x() + 2);
        TextLine subject = page.line("V/v báo cáo");
        assertThat(frame.y() + frame.height()).isLessThan(subject.baseline);
        assertThat(page.line("Kính gửi").baseline).isLessThan(frame.y());
        isSound(document);
    }

    @ParameterizedTest
    @EnumSource
    void circulationStandsInABlackFrameOverTheTextArea(Marks.Circulation circulation) throws IOException {
        AdministrativeDocument document =
                letter().marks(new Marks(null, circulation, "")).make();
        MeasuredPage page = pages(document).getFirst();
        Frame frame = page.frames().getFirst();
        assertThat(frame.red()).isFalse();
        assertThat(mm(841.89f - frame.y())).isLessThan(20);
        assertThat(mm(841.89f - frame.y() - frame.height())).isGreaterThan(5);
        TextLine words = page.line(circulation.words());
        assertThat(words.bold()).isTrue();
        assertThat(words.size).isBetween(13f, 14f);
        assertThat(words.middle()).isEqualTo(frame.x() + frame.width() / 2, within(0.2f));
        assertThat(page.lines().getFirst().text()).isEqualTo(circulation.words());
        isSound(document);
    }

    @Test
    void theDraftersMarkFollowsTheFileCopyInItsSize() throws IOException {
        AdministrativeDocument document =
                letter().marks(new Marks(null, null, "PL.(300)")).make();
        TextLine line = pages(document).getFirst().line("PL.(300)");
        assertThat(line.text()).isEqualTo("- Lưu: VT, CNTT. PL.(300)");
        assertThat(line.size).isEqualTo(11);
        assertThat(line.bold()).isFalse();
    }

    @Test
    void minutesAreSignedBySecretaryAndChairAndBearTheirDateAtTheFoot() throws IOException {
        AdministrativeDocument minutes = SampleDocuments.document(DocumentKind.MINUTES, "Họp Hội đồng")
                .authority(new Authority.Deputy("HIỆU TRƯỞNG", "PHÓ HIỆU TRƯỞNG"))
                .cosigners(new Cosigner("THƯ KÝ", "Lê Thu Hà"))
                .recipients("Thành viên;", "Lưu: VT, Hồ sơ.")
                .body(SampleDocuments.paragraphs(3))
                .make();
        MeasuredPage page = pages(minutes).getFirst();
        TextLine secretary = page.line("THƯ KÝ");
        TextLine chair = page.line("CHỦ TỌA");
        assertThat(secretary.baseline).isEqualTo(chair.baseline);
        assertThat(secretary.middle()).isLessThan(chair.left);
        assertThat(page.line("Lê Thu Hà").baseline).isEqualTo(page.line("Vũ Mạnh Hùng").baseline, within(0.01f));
        assertThat(page.line("PHÓ HIỆU TRƯỞNG").baseline).isLessThan(chair.baseline - LayoutProfile.mm(30));
        assertThat(page.has("KT.")).isFalse();
        assertThat(page.line("Nơi nhận:").baseline).isLessThan(page.line("Lê Thu Hà").baseline);
        try (var document = Loader.loadPDF(pdf(minutes))) {
            PDRectangle date = document.getDocumentCatalog()
                    .getAcroForm(null)
                    .getField("ngay_van_ban")
                    .getWidgets()
                    .getFirst()
                    .getRectangle();
            assertThat(mm(date.getUpperRightY())).isLessThan(20);
        }
        isSound(minutes);
    }

    @Test
    void anEnactedTextBearsTheNamesItsKindItsTitleAndWhatItComesWith() throws IOException {
        AdministrativeDocument decision = SampleDocuments.document(DocumentKind.DECISION, "Ban hành Quy chế văn thư")
                .body(SampleDocuments.paragraphs(2))
                .recipients("Như Điều 2;", "Lưu: VT.")
                .annexes(new Annex(
                        0,
                        DocumentKind.STATUTE,
                        false,
                        "Công tác văn thư",
                        "(Kèm theo Quyết định số      /QĐ-PGDĐT)",
                        SampleDocuments.paragraphs(50)))
                .make();
        List<MeasuredPage> pages = pages(decision);
        MeasuredPage first = pages.get(1);
        TextLine nation = first.line("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
        assertThat(nation.baseline).isEqualTo(pages.getFirst().line("CỘNG HÒA XÃ HỘI").baseline);
        assertThat(first.has("Số:")).isFalse();
        assertThat(first.line("QUY CHẾ").bold()).isTrue();
        assertThat(first.line("Công tác văn thư").bold()).isTrue();
        TextLine reference = first.line("(Kèm theo Quyết định số");
        assertThat(reference.italic()).isTrue();
        assertThat(first.ruleUnder(reference).length() / reference.width()).isBetween(1 / 3f, 1 / 2f);
        assertThat(pages.get(2).lines().getLast().text()).isEqualTo("2");
        isSound(decision);
    }

    @Test
    void lettersOfIntroductionAndLeaveHaveNoSubjectUnderTheirName() throws IOException {
        AdministrativeDocument introduction = SampleDocuments.document(DocumentKind.INTRODUCTION, "Giới thiệu ông A")
                .enactedBy("Phòng Giáo dục và Đào tạo")
                .body(SampleDocuments.paragraphs(2))
                .recipients("Lưu: VT.")
                .make();
        MeasuredPage page = pages(introduction).getFirst();
        assertThat(page.has("Giới thiệu ông A")).isFalse();
        TextLine heading = page.line("GIẤY GIỚI THIỆU");
        assertThat(page.ruleUnder(heading).length() / heading.width()).isBetween(1 / 3f, 1 / 2f);
        TextLine salute = page.line("trân trọng giới thiệu:");
        assertThat(salute.bold()).isFalse();
        assertThat(salute.middle()).isEqualTo(LayoutProfile.DECREE_30.centre(), within(0.5f));
        isSound(introduction);
    }

    @Test
    void longNamesOfBodiesAndPowersGoOverSeveralLinesWithinTheirColumns() throws IOException {
        AdministrativeDocument document = letter().issuer(new Agency(
                        new AgencyId("pgd-an-duong"),
                        "ỦY BAN NHÂN DÂN THÀNH PHỐ TRỰC THUỘC TRUNG ƯƠNG HẢI PHÒNG",
                        "TRƯỜNG TIỂU HỌC, TRUNG HỌC CƠ SỞ VÀ TRUNG HỌC PHỔ THÔNG NGUYỄN BỈNH KHIÊM - CẦU GIẤY",
                        "THPT",
                        "An Dương",
                        null))
                .authority(new Authority.OnBehalf(
                        "HỘI ĐỒNG TRƯỜNG TIỂU HỌC, TRUNG HỌC CƠ SỞ VÀ TRUNG HỌC PHỔ THÔNG NGUYỄN BỈNH KHIÊM",
                        "CHỦ TỊCH"))
                .make();
        Files.write(Path.of("target", "rendered-long-names.pdf"), pdf(document));
        MeasuredPage page = pages(document).getFirst();
        float nation = page.line("CỘNG HÒA XÃ HỘI").left;
        assertThat(page.lines().stream()
                        .filter(it -> it.text().matches("[\\p{Lu} ,-]+") && it.left < 200 && it.baseline > 700))
                .hasSizeGreaterThan(4)
                .allMatch(it -> it.right < nation && it.left >= LayoutProfile.DECREE_30.left());
        assertThat(page.line("TM. HỘI ĐỒNG").right).isLessThanOrEqualTo(LayoutProfile.DECREE_30.rightEdge());
        isSound(document);
    }

    @Test
    void theSignatureNeverStandsAlone() throws IOException {
        for (int paragraphs = 20; paragraphs < 40; paragraphs++) {
            List<MeasuredPage> pages = pages(letter().body(SampleDocuments.paragraphs(paragraphs))
                    .marks(new Marks(Marks.Urgency.URGENT, null, "PL.(30)"))
                    .make());
            MeasuredPage last = pages.getLast();
            assertThat(last.lines().stream().filter(it -> it.text().startsWith("Đoạn")))
                    .as(paragraphs + " paragraphs")
                    .hasSizeGreaterThanOrEqualTo(2);
            assertThat(last.has("Nơi nhận:") && last.has("Vũ Mạnh Hùng")).isTrue();
        }
    }
}
