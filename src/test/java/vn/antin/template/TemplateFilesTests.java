package vn.antin.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import vn.antin.kernel.Refusal;

/** What keeps files from being a template is told by file and line; what is hostile is refused before it runs. */
class TemplateFilesTests {
    private TemplateFiles sound;

    @BeforeEach
    void readOne() throws IOException {
        sound = ProjectTemplates.read().named("ke-hoach").files();
    }

    @Test
    void inOnePieceAndBackTheyAreTheSame() {
        assertThat(TemplateFiles.parse(sound.serial())).isEqualTo(sound);
        assertThat(TemplateFiles.parse(sound.serial()).names()).isEqualTo(sound.names());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 20, 2000})
    void aPieceThatWasCutOffIsNone(int left) {
        byte[] cut = Arrays.copyOf(sound.serial(), sound.serial().length - 1 - left);
        assertThatThrownBy(() -> TemplateFiles.parse(cut)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aSoundTemplateHasNoTroubles() throws IOException {
        for (TemplateRevision it : ProjectTemplates.read().all()) {
            assertThat(it.files().troubles(it.name())).as(it.name()).isEmpty();
            it.files().onTrial(it.name());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            document.ftlx ~ <a>¶<#list x>¶</a> ~ 2
            document.ftlx ~ <a>¶¶${data.x?new()} ~ 3
            document.ftlx ~ <a>¶<#macro x></#macro> ~ 2
            document.ftlx ~ ${.now} ~ 1
            sample.json ~ {¶"a": 1,¶} ~ 3
            template.json ~ {¶"kind": "PLAN",¶"la": 1} ~ 3
            fields.schema.json ~ { ~ 1
            """)
    void tellsTheFileAndTheLine(String file, String text, int line) {
        var troubles = sound.with(file, text.replace('¶', '\n')).troubles("thu");
        assertThat(troubles).singleElement().satisfies(it -> {
            assertThat(it.file()).isEqualTo(file);
            assertThat(it.line()).as(it.what()).isEqualTo(line);
        });
    }

    @Test
    void tellsTheTroublesOfAllFilesAtOnce() {
        assertThat(sound.with("sample.json", "{")
                        .with("fields.schema.json", "[]")
                        .with("template.json", "")
                        .troubles("thu"))
                .extracting(TemplateTrouble::file)
                .containsExactly("template.json", "fields.schema.json", "sample.json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"allOf\": [{}]",
                "\"not\": {}",
                "\"contains\": {}",
                "\"patternProperties\": {\"a\": {}}",
                "\"uniqueItems\": true",
                "\"$id\": \"file:///etc/passwd\"",
                "\"pattern\": \"(\"",
                "\"additionalProperties\": {\"type\": \"string\"}"
            })
    void questionsOfAnOfficeAreMadeOfHarmlessWordsOnly(String keyword) {
        String schema = "{\"additionalProperties\": false, \"properties\": {\"a\": {\"title\": \"A\", \"items\": {"
                + keyword + "}}}}";
        var files = sound.with("fields.schema.json", schema);
        assertThat(files.troubles("thu")).extracting(TemplateTrouble::file).containsExactly("fields.schema.json");
        assertThatThrownBy(() -> files.onTrial("thu")).isInstanceOf(Refusal.class);
    }

    @Test
    void refusesMoreQuestionsThanAnyoneAnswers() {
        var schema = new StringBuilder("{\"additionalProperties\": false, \"properties\": {");
        for (int i = 0; i <= 200; i++) {
            schema.append(i == 0 ? "" : ",").append("\"a").append(i).append("\": {\"title\": \"A\"}");
        }
        assertThat(sound.with("fields.schema.json", schema + "}}")
                        .troubles("thu")
                        .getFirst()
                        .what())
                .isEqualTo("hỏi quá 200 mục");
    }

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aPatternThatNeverEndsEnds() {
        for (String pattern : List.of("(a+)+$", "(a|a)*$", "(.*.*.*.*.*.*)*x$", "(a|b)*c")) {
            String schema = "{\"additionalProperties\": false, \"properties\": {\"a\": {\"title\": \"A\","
                    + " \"maxLength\": 400000, \"pattern\": \"" + pattern + "\"}}}";
            var revision = sound.with("fields.schema.json", schema).onTrial("thu");
            var answers = JsonMapper.shared().createObjectNode().put("a", "a".repeat(100_000) + "!");
            assertThat(revision.problems(answers)).as(pattern).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":", "<#if x>", "(", "<a>"})
    void refusesWhatIsNestedWithoutEnd(String opening) {
        for (String file : sound.names()) {
            assertThat(sound.with(file, opening.repeat(1_000_000 / opening.length()))
                            .troubles("thu"))
                    .as(file)
                    .hasSizeLessThanOrEqualTo(2);
        }
    }
}
