package vn.antin.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.antin.kernel.Refusal;

class SandboxTests {
    private static final String TERMS = "data.subject + data.subject + data.subject + data.subject + data.subject"
            + " + data.subject + data.subject + data.subject + data.subject + data.subject + data.subject"
            + " + data.subject + data.subject + data.subject + data.subject + data.subject + data.subject"
            + " + data.subject";

    private static final Map<String, Object> MODEL =
            Map.of("data", Map.of("subject", "A < B & \"C\" ]]> <script>", "lines", List.of("x|y", "z")));

    /** What no template may use; each is refused before it runs. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "${\"freemarker.template.utility.Execute\"?new()(\"id\")}",
                "${'freemarker.template.utility.ObjectConstructor' ? new()('java.io.File', '/etc/passwd')}",
                "${data?api.getClass()}",
                "${data.subject?eval}",
                "<@(\"${1}\"?interpret) />",
                "<#include \"/etc/passwd\">",
                "<#include \"../cong-van/document.ftlx\">",
                "<#import \"/x\" as x>",
                "<#macro m><@m/></#macro><@m/>",
                "<#function f x><#return f(x)></#function>${f(1)}",
                "<#assign x = 'a'>${x}",
                "<#attempt>${x}<#recover></#attempt>",
                "<#noautoesc>${data.subject}</#noautoesc>",
                "<#ftl output_format=\"plainText\">${data.subject}",
                "${'a'?right_pad(1000000000)}",
                "${(1..1000000000)?join(',')}",
                "${data.subject?replace('(a+)+$', '', 'r')}",
                "${data.subject?split('(a+)+$', 'r')?size}",
                "${data.subject?no_esc}",
                "${.now}",
                "${.data_model.data.subject}",
                "${\"${'x'?new()}\"}",
                "<#setting number_format='0'>",
                "${((1..500000000)[0..499999999])?size}",
                "${data.lines[0..*1000000000]?size}",
                "<#list 1..1000000000 as x></#list>",
                "${" + TERMS + "}",
                "<#if (" + TERMS + ")?has_content></#if>",
                "${\"${data.subject}${data.subject}\"?length}",
                "<#list"
            })
    void refusesWhatATemplateMayNotUse(String hostile) {
        assertFails(() -> Sandbox.admit("thu", hostile));
    }

    /** The same and more, were the first wall ever to let them through. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "${\"freemarker.template.utility.Execute\"?new()(\"id\")}",
                "${\"freemarker.template.utility.JythonRuntime\"?new()}",
                "${data?api.getClass()}",
                "${data.class.protectionDomain}",
                "${data.subject.bytes}",
                "<#include \"/etc/passwd\">",
                "<#include \"file:///etc/passwd\">",
                "<#include \"../cong-van/document.ftlx\">",
                "<#import \"/etc/passwd\" as x>${x}",
                "<#macro m><@m/></#macro><@m/>",
                "<#function f x><#return f(x) + 1></#function>${f(1)}",
                "<#list 1..1000000000 as x></#list>",
                "<#list 1..1000000000 as x>${x}</#list>",
                "<#list 1..100000 as x><#list 1..100000 as y></#list></#list>",
                "<#list 1..1000000000 as x>${data.subject}</#list>",
                "${missing}"
            })
    void confinesATemplateThatRuns(String hostile) {
        long start = System.nanoTime();
        assertFails(() -> {
            var template = Sandbox.parse("thu", hostile);
            Sandbox.run(template, MODEL, within(Duration.ofMillis(700)));
        });
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void stopsTheThreadOfALoopThatDoesNotEnd() throws InterruptedException {
        assertFails(() -> {
            var endless = Sandbox.parse("thu", "<#list 1..1000000000 as x></#list>");
            Sandbox.run(endless, MODEL, within(Duration.ofMillis(100)));
        });
        for (int i = 0; i < 100; i++) {
            if (Thread.getAllStackTraces().keySet().stream()
                    .noneMatch(it -> it.getName().equals("template"))) {
                return;
            }
            Thread.sleep(20);
        }
        fail("The thread still runs");
    }

    @Test
    void saysWhatAHostileTemplateDid() {
        assertThatThrownBy(() -> Sandbox.admit("thu", "${'x'?new()}"))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        it -> assertThat(it.arguments()).containsExactly("thu", "dùng hàm ?new không được phép"));
        var bomb = Sandbox.parse("thu", "<#list 1..1000000000 as x>0123456789012345678901234567890123</#list>");
        assertThatThrownBy(() -> Sandbox.run(bomb, MODEL, within(Duration.ofSeconds(20))))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        it -> assertThat(it.arguments()).containsExactly("thu", "sinh ra quá 4000000 ký tự"));
    }

    @Test
    void escapesEveryAnswer() {
        var template = Sandbox.admit("thu", "<subject>${data.subject}</subject>");
        assertThat(Sandbox.run(template, MODEL, within(Sandbox.LONGEST_TIME)))
                .isEqualTo("<subject>A &lt; B &amp; &quot;C&quot; ]]&gt; &lt;script&gt;</subject>");
    }

    @Test
    void dottedLinesAndPlusSignsAreWords() {
        String words = "<p>Số: ..... tháng .... + + + + + + + + + + + + + + + + + + + + ba cộng ba…</p>";
        assertThat(Sandbox.run(Sandbox.admit("thu", words), MODEL, within(Sandbox.LONGEST_TIME)))
                .isEqualTo(words);
    }

    @Test
    void fillsListsAndTheirParts() {
        var template = Sandbox.admit(
                "thu",
                "<#list data.lines as line>${line?counter}:<#list line?split(\"|\") as part>(${part?trim})</#list>"
                        + "<#sep>;</#list><#if data.subject?has_content>!</#if>");
        assertThat(Sandbox.run(template, MODEL, within(Sandbox.LONGEST_TIME))).isEqualTo("1:(x)(y);2:(z)!");
    }

    private static void assertFails(org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Refusal.class, it -> assertThat(it.reason()).isEqualTo(TemplateReason.TEMPLATE_FAILED));
    }

    private static Sandbox.Bounds within(Duration time) {
        return new Sandbox.Bounds(time, Sandbox.LONGEST_OUTPUT);
    }
}
