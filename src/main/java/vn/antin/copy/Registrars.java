package vn.antin.copy;

import java.security.Principal;
import org.springframework.stereotype.Component;
import vn.antin.agency.Member;
import vn.antin.agency.Role;
import vn.antin.agency.Staff;
import vn.antin.kernel.Refusal;

/** Who makes copies: the registrar of a body, of its documents (art. 32.2.d), and nobody else. */
@Component
class Registrars {
    private final Staff staff;

    Registrars(Staff staff) {
        this.staff = staff;
    }

    Member required(Principal visitor) {
        return staff.member(visitor)
                .filter(it -> it.is(Role.REGISTRAR))
                .orElseThrow(() -> new Refusal(CopyReason.NOT_A_REGISTRAR));
    }
}
