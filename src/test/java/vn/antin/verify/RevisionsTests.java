package vn.antin.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RevisionsTests {
    @Test
    void findsEachPlaceThatASlowerSearchFinds() {
        var chance = new Random(7);
        String letters = "obj/R%\u00e9\u00ff";
        for (int round = 0; round < 20_000; round++) {
            String text = word(letters, chance.nextInt(40), chance);
            String sought = word("obj/R%", 1 + chance.nextInt(4), chance);
            byte[] file = text.getBytes(StandardCharsets.ISO_8859_1);
            int from = chance.nextInt(42);
            assertThat(Revisions.find(file, sought.getBytes(StandardCharsets.ISO_8859_1), from))
                    .as(text + " " + sought + " " + from)
                    .isEqualTo(text.indexOf(sought, from));
        }
    }

    private static String word(String letters, int length, Random chance) {
        var word = new StringBuilder();
        for (int i = 0; i < length; i++) {
            word.append(letters.charAt(chance.nextInt(letters.length())));
        }
        return word.toString();
    }
}
