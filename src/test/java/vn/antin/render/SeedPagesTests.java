package vn.antin.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.antin.compose.AdministrativeDocument;
import vn.antin.compose.Seed;
import vn.antin.compose.SeedText;
import vn.antin.compose.WordDifference;

class SeedPagesTests {
    static Stream<Seed> seeds() {
        return Seed.all();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void ourPagesSayWhatTheSeedSays(Seed seed) throws IOException {
        AdministrativeDocument document = seed.document();
        byte[] pdf = RendererTests.RENDERER.render(document).pdf().bytes();
        Files.write(Path.of("target", "seed-" + seed.name() + ".pdf"), pdf);
        try (var opened = Loader.loadPDF(pdf)) {
            var difference = WordDifference.between(
                    SeedText.scanned(seed), SeedText.printed(opened, document).without(seed.lost()));
            System.out.printf(
                    "Seed %s printed: %.2f%% of %d words equal; differing: %s%n",
                    seed, 100 * difference.share(), difference.seedWords(), difference.changes());
            assertThat(difference.share()).isGreaterThanOrEqualTo(0.99);
        }
    }
}
