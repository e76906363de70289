package vn.antin.agency;

import java.security.Principal;
import org.springframework.stereotype.Component;
import vn.antin.kernel.AgencyId;
import vn.antin.kernel.Refusal;

/** Who may write in the register: administrators for every body, registrars (văn thư) for their own. */
@Component
class Keepers {
    private final Staff staff;

    Keepers(Staff staff) {
        this.staff = staff;
    }

    Member member(Principal signedIn) {
        return staff.member(signedIn, AgencyReason.NO_POST);
    }

    Member administrator(Principal signedIn) {
        Member member = member(signedIn);
        if (!member.is(Role.ADMINISTRATOR)) {
            throw new Refusal(AgencyReason.ONLY_KEEPERS);
        }
        return member;
    }

    Member keeper(Principal signedIn, AgencyId agency) {
        Member member = member(signedIn);
        boolean own = member.is(Role.REGISTRAR) && member.agency().equals(agency);
        if (!own && !member.is(Role.ADMINISTRATOR)) {
            throw new Refusal(AgencyReason.ONLY_KEEPERS);
        }
        return member;
    }
}
