package vn.antin.bulk;

import java.security.Principal;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.antin.agency.Member;
import vn.antin.agency.Staff;
import vn.antin.kernel.Refusal;

/** Who is at the page, and which batches they may see: those of the body they work for today, and no others. */
@Component
class Visitors {
    private final Staff staff;
    private final Batches batches;

    Visitors(Staff staff, Batches batches) {
        this.staff = staff;
        this.batches = batches;
    }

    Member member(Principal signedIn) {
        return staff.member(signedIn, BulkReason.NOT_A_MEMBER);
    }

    Member writer(Principal signedIn) {
        return staff.writer(signedIn, BulkReason.NOT_A_MEMBER, BulkReason.ONLY_WRITERS_WRITE);
    }

    /** The batch, if it is theirs to see. Whoever may not see it is not told that it is there. */
    Batch batch(String typed, Member member) {
        UUID id;
        try {
            id = UUID.fromString(typed);
        } catch (IllegalArgumentException e) {
            throw new Refusal(BulkReason.UNKNOWN_BATCH, e);
        }
        // Whoever has handed it in and works elsewhere since has no more business with it than anybody there.
        return batches.find(id)
                .filter(it -> member.agency().equals(it.agency()))
                .orElseThrow(() -> new Refusal(BulkReason.UNKNOWN_BATCH));
    }
}
