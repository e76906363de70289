package vn.antin.agency;

import java.util.Set;
import vn.antin.kernel.AgencyId;
import vn.antin.kernel.PersonId;

/** A person in their body, and what they do there today. */
public record Member(PersonId person, String fullName, AgencyId agency, Set<Role> roles) {
    public Member {
        roles = Set.copyOf(roles);
    }

    /** Whether that is among what they do today. */
    public boolean is(Role role) {
        return roles.contains(role);
    }

    /** Whether they write: those who sign and those who number do, whoever only keeps does not. */
    public boolean writes() {
        return is(Role.SIGNATORY) || is(Role.REGISTRAR);
    }
}
