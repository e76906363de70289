package vn.antin.verify;

import java.util.List;
import java.util.stream.Stream;

/**
 * A report as three answers in Vietnamese, in the order in which people ask.
 *
 * @param unchanged còn nguyên vẹn không
 * @param signed ai ký, với quyền gì
 * @param registered có trong sổ không, còn hiệu lực không
 */
public record Answers(Answer unchanged, Answer signed, Answer registered) {
    /** In their order. */
    public List<Answer> all() {
        return List.of(unchanged, signed, registered);
    }

    /** How far an answer may be trusted; only what was proved is {@code PASSED}. */
    public enum Tone {
        PASSED,
        INDETERMINATE,
        FAILED;

        /** As style sheets and tables name it. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * One answer.
     *
     * @param question what is asked
     * @param brief a word or two, for tables
     * @param result the answer in one sentence
     * @param proved what stands behind it
     * @param unproved what could not be proved, or speaks against it
     * @param next what to do now
     */
    public record Answer(
            String question,
            Tone tone,
            String brief,
            String result,
            List<String> proved,
            List<String> unproved,
            String next) {
        public Answer {
            proved = proved.stream().distinct().toList();
            unproved = unproved.stream().distinct().toList();
        }

        /** Whether nothing at all can be said for or against. */
        public boolean bare() {
            return Stream.concat(proved.stream(), unproved.stream()).findAny().isEmpty();
        }
    }
}
