package vn.antin.bulk;

import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.antin.agency.Agencies;
import vn.antin.agency.Member;
import vn.antin.agency.Role;
import vn.antin.kernel.PersonId;
import vn.antin.kernel.Refusal;

/** Who is at the page, and which batches they may see: those of their body, and those they handed in themselves. */
@Component
class Visitors {
    private final Agencies agencies;
    private final Batches batches;
    private final Clock clock;

    Visitors(Agencies agencies, Batches batches, Clock clock) {
        this.agencies = agencies;
        this.batches = batches;
        this.clock = clock;
    }

    Member member(Principal signedIn) {
        return agencies.member(new PersonId(signedIn.getName()), LocalDate.now(clock))
                .orElseThrow(() -> new Refusal(BulkReason.NOT_A_MEMBER));
    }

    /** Someone who writes documents for their body. */
    Member writer(Principal signedIn) {
        Member member = member(signedIn);
        if (!writes(member)) {
            throw new Refusal(BulkReason.ONLY_WRITERS_WRITE);
        }
        return member;
    }

    static boolean writes(Member member) {
        return member.roles().contains(Role.SIGNATORY) || member.roles().contains(Role.REGISTRAR);
    }

    /** The batch, if it is theirs to see. Whoever may not see it is not told that it is there. */
    Batch batch(String typed, Member member) {
        UUID id;
        try {
            id = UUID.fromString(typed);
        } catch (IllegalArgumentException e) {
            throw new Refusal(BulkReason.UNKNOWN_BATCH, e);
        }
        return batches.find(id)
                .filter(it -> member.agency().equals(it.agency())
                        || it.author().equals(member.person().value()))
                .orElseThrow(() -> new Refusal(BulkReason.UNKNOWN_BATCH));
    }
}
