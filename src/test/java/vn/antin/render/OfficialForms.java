package vn.antin.render;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The forms of annex III as LibreOffice Writer sets the Government's own file, each begun on a page of its own.
 *
 * <p>The file asks for Times New Roman; Tinos, which has its widths, stands in for it wherever the tests run.
 */
final class OfficialForms {
    private static final Path SOURCE = Path.of("src/test/resources/decree30/annex-3-official-templates.docx");

    private static final Pattern PARAGRAPH = Pattern.compile("<w:p>.*?</w:p>", Pattern.DOTALL);

    private static final Pattern WORDS = Pattern.compile("<w:t(?: [^>]*)?>([^<]*)</w:t>");
    private static final Pattern STYLE = Pattern.compile("<w:pStyle [^>]*/>");

    private OfficialForms() {}

    /** A form's first page; {@code number} from 0 in {@link #PDF}. */
    record Form(int number, MeasuredPage page) {}

    static final Path PDF = Path.of("target/decree30/forms.pdf");

    /** The pages by the form's name ({@code 1.1} … {@code 3.2}); {@code 1.3 kèm theo} is the text it enacts. */
    static Map<String, Form> pages() {
        try {
            Path folder = Files.createDirectories(Path.of("target/decree30").toAbsolutePath());
            Path document = folder.resolve("forms.docx");
            Files.copy(SOURCE, document, StandardCopyOption.REPLACE_EXISTING);
            // The copy of a file that is kept read-only.
            document.toFile().setWritable(true);
            Files.deleteIfExists(PDF);
            try (var zip = FileSystems.newFileSystem(document)) {
                Path text = zip.getPath("word/document.xml");
                Files.writeString(text, eachOnItsPage(Files.readString(text)));
            }
            Path pdf = converted(folder, document);
            var forms = new LinkedHashMap<String, Form>();
            List<MeasuredPage> pages = MeasuredPage.foreign(Files.readAllBytes(pdf));
            for (int i = 0; i < pages.size(); i++) {
                int number = i;
                pages.get(i).lines().stream()
                        .map(it -> it.text().replaceAll("\\s+", " "))
                        .filter(it -> it.matches("Mẫu \\d\\.\\d+ ?-.*|Mẫu văn bản \\(được.*"))
                        .findFirst()
                        .ifPresent(it -> forms.putIfAbsent(name(it), new Form(number, pages.get(number))));
            }
            return forms;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(String heading) {
        return heading.startsWith("Mẫu văn bản") ? "1.3 kèm theo" : heading.split("[ -]+", 3)[1];
    }

    private static String eachOnItsPage(String xml) {
        return PARAGRAPH.matcher(xml).replaceAll(it -> {
            String words = WORDS.matcher(it.group())
                    .results()
                    .map(word -> word.group(1))
                    .reduce("", String::concat);
            // In the list at the front of the file the names stand without a dash.
            boolean form = words.matches("(?s)Mẫu (\\d\\.\\d+ ?-|văn bản \\(được).*");
            String paragraph = form ? STYLE.matcher(it.group()).replaceFirst("$0<w:pageBreakBefore/>") : it.group();
            return Matcher.quoteReplacement(paragraph);
        });
    }

    private static Path converted(Path folder, Path document) throws IOException {
        Path fonts = folder.resolve("fonts.conf");
        Files.writeString(
                fonts,
                """
                <?xml version="1.0"?>
                <!DOCTYPE fontconfig SYSTEM "fonts.dtd">
                <fontconfig>
                  <dir>%s</dir>
                  <cachedir>%s</cachedir>
                  <alias binding="same"><family>Times New Roman</family><accept><family>Tinos</family></accept></alias>
                </fontconfig>
                """.formatted(Path.of("src/main/resources/fonts").toAbsolutePath(), folder.resolve("cache")),
                StandardCharsets.UTF_8);
        var builder = new ProcessBuilder(List.of(
                        "soffice",
                        "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                        "--headless",
                        "--convert-to",
                        "pdf",
                        "--outdir",
                        folder.toString(),
                        document.toString()))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("soffice.log").toFile());
        builder.environment().put("FONTCONFIG_FILE", fonts.toString());
        Process process = builder.start();
        try {
            if (!process.waitFor(3, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IllegalStateException("LibreOffice did not end");
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return PDF;
    }
}
