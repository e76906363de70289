package vn.antin.bulk;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.antin.agency.Agencies;
import vn.antin.agency.Agency;
import vn.antin.agency.Signatory;
import vn.antin.kernel.AgencyId;

/**
 * The bodies and signatories that a form offers, as its drop-downs write them and as people type them.
 *
 * @param only the one body for whose documents the form is; none when each row names its own
 */
record People(Agencies register, LocalDate day, @Nullable AgencyId only) {
    /** The identifier at the end of what a drop-down offers: {@code Vũ Mạnh Hùng – TRƯỞNG PHÒNG [vu-manh-hung]}. */
    private static final Pattern IDENTIFIER = Pattern.compile("\\[([a-z0-9.-]{1,60})]\\s*$");

    List<Agency> bodies() {
        return only == null ? register.all() : List.of(register.named(only));
    }

    List<String> bodyLabels() {
        return bodies().stream().map(People::label).toList();
    }

    List<String> signatoryLabels() {
        return bodies().stream()
                .flatMap(it -> register.signatories(it.id(), day).stream())
                .map(People::label)
                .toList();
    }

    /** The body that was meant. */
    Optional<AgencyId> body(String typed) {
        String id = identifier(typed);
        var meant = bodies().stream()
                .filter(it ->
                        it.id().value().equals(id) || Column.plain(it.name()).equals(Column.plain(typed)))
                .toList();
        return meant.size() == 1 ? Optional.of(meant.getFirst().id()) : Optional.empty();
    }

    /** Who was meant among those who may sign for the body that day. */
    Optional<Signatory> signatory(AgencyId body, String typed) {
        String id = identifier(typed);
        var meant = register.signatories(body, day).stream()
                .filter(it -> it.person().value().equals(id)
                        || Column.plain(it.fullName()).equals(Column.plain(typed)))
                .toList();
        return meant.size() == 1 ? Optional.of(meant.getFirst()) : Optional.empty();
    }

    private static String identifier(String typed) {
        var found = IDENTIFIER.matcher(typed);
        return found.find() ? found.group(1) : typed.strip();
    }

    private static String label(Agency it) {
        return it.name() + (it.superior() == null ? "" : ", " + it.superior()) + " [" + it.id() + "]";
    }

    private static String label(Signatory it) {
        return it.fullName() + " – " + String.join(" – ", it.authority().lines()) + " [" + it.person() + "]";
    }
}
