package vn.antin.agency;

import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.antin.kernel.PersonId;
import vn.antin.kernel.Refusal;

/** Who is signed in, in the body they work for today; each room says in its own words why somebody may not come in. */
@Component
public class Staff {
    private final Agencies agencies;
    private final Clock clock;

    Staff(Agencies agencies, Clock clock) {
        this.agencies = agencies;
        this.clock = clock;
    }

    /** The person in their body; empty when they hold no post today. */
    public Optional<Member> member(Principal signedIn) {
        return agencies.member(new PersonId(signedIn.getName()), LocalDate.now(clock));
    }

    /** The person in their body, or the refusal of whoever holds no post today. */
    public Member member(Principal signedIn, Refusal.Reason noPost) {
        return member(signedIn).orElseThrow(() -> new Refusal(noPost));
    }

    /** Someone who writes documents for their body, or a refusal. */
    public Member writer(Principal signedIn, Refusal.Reason noPost, Refusal.Reason noWriter) {
        Member member = member(signedIn, noPost);
        if (!member.writes()) {
            throw new Refusal(noWriter);
        }
        return member;
    }
}
