package vn.antin.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.antin.LibreOffice;
import vn.antin.SeenPage;
import vn.antin.SeenPage.Line;
import vn.antin.SetClock;
import vn.antin.agency.Agency;
import vn.antin.agency.Authority;
import vn.antin.agency.Signatory;
import vn.antin.kernel.AgencyId;
import vn.antin.kernel.CopyForm;
import vn.antin.kernel.PersonId;

/**
 * The block of a copy on paper beside form 3.1 of annex III as LibreOffice sets it; the figures stand in {@code
 * src/docs/copies.md}. The forms have margins of 35 and 20 mm, we 30 and 15, so places across are shares of the text's width.
 */
class CopyGeometryTests {
    private static final Agency AGENCY =
            new Agency(new AgencyId("pgd-an-duong"), null, "PHÒNG GIÁO DỤC VÀ ĐÀO TẠO", "PGDĐT", "An Dương", null);
    private static final Signatory HEAD = new Signatory(
            new PersonId("vu-manh-hung"), "Vũ Mạnh Hùng", AGENCY.id(), new Authority.Head("TRƯỞNG PHÒNG"));

    private static final Block OFFICIAL = official();
    private static final Block OURS = ours();

    /** One page's block, with the edges of its text. */
    private record Block(SeenPage page, float left, float right, float rule, Map<Part, Line> parts) {
        Line part(Part part) {
            return Objects.requireNonNull(parts.get(part));
        }

        float share(Line line) {
            return (line.middle() - left) / (right - left);
        }

        float below(Line line) {
            return rule - line.baseline();
        }
    }

    private enum Part {
        AGENCY("2 tên cơ quan", 12, 13),
        FORM("1 hình thức sao", 13, 14),
        NUMBER("3 số, ký hiệu", 13, 13),
        DAY("4 địa danh, thời gian", 13, 14),
        AUTHORITY("5a chức vụ", 13, 14),
        NAME("5b họ tên", 13, 14),
        RECIPIENTS("7 Nơi nhận", 12, 12),
        LIST("7 danh sách", 11, 11);

        private final String words;
        private final float least;
        private final float most;

        Part(String words, float least, float most) {
            this.words = words;
            this.least = least;
            this.most = most;
        }
    }

    private static Block official() {
        byte[] form;
        try (var in = CopyGeometryTests.class.getResourceAsStream("/decree30/annex-3-official-templates.docx");
                var office = new LibreOffice()) {
            form = office.pdf(Objects.requireNonNull(in).readAllBytes(), ".docx");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        SeenPage page = SeenPage.all(form).stream()
                .filter(it -> it.find("Mẫu 3").isPresent()
                        && it.find("định dạng giấy").isPresent())
                .reduce((a, b) -> b)
                .orElseThrow();
        Line number = page.line("Số:");
        Line agency = nearest(page, "TÊN CƠ QUAN, TỔ CHỨC", number.baseline());
        return new Block(
                page,
                page.line("Nơi nhận:").left(),
                page.lines().stream()
                        .filter(it -> it.text().startsWith("......"))
                        .map(Line::right)
                        .max(Float::compare)
                        .orElseThrow(),
                page.rules().stream()
                        .filter(it -> it.y() > agency.baseline() && it.y() < agency.baseline() + 25)
                        .map(SeenPage.Rule::y)
                        .findFirst()
                        .orElseThrow(),
                parts(
                        agency,
                        onBaseline(page, agency),
                        number,
                        onBaseline(page, number),
                        page.line("QUYỀN HẠN, CHỨC VỤ"),
                        page.line("Họ và tên"),
                        page.line("Nơi nhận:"),
                        page.line("- Lưu: VT")));
    }

    private static Block ours() {
        var clock = new SetClock(LocalDate.of(2026, 2, 5));
        byte[] copy = new PaperCopies(clock, "http://localhost:8080")
                .print(
                        new Renderer(clock, "http://localhost:8080")
                                .render(SampleDocuments.plan())
                                .pdf(),
                        new CopyNote(
                                CopyForm.FULL,
                                AGENCY,
                                5,
                                LocalDate.of(2026, 2, 5),
                                HEAD,
                                List.of("Trường Tiểu học A;", "Trường Tiểu học B;", "Lưu: VT.")))
                .pdf()
                .bytes();
        SeenPage last = SeenPage.all(copy).getLast();
        Line form1 = last.line("SAO Y");
        return new Block(
                last,
                LayoutProfile.DECREE_30.left(),
                LayoutProfile.DECREE_30.rightEdge(),
                last.rules().stream()
                        .filter(it -> it.right() - it.left() > LayoutProfile.DECREE_30.textWidth() - 1)
                        .map(SeenPage.Rule::y)
                        .findFirst()
                        .orElseThrow(),
                parts(
                        nearest(last, "PHÒNG GIÁO DỤC VÀ ĐÀO TẠO", form1.baseline()),
                        form1,
                        last.line("/SY-"),
                        last.line("An Dương, ngày"),
                        last.line("TRƯỞNG PHÒNG"),
                        last.line("Vũ Mạnh Hùng"),
                        last.line("Nơi nhận:"),
                        last.line("- Lưu: VT")));
    }

    /** In the order of {@link Part}. */
    private static Map<Part, Line> parts(Line... lines) {
        var parts = new EnumMap<Part, Line>(Part.class);
        for (Part part : Part.values()) {
            parts.put(part, lines[parts.size()]);
        }
        return parts;
    }

    private static Line nearest(SeenPage page, String words, float baseline) {
        return page.lines().stream()
                .filter(it -> it.text().contains(words))
                .min(Comparator.comparingDouble(it -> Math.abs(it.baseline() - baseline)))
                .orElseThrow();
    }

    /** What stands on the same baseline in the right half. */
    private static Line onBaseline(SeenPage page, Line left) {
        return page.lines().stream()
                .filter(it -> Math.abs(it.baseline() - left.baseline()) < 2 && it.left() > page.width() / 2 - 10)
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing beside " + left + " in " + page.lines()));
    }

    /** For {@code src/docs/copies.md}. */
    @BeforeAll
    static void print() throws IOException {
        var table = new StringBuilder("| Component | Size, form | Size, ours | Middle, form | Middle, ours"
                + " | Below the rule, form | Below the rule, ours |\n|---|---|---|---|---|---|---|\n");
        for (Part part : Part.values()) {
            Line theirs = OFFICIAL.part(part);
            Line mine = OURS.part(part);
            table.append(String.format(
                    Locale.ROOT,
                    "| %s | %.0f%s | %.0f%s | %.0f %% | %.0f %% | %.1f mm | %.1f mm |%n",
                    part.words,
                    theirs.size(),
                    face(theirs),
                    mine.size(),
                    face(mine),
                    OFFICIAL.share(theirs) * 100,
                    OURS.share(mine) * 100,
                    millimetres(OFFICIAL.below(theirs)),
                    millimetres(OURS.below(mine))));
        }
        Path folder = Path.of("target", "copies");
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("form-3.1.md"), table);
    }

