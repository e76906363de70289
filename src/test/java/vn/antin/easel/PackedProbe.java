package vn.antin.easel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import vn.antin.kernel.Content;

/** Draws the first page of the file it is given, and says how wide the picture is. */
final class PackedProbe {
    private PackedProbe() {}

    public static void main(String[] words) throws IOException {
        var easel = new Easel(new EaselProperties(Duration.ofSeconds(20), Duration.ofSeconds(20)));
        Content file = Content.of(Files.readAllBytes(Path.of(words[0])));
        System.out.println(
                "drawn " + easel.page(file, 1).map(Picture::width).orElse(0) + " from " + Easel.machine("X"));
    }
}
