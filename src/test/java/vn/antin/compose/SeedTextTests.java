package vn.antin.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SeedTextTests {
    static Stream<Seed> seeds() {
        return Seed.all();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aSeedsDataHaveNoProblems(Seed seed) throws IOException {
        assertThat(seed.template().problems(seed.file().path("data"))).isEmpty();
        assertThat(seed.file().path("notes").size()).isPositive();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void ourDocumentSaysWhatTheSeedSays(Seed seed) {
        var difference = WordDifference.between(
                SeedText.scanned(seed), SeedText.of(seed.document()).without(seed.lost()));
        System.out.printf(
                "Seed %s: %.2f%% of %d words equal; differing: %s%n",
                seed, 100 * difference.share(), difference.seedWords(), difference.changes());
        assertThat(difference.share()).isGreaterThanOrEqualTo(0.99);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void atMostOneWordInAHundredWasCorrectedAndEachIsFoundInTheScan(Seed seed) {
        int corrected = 0;
        for (var it : seed.known().path("corrections")) {
            String scanned = it.path("scanned").asString();
            int times = (seed.scan().length() - seed.scan().replace(scanned, "").length()) / scanned.length();
            assertThat(times).as(scanned).isEqualTo(it.path("times").asInt()).isPositive();
            assertThat(it.path("why").asString()).isNotBlank();
            corrected += times * changedWords(scanned, it.path("corrected").asString());
        }
        int words = seed.scan().strip().split("\\s+").length;
        System.out.printf("Seed %s: %d of %d words corrected%n", seed, corrected, words);
        assertThat(corrected).isLessThanOrEqualTo(words / 100);
    }

    @Test
    void everyDifferingWordIsSeen() {
        var one = new SeedText(List.of("a"), List.of("b", "c", "d", "e"), List.of(), List.of("f"), List.of());
        var other = new SeedText(List.of("a"), List.of("b", "x", "d", "e", "y"), List.of(), List.of(), List.of());
        var difference = WordDifference.between(one, other);
        assertThat(difference.changes()).containsExactly("-c", "+x", "+y", "-f");
        assertThat(difference.share()).isEqualTo(4.0 / 6);
        assertThat(WordDifference.between(one, one).changes()).isEmpty();
    }

    private static int changedWords(String scanned, String corrected) {
        List<String> before = List.of(scanned.split(" "));
        List<String> after = List.of(corrected.split(" "));
        return (int) before.stream().filter(it -> !after.contains(it)).count();
    }
}
