package vn.antin.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.junit.jupiter.api.Test;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import vn.antin.Peers;
import vn.antin.check.Gate;
import vn.antin.compose.AdministrativeDocument;
import vn.antin.compose.Composer;
import vn.antin.compose.DemonstrationBodies;
import vn.antin.kernel.DocumentKind;
import vn.antin.template.ProjectTemplates;
import vn.antin.template.TemplateRevision;

/** The sample of every template, from its answers to its pages. */
class EveryKindTests {
    private final DemonstrationBodies bodies = new DemonstrationBodies();

    EveryKindTests() throws IOException {}

    private AdministrativeDocument sample(TemplateRevision template) {
        return new Composer()
                .compose(
                        template,
                        template.sample(),
                        bodies.agency("th-toan-thang"),
                        bodies.signatory("pham-thi-nga"),
                        DemonstrationBodies.ID,
                        DemonstrationBodies.CODE);
    }

    @Test
    void everySampleIsPdfA3aAndPdfUa1WithItsFourBoxes() throws IOException {
        Files.createDirectories(Path.of("target/kinds"));
        var table = new ArrayList<String>();
        for (TemplateRevision template : ProjectTemplates.read().all()) {
            byte[] pdf = RendererTests.RENDERER.render(sample(template)).pdf().bytes();
            Files.write(Path.of("target/kinds", template.name() + ".pdf"), pdf);
            List<String> archive = Peers.veraPdf(pdf, PDFAFlavour.PDFA_3_A);
            List<String> accessible = Peers.veraPdf(pdf, PDFAFlavour.PDFUA_1);
            try (var document = Loader.loadPDF(pdf)) {
                table.add("%-22s %-14s %2d  PDF/A-3a %s  PDF/UA-1 %s"
                        .formatted(
                                template.name(),
                                template.kind(),
                                document.getNumberOfPages(),
                                archive.isEmpty() ? "sound" : archive,
                                accessible.isEmpty() ? "sound" : accessible));
                assertThat(document.getDocumentCatalog().getAcroForm(null).getFields().stream()
                                .map(PDField::getFullyQualifiedName))
                        .as(template.name())
                        .containsExactlyInAnyOrder("so_van_ban", "ngay_van_ban", "ky_lanh_dao", "con_dau");
            }
        }
        System.out.println(String.join("\n", table));
        assertThat(table).hasSize(32).allMatch(it -> it.endsWith("PDF/A-3a sound  PDF/UA-1 sound"));
    }

    @Test
    void everySamplePassesTheGateWithoutAFinding() throws IOException {
        var gate = new Gate(RendererTests.CLOCK);
        for (TemplateRevision template : ProjectTemplates.read().all()) {
            var verdict = gate.examine(RendererTests.RENDERER.render(sample(template)));
            assertThat(verdict.findings()).as(template.name()).isEmpty();
        }
    }

    @Test
    void kindsAndAbbreviationsAreThoseOfTheDecree() throws IOException {
        Map<String, String> official = Files.readAllLines(Path.of("src/test/resources/decree30/kinds.tsv")).stream()
                .filter(Predicate.not(String::isBlank))
                .map(it -> it.split("\t", -1))
                .collect(Collectors.toMap(it -> it[0], it -> it[1]));
        assertThat(official).hasSize(29);
        assertThat(official.values().stream().filter(Predicate.not(String::isEmpty)))
                .hasSize(27)
                .doesNotHaveDuplicates();
        assertThat(Arrays.stream(DocumentKind.values())
                        .collect(Collectors.toMap(DocumentKind::vietnamese, DocumentKind::abbreviation)))
                .isEqualTo(official);
    }

    @Test
    void symbolsNameTheKindAndTheBodyAndLettersTheDraftingUnit() {
        // Annex I, part V, 3: Số: 15/QĐ-BNV; Số: 05/BNV-VP; Số: 12/UBND-VX.
        assertThat(DocumentKind.DECISION.symbol("BNV", "")).isEqualTo("QĐ-BNV");
        assertThat(DocumentKind.LETTER.symbol("BNV", "VP")).isEqualTo("BNV-VP");
        assertThat(DocumentKind.REGULATION.symbol("THTT", "")).isEqualTo("QyĐ-THTT");
        assertThat(DocumentKind.PUBLIC_LETTER.symbol("THTT", "")).isEqualTo("THTT");
    }
}
