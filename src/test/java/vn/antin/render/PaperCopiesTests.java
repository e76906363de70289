package vn.antin.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import vn.antin.Peers;
import vn.antin.SeenPage;
import vn.antin.SetClock;
import vn.antin.agency.Agency;
import vn.antin.agency.Authority;
import vn.antin.agency.Signatory;
import vn.antin.compose.AdministrativeDocument;
import vn.antin.compose.Excerpt;
import vn.antin.compose.Place;
import vn.antin.kernel.AgencyId;
import vn.antin.kernel.Content;
import vn.antin.kernel.CopyForm;
import vn.antin.kernel.PersonId;

/** Copies on paper as they come out of the printer. */
class PaperCopiesTests {
    private static final Agency AGENCY =
            new Agency(new AgencyId("pgd-an-duong"), null, "PHÒNG GIÁO DỤC VÀ ĐÀO TẠO", "PGDĐT", "An Dương", null);
    private static final Signatory SIGNATORY = new Signatory(
            new PersonId("pham-van-binh"),
            "Phạm Văn Bình",
            AGENCY.id(),
            new Authority.Deputy("TRƯỞNG PHÒNG", "PHÓ TRƯỞNG PHÒNG"));

    private final SetClock clock = new SetClock(LocalDate.of(2026, 2, 5));
    private final Renderer renderer = new Renderer(clock, "http://localhost:8080");
    private final PaperCopies copies = new PaperCopies(clock, "http://localhost:8080");

    @Test
    void theBlockStandsRightUnderTheLastWordOfTheText() throws IOException {
        var made = copies.print(pages(SampleDocuments.plan()), note(CopyForm.FULL, 5, LocalDate.of(2026, 2, 5)));
        keep("plan", made.pdf());
        assertThat(made.foot()).isEqualTo(PaperCopies.Foot.LAST_PAGE);
        assertThat(made.pages()).isEqualTo(3);
        SeenPage last = SeenPage.all(made.pdf().bytes()).getLast();
        float name = last.lines().stream()
                .filter(it -> it.text().contains("Vũ Mạnh Hùng"))
                .findFirst()
                .orElseThrow()
                .baseline();
        assertThat(rule(last)).isBetween(name - 25, name - 10);
        assertThat(last.lines()).allSatisfy(it -> assertThat(it.baseline()).isGreaterThan(0));
        // Over the lower margin, where the look-up code stands.
        assertThat(last.line("Phạm Văn Bình").baseline()).isGreaterThan(LayoutProfile.DECREE_30.bottom());
        assertThat(last.find("Số: 05/SY-PGDĐT")).isPresent();
        assertThat(last.find("An Dương, ngày 05 tháng 02 năm 2026")).isPresent();
    }

    @Test
    void itStandsBetweenTheSignatureAndTheAddressOfALetter() throws IOException {
        AdministrativeDocument letter = Excerpt.of(SampleDocuments.letter(), Set.of(Place.of(Place.Part.BODY, 0)));
        var made = copies.print(pages(letter), note(CopyForm.FULL, null, null));
        keep("letter", made.pdf());
        assertThat(made.foot()).isEqualTo(PaperCopies.Foot.LAST_PAGE);
        SeenPage page = SeenPage.all(made.pdf().bytes()).getFirst();
        float name = page.line("Vũ Mạnh Hùng").baseline();
        assertThat(rule(page)).isLessThan(name);
        assertThat(page.line("Phạm Văn Bình").baseline())
                .isGreaterThan(page.line("pgd@anduong").baseline() + 20);
    }

    /** The decree wants one sheet (annex I, part II, II.2.a): its other side is the same sheet. */
    @Test
    void whatFindsNoRoomStandsOnTheBackOrOnASheetOfItsOwn() throws IOException {
        var onBack = copies.print(pages(SampleDocuments.letter()), note(CopyForm.FULL, null, null));
        assertThat(onBack.foot()).isEqualTo(PaperCopies.Foot.BACK_OF_LAST_SHEET);
        assertThat(onBack.pages()).isEqualTo(2);
        int paragraphs = 9;
        PaperCopies.Made onOwn;
        do {
            onOwn = copies.print(
                    pages(SampleDocuments.planOf(SampleDocuments.paragraphs(paragraphs++))),
                    note(CopyForm.FULL, null, null));
        } while (onOwn.foot() != PaperCopies.Foot.OWN_SHEET && paragraphs < 60);
        assertThat(onOwn.foot()).isEqualTo(PaperCopies.Foot.OWN_SHEET);
        assertThat(onOwn.pages() % 2).isEqualTo(1);
        SeenPage last = SeenPage.all(onOwn.pdf().bytes()).getLast();
        assertThat(last.height() - rule(last)).isCloseTo(LayoutProfile.DECREE_30.top(), within(1f));
    }

    @Test
    void numberAndDayMayBeLeftToBeWrittenByHand() {
        var made = copies.print(pages(SampleDocuments.plan()), note(CopyForm.OF_A_COPY, null, null));
        SeenPage last = SeenPage.all(made.pdf().bytes()).getLast();
        assertThat(last.lines().stream().map(it -> it.text().replaceAll("\\h+", " ")))
                .contains("Số: /SL-PGDĐT")
                .anyMatch(it -> it.startsWith("An Dương, ngày tháng năm"));
    }

