package vn.antin.verify;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Findings in Vietnamese. */
@Component
class Phrases {
    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss 'ngày' dd/MM/uuuu", VIETNAMESE)
            .withZone(ZoneId.of("Asia/Ho_Chi_Minh"));

    private final MessageSource messages;

    Phrases(MessageSource messages) {
        this.messages = messages;
    }

    Report.Remark of(Finding finding, Object... arguments) {
        if (finding == Finding.STANDARD_VALIDATION) {
            String code = String.valueOf(arguments[0]);
            String why =
                    Objects.requireNonNullElse(messages.getMessage("verify.sub." + code, null, "", VIETNAMESE), "");
            return new Report.Remark(
                    finding.name(), text("finding." + finding.name(), code, why).strip());
        }
        return new Report.Remark(finding.name(), text("finding." + finding.name(), arguments));
    }

    Report.Remark of(Unjudged reason, Object... arguments) {
        return new Report.Remark(reason.name(), text("unjudged." + reason.name(), arguments));
    }

    /** What a state of a file added, with the fields it was done to. */
    Report.Remark act(String code, String fields) {
        String text = text("act." + code);
        return new Report.Remark(code, fields.isEmpty() ? text + "." : text + ": " + fields + ".");
    }

    /** The names of form fields as people call them, in alphabetical order; a name that is not ours stays as it is. */
    String fields(Collection<String> names) {
        return names.stream()
                .filter(name -> !name.isEmpty())
                .map(name -> switch (name) {
                    case "so_van_ban" -> text("field.number");
                    case "ngay_van_ban" -> text("field.date");
                    default -> name;
                })
                .sorted()
                .collect(Collectors.joining(", "));
    }

    /** As people in Vietnam read it. */
    String time(Instant instant) {
        return TIME.format(instant);
    }

    /** The text under {@code verify.} and that key. */
    String text(String key, Object... arguments) {
        return messages.getMessage("verify." + key, arguments, VIETNAMESE);
    }
}
