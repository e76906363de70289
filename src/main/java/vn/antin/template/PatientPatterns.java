package vn.antin.template;

import com.networknt.schema.regex.RegularExpression;
import com.networknt.schema.regex.RegularExpressionFactory;
import java.util.regex.Pattern;

/**
 * Regular expressions with an end. A pattern such as {@code (a+)+$} tries more ways than there is time for; after a
 * number of steps an answer counts as not matching, and the person is told to mend it.
 */
final class PatientPatterns implements RegularExpressionFactory {
    /** Characters looked at while one set of answers is judged; about a quarter of a second. */
    private static final int MOST_STEPS = 50_000_000;

    private static final ThreadLocal<Steps> STEPS = ThreadLocal.withInitial(Steps::new);

    /** From here on the steps are counted anew. */
    static void startCounting() {
        STEPS.get().taken = 0;
    }

    @Override
    public RegularExpression getRegularExpression(String regex) {
        Pattern pattern = Pattern.compile(regex);
        return value -> {
            try {
                return pattern.matcher(new Counted(value, STEPS.get())).find();
            } catch (Exhausted | StackOverflowError e) {
                return false;
            }
        };
    }

    private static final class Steps {
        private int taken;
    }

    private static final class Exhausted extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Exhausted() {
            super("too many steps", null, false, false);
        }
    }

    private record Counted(CharSequence text, Steps steps) implements CharSequence {
        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            if (steps.taken >= MOST_STEPS) {
                throw new Exhausted();
            }
            steps.taken++;
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
