package vn.antin.issue;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.antin.kernel.Refusal;

/** Says in a line of a list what a refusal says on a page: what happened and why. */
@Component
class Said {
    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    private final MessageSource messages;

    Said(MessageSource messages) {
        this.messages = messages;
    }

    String of(Refusal refusal) {
        return text(refusal, "what") + " " + text(refusal, "why");
    }

    private String text(Refusal refusal, String part) {
        return messages.getMessage(
                "refusal." + refusal.reason().key() + "." + part,
                refusal.arguments().toArray(),
                VIETNAMESE);
    }
}
