package vn.antin.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.antin.kernel.DocumentKind;
import vn.antin.kernel.Refusal;

class TemplatesTests {
    @TempDir
    Path folder;

    @BeforeEach
    void copyOneTemplate() throws IOException {
        copy("ke-hoach");
    }

    @Test
    void offersTheTemplatesInTheOrderOfTheirManifests() throws IOException {
        assertThat(ProjectTemplates.read().all())
                .extracting(TemplateRevision::name)
                .startsWith("ke-hoach", "cong-van", "quyet-dinh-dau-moi", "bao-cao-tu-danh-gia", "nghi-quyet")
                .hasSize(32);
    }

    @Test
    void everyKindOfTheDecreeHasATemplate() throws IOException {
        assertThat(ProjectTemplates.read().all())
                .extracting(TemplateRevision::kind)
                .contains(DocumentKind.values());
    }

    @Test
    void theSameQuestionIsAskedInTheSameWordsEverywhere() throws IOException {
        var common = Set.of("legalBases", "recipients", "annexes", "urgency", "circulation", "drafter");
        var asked = new HashMap<String, Field>();
        for (TemplateRevision template : ProjectTemplates.read().all()) {
            for (Field field : template.fields()) {
                if (common.contains(field.name())) {
                    Field first = asked.computeIfAbsent(field.name(), it -> field);
                    assertThat(List.of(field.title(), field.hint(), field.choices(), field.maxLength()))
                            .as(template.name() + " " + field.name())
                            .isEqualTo(List.of(first.title(), first.hint(), first.choices(), first.maxLength()));
                }
            }
        }
        assertThat(asked).containsOnlyKeys(common);
    }

    @Test
    void readsTheQuestionsInOrder() throws IOException {
        TemplateRevision plan = new InstalledTemplates(folder).named("ke-hoach");
        assertThat(plan.kind()).isEqualTo(DocumentKind.PLAN);
        assertThat(plan.retention()).isEqualTo("Vĩnh viễn");
        assertThat(plan.fields())
                .extracting(Field::name)
                .containsExactly(
                        "subject", "legalBases", "body", "recipients", "annexes", "urgency", "circulation", "drafter");
        assertThat(plan.fields())
                .extracting(Field::sort)
                .containsExactly(
                        Field.Sort.TEXT,
                        Field.Sort.LINES,
                        Field.Sort.OUTLINE,
                        Field.Sort.LINES,
                        Field.Sort.ANNEXES,
                        Field.Sort.CHOICE,
                        Field.Sort.CHOICE,
                        Field.Sort.TEXT);
        assertThat(plan.fields())
                .extracting(Field::required)
                .containsExactly(true, false, true, true, false, false, false, false);
        assertThat(plan.fields().subList(0, 5))
                .extracting(Field::maxLength)
                .containsExactly(600, 2000, 400_000, 500, 400_000);
    }

