package vn.antin;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.antin.kernel.Refusal;

/** House rules that no formatter knows. */
class TidyTests {
    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:|mailto:|#)([^)#\\s]+)");

    @Test
    void everyRoomHasASign() throws IOException {
        try (Stream<Path> rooms = Files.list(Path.of("src/main/java/vn/antin"))) {
            for (Path room : rooms.filter(Files::isDirectory).toList()) {
                assertThat(Files.readString(room.resolve("package-info.java")))
                        .as(room.toString())
                        .contains("/**", "@org.jspecify.annotations.NullMarked", "allowedDependencies");
            }
        }
    }

    /** The description for programs calls a record by its simple name, and of two such would tell of one. */
    @Test
    void noTwoDoorsForProgramsSpeakOfDifferentThingsByOneName() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            List<String> names = new ArrayList<>();
            for (Path it :
                    files.filter(file -> file.toString().endsWith(".java")).toList()) {
                String source = Files.readString(it);
                if (source.contains("@RestController")) {
                    Pattern.compile("\\brecord (\\w+)\\(")
                            .matcher(source)
                            .results()
                            .forEach(found -> names.add(found.group(1)));
                }
            }
            assertThat(names).hasSizeGreaterThan(5).doesNotHaveDuplicates();
        }
    }

    @Test
    void everyTestThatTheMapNamesIsThere() throws IOException {
        var named = Pattern.compile("`(\\w+Tests)`")
                .matcher(Files.readString(Path.of("ARCHITECTURE.md")))
                .results()
                .map(it -> it.group(1) + ".java")
                .toList();
        assertThat(named).hasSizeGreaterThan(8);
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            assertThat(files.map(it -> it.getFileName().toString())).containsAll(named);
        }
    }

    @Test
    void everyRefusalTellsWhatWhyAndWhatToDoNext() throws IOException {
        var reasons = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("vn.antin").stream()
                        .filter(it -> it.isEnum() && it.isAssignableTo(Refusal.Reason.class))
                        .map(JavaClass::reflect)
                        .toList();
        assertThat(reasons).isNotEmpty();
        var wrong = new ArrayList<String>();
        for (var reason : reasons) {
            for (Object constant : reason.getEnumConstants()) {
                String key = ((Refusal.Reason) constant).key();
                Properties texts = texts(key.substring(0, key.indexOf('.')));
                for (String part : List.of("what", "why", "next")) {
                    String text = texts.getProperty("refusal." + key + "." + part, "");
                    if (text.isBlank() || !readsAsAMessage(text)) {
                        wrong.add("refusal." + key + "." + part);
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void noRefusalTextStandsWithoutItsReason() throws IOException {
        var known = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("vn.antin").stream()
                        .filter(it -> it.isEnum() && it.isAssignableTo(Refusal.Reason.class))
                        .flatMap(it -> Stream.of(it.reflect().getEnumConstants()))
                        .map(it -> "refusal." + ((Refusal.Reason) it).key())
                        .toList();
        var orphans = new ArrayList<String>();
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/i18n"))) {
            for (Path file : files.toList()) {
                texts(file.getFileName().toString().replace(".properties", "")).stringPropertyNames().stream()
                        .filter(it -> it.startsWith("refusal."))
                        .filter(it -> !known.contains(it.substring(0, it.lastIndexOf('.'))))
                        .forEach(orphans::add);
            }
        }
        assertThat(orphans).isEmpty();
    }

    @Test
    void linksInTheMapLeadSomewhere() throws IOException {
        var pages = new ArrayList<>(List.of(Path.of("README.md"), Path.of("ARCHITECTURE.md"), Path.of("CHANGELOG.md")));
        if (Files.isDirectory(Path.of("src/docs"))) {
            try (Stream<Path> docs = Files.walk(Path.of("src/docs"))) {
                docs.filter(it -> it.toString().endsWith(".md")).forEach(pages::add);
            }
        }
        pages.removeIf(it -> !Files.exists(it));
        var dead = new ArrayList<String>();
        for (Path page : pages) {
            LINK.matcher(Files.readString(page))
                    .results()
                    .map(match -> match.group(1))
                    .filter(target -> !Files.exists(page.resolveSibling(target)))
                    .forEach(target -> dead.add(page + " -> " + target));
        }
        assertThat(dead).isEmpty();
    }

    private static boolean readsAsAMessage(String text) {
        try {
            // An apostrophe that is not doubled would swallow the arguments after it.
            return !new MessageFormat(text, Locale.ROOT).toPattern().isEmpty()
                    && !text.replace("''", "").contains("'");
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Properties texts(String room) throws IOException {
        var texts = new Properties();
        try (var reader = Files.newBufferedReader(Path.of("src/main/resources/i18n/" + room + ".properties"))) {
            texts.load(reader);
        }
        return texts;
    }
}
