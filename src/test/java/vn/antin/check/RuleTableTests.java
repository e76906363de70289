package vn.antin.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class RuleTableTests {
    private static final Path TABLE = Path.of("src/docs/rules.md");
    private static final Pattern SAYS =
            Pattern.compile("/\\*\\*\\s*(.*?)\\s*\\*/\\s*(?:public )?final class", Pattern.DOTALL);

    /** To renew the table after a change of rules: {@code cp target/rules.md src/docs/rules.md}. */
    @Test
    void theTableOfRulesSaysWhatTheRulesSay() throws IOException {
        var table = new StringBuilder("""
                # The rules of the gate

                Back to the [map](../../ARCHITECTURE.md). This table is compared with the rules themselves by `RuleTableTests`.

                An ERROR keeps a document from being signed unless its signatory lets it pass with a reason that is archived, which a rule
                that is not waivable does not allow. A WARNING is told, and the document may be signed.

                | Rule | Severity | Where it is written | In force from | Waivable | What it says |
                |---|---|---|---|---|---|
                """);
        for (Rule rule : Gate.rules()) {
            LocalDate from = rule.citation().source().inForceFrom();
            table.append("| ")
                    .append(rule.getClass().getSimpleName())
                    .append(" | ")
                    .append(rule.severity())
                    .append(" | ")
                    .append(rule.citation().words())
                    .append(" | ")
                    .append(from.equals(LocalDate.MIN) ? "–" : from)
                    .append(" | ")
                    .append(rule.severity() == Severity.WARNING ? "–" : rule.waivable() ? "yes" : "no")
                    .append(" | ")
                    .append(says(rule))
                    .append(" |\n");
        }
        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of("target/rules.md"), table);
        assertThat(Files.readString(TABLE)).isEqualTo(table.toString());
    }

    @Test
    void noTwoRulesHaveOneNameAndEachIsCited() {
        var names = new HashSet<String>();
        assertThat(Gate.rules()).hasSizeGreaterThanOrEqualTo(60).allSatisfy(rule -> {
            assertThat(names.add(rule.getClass().getSimpleName())).isTrue();
            assertThat(rule.citation().words()).isNotBlank();
        });
    }

    private static String says(Rule rule) throws IOException {
        Path source = Path.of("src/main/java", rule.getClass().getName().replace('.', '/') + ".java");
        var matcher = SAYS.matcher(Files.readString(source));
        assertThat(matcher.find()).as("%s has no Javadoc", rule.getClass()).isTrue();
        return matcher.group(1)
                .replaceAll("\\s*\\n\\s*\\*\\s*", " ")
                .replaceAll("\\{@code ([^}]*)}", "`$1`")
                .replaceAll("<p>.*", "")
                .strip()
                .replace("|", "\\|");
    }
}
