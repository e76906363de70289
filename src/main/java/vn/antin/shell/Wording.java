package vn.antin.shell;

import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.antin.kernel.Refusal;

/** Finds the three texts of a refusal: what happened, why, what to do next. */
@Component
class Wording {
    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    private final MessageSource messages;

    Wording(MessageSource messages) {
        this.messages = messages;
    }

    Told tell(Refusal refusal) {
        return new Told(
                text(refusal, "what"),
                text(refusal, "why"),
                text(refusal, "next"),
                refusal.reason().key());
    }

    private String text(Refusal refusal, String part) {
        return messages.getMessage(
                "refusal." + refusal.reason().key() + "." + part,
                refusal.arguments().toArray(),
                VIETNAMESE);
    }

    record Told(String what, String why, String next, String code) {
        /** For pages, which read public types only. */
        Map<String, String> asMap() {
            return Map.of("what", what, "why", why, "next", next, "code", code);
        }
    }
}
