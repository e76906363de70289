package vn.antin.copy;

import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import vn.antin.agency.Agencies;
import vn.antin.agency.Member;
import vn.antin.agency.Role;
import vn.antin.kernel.PersonId;
import vn.antin.kernel.Refusal;

/** Who makes copies: the registrar of a body, of its documents (art. 32.2.d), and nobody else. */
@Component
class Registrars {
    private final Agencies agencies;
    private final Clock clock;

    Registrars(Agencies agencies, Clock clock) {
        this.agencies = agencies;
        this.clock = clock;
    }

    Member required(Principal visitor) {
        return agencies.member(new PersonId(visitor.getName()), LocalDate.now(clock))
                .filter(it -> it.roles().contains(Role.REGISTRAR))
                .orElseThrow(() -> new Refusal(CopyReason.NOT_A_REGISTRAR));
    }
}
