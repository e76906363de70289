package vn.antin.agency;

import java.util.Set;
import vn.antin.kernel.AgencyId;
import vn.antin.kernel.PersonId;

/** A person in their body, and what they do there today. */
public record Member(PersonId person, String fullName, AgencyId agency, Set<Role> roles) {
    public Member {
        roles = Set.copyOf(roles);
    }
}
