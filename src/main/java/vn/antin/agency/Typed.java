package vn.antin.agency;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import vn.antin.kernel.AgencyId;
import vn.antin.kernel.PersonId;
import vn.antin.kernel.Refusal;

/** Reads the answers of the register's forms; each is refused by the name it has on the page. */
final class Typed {
    private static final int LONGEST = 300;
    private static final int EARLIEST_YEAR = 1945;
    private static final int LATEST_YEAR = 2100;

    private Typed() {}

    static String text(String typed, String label) {
        String text = optional(typed, label);
        if (text.isEmpty()) {
            throw new Refusal(AgencyReason.TYPED_WRONG, label);
        }
        return text;
    }

    static String optional(String typed, String label) {
        String text = typed.strip();
        if (text.length() > LONGEST || text.codePoints().anyMatch(Character::isISOControl)) {
            throw new Refusal(AgencyReason.TYPED_WRONG, label);
        }
        return text;
    }

    static LocalDate day(String typed, String label) {
        return optionalDay(typed, label).orElseThrow(() -> new Refusal(AgencyReason.TYPED_WRONG, label));
    }

    static Optional<LocalDate> optionalDay(String typed, String label) {
        if (typed.isBlank()) {
            return Optional.empty();
        }
        try {
            LocalDate day = LocalDate.parse(typed.strip());
            if (day.getYear() < EARLIEST_YEAR || day.getYear() > LATEST_YEAR) {
                throw new Refusal(AgencyReason.TYPED_WRONG, label);
            }
            return Optional.of(day);
        } catch (DateTimeException e) {
            throw new Refusal(AgencyReason.TYPED_WRONG, e, label);
        }
    }

    static PersonId person(String typed) {
        try {
            return new PersonId(typed.strip().toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new Refusal(AgencyReason.TYPED_WRONG, e, "Mã người");
        }
    }

    static AgencyId agency(String typed) {
        try {
            return new AgencyId(typed.strip().toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new Refusal(AgencyReason.TYPED_WRONG, e, "Mã cơ quan");
        }
    }

    static Role role(String typed) {
        try {
            return Role.valueOf(typed);
        } catch (IllegalArgumentException e) {
            throw new Refusal(AgencyReason.TYPED_WRONG, e, "Việc trong hệ thống");
        }
    }
}