    private static String face(Line line) {
        return (line.bold() ? " bold" : "") + (line.italic() ? " italic" : "");
    }

    private static double millimetres(float points) {
        return points * 25.4 / 72;
    }

    @Test
    void everySizeIsOneTheDecreeAllows() {
        for (Part part : Part.values()) {
            assertThat(OURS.part(part).size()).as(part.words).isBetween(part.least, part.most);
        }
    }

    @Test
    void everyFaceIsThatOfTheForm() {
        for (Part part : Part.values()) {
            Line mine = OURS.part(part);
            Line theirs = OFFICIAL.part(part);
            // The form holds a note's mark in place of the words SAO Y, whose face the decree gives (II.2.b).
            assertThat(mine.bold()).as(part.words).isEqualTo(theirs.bold() || part == Part.FORM);
            assertThat(mine.italic()).as(part.words).isEqualTo(theirs.italic());
        }
    }

    @Test
    void everyComponentStandsWhereTheFormHasItAcross() {
        for (Part part : List.of(Part.AGENCY, Part.FORM, Part.NUMBER, Part.DAY, Part.AUTHORITY, Part.NAME)) {
            assertThat(OURS.share(OURS.part(part)))
                    .as(part.words)
                    .isBetween(
                            OFFICIAL.share(OFFICIAL.part(part)) - 0.04f, OFFICIAL.share(OFFICIAL.part(part)) + 0.04f);
        }
        assertThat(OURS.part(Part.RECIPIENTS).left()).isEqualTo(OURS.left(), within(0.5f));
    }

    @Test
    void theComponentsFollowOneAnotherDownThePageAsInTheForm() {
        for (Block block : List.of(OFFICIAL, OURS)) {
            assertThat(baseline(block, Part.NUMBER)).isEqualTo(baseline(block, Part.DAY), within(2f));
            assertThat(baseline(block, Part.RECIPIENTS)).isEqualTo(baseline(block, Part.AUTHORITY), within(3f));
            assertThat(baseline(block, Part.AGENCY)).isEqualTo(baseline(block, Part.FORM), within(0.5f));
        }
        // The form leaves 29 mm for signature and seal together; a round seal of 36 mm asks for as much as a document
        // has.
        for (Part part : Part.values()) {
            if (part != Part.NAME) {
                assertThat(millimetres(OURS.below(OURS.part(part))))
                        .as(part.words)
                        .isBetween(
                                millimetres(OFFICIAL.below(OFFICIAL.part(part))) - 7,
                                millimetres(OFFICIAL.below(OFFICIAL.part(part))) + 7);
            }
        }
        float theirRoom = baseline(OFFICIAL, Part.AUTHORITY) - baseline(OFFICIAL, Part.NAME);
        float ourRoom = baseline(OURS, Part.AUTHORITY) - baseline(OURS, Part.NAME);
        assertThat(ourRoom).isGreaterThanOrEqualTo(theirRoom);
    }

    @Test
    void theRuleRunsOverTheWholeTextAndTheShortOneOverAThirdToAHalfOfTheName() {
        assertThat(OURS.page().rules())
                .anyMatch(it -> Math.abs(it.left() - OURS.left()) < 0.5 && Math.abs(it.right() - OURS.right()) < 0.5);
        Line name = OURS.part(Part.AGENCY);
        assertThat(OURS.page().rules()).anySatisfy(it -> {
            assertThat((it.right() - it.left()) / (name.right() - name.left())).isBetween(1 / 3f, 0.5f);
            assertThat(name.baseline() - it.y()).isBetween(1f, 10f);
        });
    }

    private static float baseline(Block block, Part part) {
        return block.part(part).baseline();
    }

    private static org.assertj.core.data.Offset<Float> within(float points) {
        return org.assertj.core.api.Assertions.within(points);
    }
}
