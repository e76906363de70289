package vn.antin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;

/** LibreOffice with a profile of its own, which knows Tinos as Times New Roman. */
public final class LibreOffice implements AutoCloseable {
    private final Path home;
    private final Path fonts;

    public LibreOffice() {
        try {
            home = Files.createTempDirectory("libreoffice");
            fonts = home.resolve("fonts.conf");
            Files.writeString(
                    fonts, """
                    <?xml version="1.0"?>
                    <!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
                    <fontconfig>
                      <dir>%s</dir>
                      <dir>/usr/share/fonts</dir>
                      <cachedir>%s</cachedir>
                      <alias binding="same"><family>Times New Roman</family><prefer><family>Tinos</family></prefer></alias>
                    </fontconfig>
                    """.formatted(Path.of("src/main/resources/fonts").toAbsolutePath(), home.resolve("cache")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file as PDF pages; {@code suffix} tells what it is, {@code .docx}. */
    public byte[] pdf(byte[] file, String suffix) {
        return converted(file, suffix, "pdf");
    }

    /** The file in another format, such as {@code docx}. */
    public byte[] converted(byte[] file, String suffix, String format) {
        try {
            Path folder = Files.createTempDirectory(home, "file");
            Path source = folder.resolve("source" + suffix);
            Files.write(source, file);
            var program = new ProcessBuilder(
                            "soffice",
                            "--headless",
                            "--norestore",
                            "-env:UserInstallation=" + home.resolve("profile").toUri(),
                            "--convert-to",
                            format,
                            "--outdir",
                            folder.resolve("out").toString(),
                            source.toString())
                    .redirectErrorStream(true);
            program.environment().put("FONTCONFIG_FILE", fonts.toString());
            program.environment().put("HOME", home.toString());
            var process = program.start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(3, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IllegalStateException("LibreOffice did not end");
            }
            Path made = folder.resolve("out").resolve("source." + format.split(":", 2)[0]);
            if (!Files.exists(made)) {
                throw new IllegalStateException("LibreOffice made nothing: " + said);
            }
            return Files.readAllBytes(made);
        } catch (IOException e) {
            throw new UncheckedIOException("LibreOffice is not installed; src/test/peers/install.sh installs it", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try (var all = Files.walk(home)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
