package vn.antin.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.verapdf.core.VeraPDFException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import vn.antin.compose.AdministrativeDocument;

class RendererTests {
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-05-20T01:30:15Z"), ZoneId.of("Asia/Ho_Chi_Minh"));

    static final Renderer RENDERER = new Renderer(CLOCK, "https://antin.example");

    static Stream<Arguments> samples() {
        return Stream.of(
                Arguments.of("plan", SampleDocuments.plan()),
                Arguments.of("decision", SampleDocuments.decision()),
                Arguments.of("letter", SampleDocuments.letter()),
                Arguments.of("annexes", SampleDocuments.withAnnexes()));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everyKindIsPdfA3aAndPdfUa1(String name, AdministrativeDocument document) throws IOException, VeraPDFException {
        byte[] pdf = RENDERER.render(document).pdf().bytes();
        Files.write(Path.of("target", "render-" + name + ".pdf"), pdf);
        VeraGreenfieldFoundryProvider.initialise();
        for (PDFAFlavour flavour : List.of(PDFAFlavour.PDFA_3_A, PDFAFlavour.PDFUA_1)) {
            try (var parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
                    var validator = Foundries.defaultInstance().createValidator(flavour, false)) {
                var result = validator.validate(parser);
                assertThat(result.getTestAssertions().stream()
                                .map(it -> it.getRuleId().getClause() + "-"
                                        + it.getRuleId().getTestNumber() + " " + it.getErrorMessage() + " "
                                        + it.getLocation().getContext())
                                .distinct()
                                .limit(10))
                        .as(flavour.getId())
                        .isEmpty();
                assertThat(result.isCompliant()).isTrue();
            }
        }
    }
}
