package vn.antin.agency;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.antin.kernel.AgencyId;
import vn.antin.kernel.PersonId;

/** One dated line of the register: a post, or the right to sign given beside it. */
sealed interface Entry {
    PersonId person();

    AgencyId agency();

    /** In whose name they sign; absent for posts that do not sign. */
    @Nullable
    Authority authority();

    LocalDate from();

    /** Last day of it; absent while none is set. */
    @Nullable
    LocalDate until();

    /** The paper that gave it; may be empty for posts. */
    String document();

    /** Whether that day is one of its own. */
    default boolean holdsOn(LocalDate day) {
        return !day.isBefore(from())
                && Optional.ofNullable(until()).filter(day::isAfter).isEmpty();
    }

    record Post(
            PersonId person,
            String fullName,
            AgencyId agency,
            Role role,
            String title,
            @Nullable Authority authority,
            LocalDate from,
            @Nullable LocalDate until,
            String document)
            implements Entry {}

    /**
     * A right to sign given by a written act.
     *
     * @param scope for what: kinds of documents, matters
     */
    record Delegation(
            String id,
            PersonId person,
            String fullName,
            AgencyId agency,
            Authority authority,
            String scope,
            LocalDate from,
            @Nullable LocalDate until,
            String document)
            implements Entry {}
}