    @Test
    void anotherByteInAnyFileIsAnotherRevision() throws IOException {
        var digest = new InstalledTemplates(folder).named("ke-hoach").digest();
        assertThat(new InstalledTemplates(folder).named("ke-hoach").digest()).isEqualTo(digest);
        for (String file : new String[] {"template.json", "fields.schema.json", "document.ftlx", "sample.json"}) {
            Path path = folder.resolve("ke-hoach").resolve(file);
            String before = Files.readString(path);
            // The same length: one white character for another.
            Files.writeString(path, before.stripTrailing() + " ");
            assertThat(new InstalledTemplates(folder).named("ke-hoach").digest())
                    .as(file)
                    .isNotEqualTo(digest);
            Files.writeString(path, before);
        }
        Files.writeString(folder.resolve("ke-hoach/GHI-CHU.txt"), "");
        assertThat(new InstalledTemplates(folder).named("ke-hoach").digest()).isNotEqualTo(digest);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"khong-co", "../ke-hoach", "ke-hoach/../ke-hoach", "/etc", "", ".", "ke-hoach\u0000", "KE-HOACH"
            })
    void refusesANameItDoesNotKnow(String name) throws IOException {
        var templates = new InstalledTemplates(folder);
        assertThatThrownBy(() -> templates.named(name))
                .isInstanceOfSatisfying(
                        Refusal.class, it -> assertThat(it.reason()).isEqualTo(TemplateReason.UNKNOWN_TEMPLATE));
    }

    @Test
    void showsOnlyTheBeginningOfALongName() throws IOException {
        var templates = new InstalledTemplates(folder);
        assertThatThrownBy(() -> templates.named("x\r\n".repeat(5000)))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        it -> assertThat(it.arguments().getFirst().toString())
                                .hasSize(61)
                                .doesNotContain("\n", "\r"));
    }

    @Test
    void refusesATemplateWithALinkOrAFolderInIt() throws IOException {
        Files.createSymbolicLink(folder.resolve("ke-hoach/secret.txt"), Path.of("/etc/passwd"));
        assertBroken("ke-hoach", "chứa liên kết hoặc thư mục con");
        Files.delete(folder.resolve("ke-hoach/secret.txt"));
        Files.createDirectory(folder.resolve("ke-hoach/in"));
        assertBroken("ke-hoach", "chứa liên kết hoặc thư mục con");
    }

    @Test
    void refusesATemplateThatIsNotWhole() throws IOException {
        Files.delete(folder.resolve("ke-hoach/sample.json"));
        assertBroken("ke-hoach", "sample.json: thiếu tệp này");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"kind\": \"POEM\"}",
                "{\"kind\": \"PLAN\", \"title\": \"x\"}",
                "[]",
                "{",
                "{\"kind\":\"PLAN\",\"title\":\"a\",\"description\":\"b\",\"retention\":\"\",\"signedBy\":\"d\",\"order\":1}",
                "{\"kind\":\"PLAN\",\"title\":\"a\",\"description\":\"b\",\"retention\":\"c\",\"signedBy\":\"d\",\"order\":1,\"x\":1}"
            })
    void refusesAManifestThatSaysTooLittleOrTooMuch(String manifest) throws IOException {
        Files.writeString(folder.resolve("ke-hoach/template.json"), manifest);
        assertBrokenIn("ke-hoach", "template.json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"properties\": {}}",
                "{\"properties\": {\"a\": {\"type\": \"string\"}}, \"additionalProperties\": false}",
                "{\"properties\": {\"a\": {\"title\": \"A\", \"$ref\": \"file:///etc/passwd\"}}, \"additionalProperties\": false}",
                "{\"properties\": {\"a\": {\"title\": \"A\", \"x-answer\": \"poem\"}}, \"additionalProperties\": false}"
            })
    void refusesASchemaThatAsksNoQuestions(String schema) throws IOException {
        Files.writeString(folder.resolve("ke-hoach/fields.schema.json"), schema);
        assertBrokenIn("ke-hoach", "fields.schema.json");
    }

    @Test
    void oneHostileTemplateDoesNotTakeTheOthersAway() throws IOException {
        copy("cong-van");
        Files.writeString(folder.resolve("cong-van/document.ftlx"), "${'freemarker.template.utility.Execute'?new()}");
        assertThat(new InstalledTemplates(folder).usable())
                .extracting(TemplateRevision::name)
                .containsExactly("ke-hoach");
        assertBroken("cong-van", "dùng hàm ?new không được phép");
    }

    private void assertBroken(String name, String why) throws IOException {
        var templates = new InstalledTemplates(folder);
        assertThatThrownBy(() -> templates.named(name)).isInstanceOfSatisfying(Refusal.class, it -> {
            assertThat(it.reason()).isEqualTo(TemplateReason.TEMPLATE_FAILED);
            assertThat(it.arguments()).containsExactly(name, why);
        });
    }

    private void assertBrokenIn(String name, String file) throws IOException {
        var templates = new InstalledTemplates(folder);
        assertThatThrownBy(() -> templates.named(name)).isInstanceOfSatisfying(Refusal.class, it -> {
            assertThat(it.reason()).isEqualTo(TemplateReason.TEMPLATE_FAILED);
            assertThat(it.arguments().get(1).toString()).startsWith(file);
        });
    }

    private void copy(String name) throws IOException {
        Files.createDirectory(folder.resolve(name));
        try (var files = Files.list(Path.of("templates", name))) {
            for (Path it : files.toList()) {
                Files.copy(it, folder.resolve(name).resolve(it.getFileName()));
            }
        }
    }
}
