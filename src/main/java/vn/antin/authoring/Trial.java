package vn.antin.authoring;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.antin.check.Finding;
import vn.antin.check.Severity;
import vn.antin.kernel.Content;
import vn.antin.kernel.Refusal;
import vn.antin.template.TemplateTrouble;

/**
 * How a template does with its own sample.
 *
 * @param pages absent when no pages could be made
 * @param troubles why not; empty when there are pages
 * @param findings what the gate says of the pages
 * @param around lines of the filled text round the place where it is wrong; mostly empty
 */
record Trial(@Nullable Content pages, List<TemplateTrouble> troubles, List<Finding> findings, List<FilledLine> around) {
    Trial {
        troubles = List.copyOf(troubles);
        findings = List.copyOf(findings);
        around = List.copyOf(around);
    }

    /** One line of a filled text; public because pages read it. */
    public record FilledLine(int number, String text, boolean wrong) {}

    static Trial failed(List<TemplateTrouble> troubles) {
        return new Trial(null, troubles, List.of(), List.of());
    }

    /** Why the template may not be put in force; empty when it may. */
    Optional<Refusal> objection() {
        if (!troubles.isEmpty()) {
            return Optional.of(new Refusal(
                    AuthoringReason.DOES_NOT_WORK, troubles.getFirst().inWords()));
        }
        return findings.stream()
                .filter(it -> it.severity() == Severity.ERROR)
                .findFirst()
                .map(it -> new Refusal(
                        AuthoringReason.GATE_STOPS_SAMPLE, it.where() + ": " + it.what() + " " + it.mend()));
    }
}
