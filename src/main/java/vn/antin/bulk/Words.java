package vn.antin.bulk;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.antin.kernel.Refusal;

/** Says in a cell of the report what a refusal says on a page. */
@Component
class Words {
    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
    private static final int SHOWN = 60;

    private final MessageSource messages;

    Words(MessageSource messages) {
        this.messages = messages;
    }

    /** What happened and why; what to do next is for the report itself to say. */
    String of(Refusal refusal) {
        return text(refusal, "what") + " " + text(refusal, "why");
    }

    private String text(Refusal refusal, String part) {
        return messages.getMessage(
                "refusal." + refusal.reason().key() + "." + part,
                refusal.arguments().toArray(),
                VIETNAMESE);
    }

    /** Text from the file as it may stand in a message: short, on one line, nothing that cannot be seen. */
    static String clip(String typed) {
        String plain =
                typed.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}]+", " ").strip();
        return plain.length() <= SHOWN ? plain : start(plain, SHOWN) + "…";
    }

    /** The first characters, without half of one that takes two places. */
    static String start(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }
}