    @Test
    void theCopyHoldsThePagesAsTheyAreAndNothingToFillIn() throws IOException {
        Content whole = pages(SampleDocuments.plan());
        var made = copies.print(whole, note(CopyForm.FULL, null, null));
        try (var before = Loader.loadPDF(whole.bytes());
                var after = Loader.loadPDF(made.pdf().bytes())) {
            assertThat(after.getDocumentCatalog().getAcroForm(null)).isNull();
            assertThat(after.getDocumentCatalog().getCOSObject().containsKey("Perms"))
                    .isFalse();
            for (int page = 0; page < 2; page++) {
                assertThat(after.getPage(page).getAnnotations()).isEmpty();
                var then = new PDFRenderer(before).renderImageWithDPI(page, 40, ImageType.GRAY);
                var now = new PDFRenderer(after).renderImageWithDPI(page, 40, ImageType.GRAY);
                assertThat(now.getRaster().getSamples(0, 0, now.getWidth(), now.getHeight(), 0, (int[]) null))
                        .isEqualTo(
                                then.getRaster().getSamples(0, 0, then.getWidth(), then.getHeight(), 0, (int[]) null));
            }
        }
        assertThat(Peers.said(made.pdf().bytes(), "qpdf", "--check"))
                .contains("No syntax or stream encoding errors found");
    }

    @Test
    void aTurnedPageIsNotDistorted() throws IOException {
        Content turned;
        try (var document = Loader.loadPDF(pages(SampleDocuments.plan()).bytes());
                var bytes = new ByteArrayOutputStream()) {
            document.getPage(2).setRotation(90);
            document.save(bytes);
            turned = Content.of(bytes.toByteArray());
        }
        var made = copies.print(turned, note(CopyForm.FULL, null, null));
        assertThat(made.pages()).isEqualTo(4);
        SeenPage page = SeenPage.all(made.pdf().bytes()).get(2);
        assertThat(page.width()).isEqualTo(LayoutProfile.DECREE_30.pageHeight(), within(1f));
        try (var before = Loader.loadPDF(turned.bytes());
                var after = Loader.loadPDF(made.pdf().bytes())) {
            var then = new PDFRenderer(before).renderImageWithDPI(2, 36, ImageType.GRAY);
            var now = new PDFRenderer(after).renderImageWithDPI(2, 36, ImageType.GRAY);
            assertThat(now.getWidth()).isEqualTo(then.getWidth());
            long difference = 0;
            for (int y = 0; y < now.getHeight(); y++) {
                for (int x = 0; x < now.getWidth(); x++) {
                    difference += Math.abs(now.getRaster().getSample(x, y, 0)
                            - then.getRaster().getSample(x, y, 0));
                }
            }
            assertThat(difference / (double) now.getWidth() / now.getHeight()).isLessThan(2);
        }
    }

    @Test
    void chosenPagesComeWithTheFirst() {
        var made = copies.print(pages(SampleDocuments.plan()), Set.of(3), note(CopyForm.EXTRACT, null, null));
        var pages = SeenPage.all(made.pdf().bytes());
        assertThat(pages).hasSize(2);
        assertThat(pages.getFirst().find("KẾ HOẠCH")).isPresent();
        assertThat(pages.getLast().find("TRÍCH SAO")).isPresent();
    }

    @Test
    void anExtractBearsTheWholeFormAndMarksWhatIsLeftOut() throws IOException {
        AdministrativeDocument part =
                Excerpt.of(SampleDocuments.plan(), Set.of(Place.of(Place.Part.BODY, 8), Place.of(Place.Part.BODY, 9)));
        Content anew = copies.composedAnew(part, "07", LocalDate.of(2024, 9, 10));
        assertThat(Peers.veraPdf(anew.bytes(), PDFAFlavour.PDFA_3_A)).isEmpty();
        assertThat(Peers.veraPdf(anew.bytes(), PDFAFlavour.PDFUA_1)).isEmpty();
        var made = copies.print(anew, note(CopyForm.EXTRACT, null, null));
        keep("extract", made.pdf());
        SeenPage first = SeenPage.all(made.pdf().bytes()).getFirst();
        for (String words : List.of(
                "CỘNG HÒA XÃ HỘI", "KẾ HOẠCH", "An Dương, ngày 10 tháng 9 năm 2024", "(Đã ký)", "Vũ Mạnh Hùng")) {
            assertThat(first.find(words)).as(words).isPresent();
        }
        assertThat(first.lines().stream().map(it -> it.text().strip()).filter("…"::equals))
                .hasSize(3);
        assertThat(first.find("07/KH-PGDĐT")).isPresent();
    }

    private Content pages(AdministrativeDocument document) {
        return renderer.render(document).pdf();
    }

    static CopyNote note(CopyForm form, @Nullable Integer number, @Nullable LocalDate day) {
        return new CopyNote(form, AGENCY, number, day, SIGNATORY, List.of("Như Điều 3;", "Lưu: VT."));
    }

    private static float rule(SeenPage page) {
        return page.rules().stream()
                .filter(it -> it.right() - it.left() > LayoutProfile.DECREE_30.textWidth() - 1)
                .map(SeenPage.Rule::y)
                .max(Float::compare)
                .orElseThrow();
    }

    private static void keep(String name, Content pdf) throws IOException {
        Path folder = Path.of("target", "copies");
        Files.createDirectories(folder);
        Files.write(folder.resolve(name + ".pdf"), pdf.bytes());
    }
}
