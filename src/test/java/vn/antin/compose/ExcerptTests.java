package vn.antin.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.antin.agency.Agency;
import vn.antin.agency.Authority;
import vn.antin.agency.Signatory;
import vn.antin.kernel.AgencyId;
import vn.antin.kernel.DocumentId;
import vn.antin.kernel.DocumentKind;
import vn.antin.kernel.LookupCode;
import vn.antin.kernel.Particulars;
import vn.antin.kernel.PersonId;

/** A part of the content under the whole form (art. 25.3.b). */
class ExcerptTests {
    private static final List<Block> BODY = List.of(
            new Block.Centred(Inline.Text.plain("QUYẾT ĐỊNH:")),
            item(Level.ARTICLE, 1, true, "Mục tiêu"),
            item(Level.CLAUSE, 1, false, "Khoản một"),
            item(Level.POINT, 1, false, "Điểm a"),
            item(Level.POINT, 2, false, "Điểm b"),
            item(Level.CLAUSE, 2, false, "Khoản hai"),
            item(Level.ARTICLE, 2, true, "Nhiệm vụ"),
            item(Level.DASH, 0, false, "Gạch"),
            new Block.Paragraph(Inline.Text.plain("Đoạn văn")));

    @Test
    void eachRunLeftOutBecomesOneMark() {
        assertThat(body(5)).containsExactly("QUYẾT ĐỊNH:", "Mục tiêu", "…", "Khoản hai", "…");
    }

    @Test
    void aPointBringsItsClauseAndArticleAlong() {
        assertThat(body(4)).containsExactly("QUYẾT ĐỊNH:", "Mục tiêu", "Khoản một", "…", "Điểm b", "…");
    }

    @Test
    void aParagraphBringsTheTitlesOverItAlongAndNoOtherItem() {
        assertThat(body(8)).containsExactly("QUYẾT ĐỊNH:", "…", "Nhiệm vụ", "…", "Đoạn văn");
    }

    @Test
    void everythingChosenIsTheWholeText() {
        assertThat(body(0, 1, 2, 3, 4, 5, 6, 7, 8)).hasSize(BODY.size()).doesNotContain("…");
    }

    @Test
    void anAnnexOfWhichNothingIsChosenIsLeftOutAndTheOthersKeepTheirNumber() {
        var part = Excerpt.of(document(), Set.of(Place.inAnnex(1, 0), Place.of(Place.Part.BODY, 99)));
        assertThat(part.annexes()).singleElement().satisfies(it -> {
            assertThat(it.heading()).isEqualTo("Phụ lục II");
            assertThat(it.body()).hasSize(2);
        });
    }

    @Test
    void theFormStaysWhole() {
        AdministrativeDocument whole = document();
        AdministrativeDocument part = Excerpt.of(whole, Set.of(Place.of(Place.Part.BODY, 5)));
        assertThat(part)
                .usingRecursiveComparison()
                .ignoringFields("body", "annexes")
                .isEqualTo(whole);
    }

    private static List<String> body(Integer... chosen) {
        Set<Place> places =
                Arrays.stream(chosen).map(it -> Place.of(Place.Part.BODY, it)).collect(Collectors.toSet());
        return Excerpt.of(document(), places).body().stream()
                .map(block -> switch (block) {
                    case Block.Paragraph it -> it.text().plain();
                    case Block.Item it -> it.text().plain();
                    case Block.Centred it -> it.text().plain();
                    case Block.Table it -> "bảng";
                })
                .toList();
    }

    private static Block item(Level level, int ordinal, boolean titled, String text) {
        return new Block.Item(level, ordinal, titled, Inline.Text.plain(text));
    }

    private static AdministrativeDocument document() {
        var agency = new Agency(new AgencyId("a"), null, "TRƯỜNG A", "THA", "An Dương", null);
        var person = new PersonId("b");
        var annexes = IntStream.rangeClosed(1, 2)
                .mapToObj(it -> new Annex(
                        it,
                        "Phụ lục",
                        "",
                        List.<Block>of(
                                new Block.Paragraph(Inline.Text.plain("Một")),
                                new Block.Paragraph(Inline.Text.plain("Hai")))))
                .toList();
        return new AdministrativeDocument(
                new Particulars(
                        new DocumentId(new UUID(0, 1)),
                        new LookupCode("7K2M-Q9XD-04TB"),
                        DocumentKind.DECISION,
                        agency.id(),
                        agency.name(),
                        agency.place(),
                        "QĐ-THA",
                        "Về việc thử",
                        person,
                        "Người Ký",
                        List.of("Lưu: VT."),
                        "Vĩnh viễn",
                        "quyet-dinh@" + "0".repeat(64)),
                agency,
                new Signatory(person, "Người Ký", agency.id(), new Authority.Head("HIỆU TRƯỞNG")),
                List.of(),
                List.of(Inline.Text.plain("Căn cứ Luật;")),
                "HIỆU TRƯỞNG TRƯỜNG A",
                BODY,
                List.of("Lưu: VT."),
                annexes);
    }
}
