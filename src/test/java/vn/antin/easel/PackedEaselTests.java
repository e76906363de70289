package vn.antin.easel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.apache.commons.logging.LogFactory;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.loader.tools.Library;
import org.springframework.boot.loader.tools.LibraryScope;
import org.springframework.boot.loader.tools.Repackager;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;
import vn.antin.Peers;
import vn.antin.kernel.Content;

/** The program is delivered as one archive with archives inside; the drawing process starts from it, too. */
class PackedEaselTests {
    @TempDir
    Path folder;

    @Test
    void drawsWhenTheProgramIsOneArchive() throws IOException {
        Path file = Files.write(
                folder.resolve("thu.pdf"),
                Raw.page("BT /F1 18 Tf 60 700 Td (Tra cho Lan) Tj ET", "").file());
        String said = Peers.run(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                packed().toString(),
                file.toString());
        assertThat(said).contains("PropertiesLauncher").containsPattern("drawn (99\\d|1000) from");
    }

    private Path packed() throws IOException {
        Path plain = folder.resolve("plain.jar");
        try (OutputStream out = Files.newOutputStream(plain);
                var jar = new JarOutputStream(out)) {
            put(jar, place(Easel.class), "vn/antin/easel");
            put(jar, place(Content.class), "vn/antin/kernel");
            put(jar, place(PackedProbe.class), "vn/antin/easel/PackedProbe.class");
            put(jar, Path.of("src/main/resources"), "fonts");
        }
        File packed = folder.resolve("packed.jar").toFile();
        var packer = new Repackager(plain.toFile());
        packer.setMainClass(PackedProbe.class.getName());
        packer.repackage(packed, callback -> {
            for (Class<?> it : List.of(
                    PDDocument.class,
                    TrueTypeFont.class,
                    RandomAccessRead.class,
                    LogFactory.class,
                    LoggerFactory.class,
                    ConfigurationProperties.class,
                    Component.class,
                    FileSystemUtils.class)) {
                callback.library(new Library(place(it).toFile(), LibraryScope.COMPILE));
            }
        });
        return packed.toPath();
    }

    private static void put(JarOutputStream jar, Path root, String below) throws IOException {
        try (Stream<Path> files = Files.walk(root.resolve(below))) {
            for (Path it : files.filter(Files::isRegularFile).toList()) {
                jar.putNextEntry(new JarEntry(root.relativize(it).toString()));
                Files.copy(it, jar);
                jar.closeEntry();
            }
        }
    }

    private static Path place(Class<?> type) {
        return Path.of(URI.create(
                type.getProtectionDomain().getCodeSource().getLocation().toString()));
    }
}
