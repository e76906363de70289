package vn.antin.attest;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.antin.kernel.AgencyId;
import vn.antin.kernel.PersonId;
import vn.antin.verify.Conclusion;
import vn.antin.verify.Report;

/**
 * Files that a member has handed in to be judged together. Only they see it, and it is forgotten after a week.
 *
 * @param cancelled whether they stopped it before all was judged
 */
record Inquiry(UUID id, AgencyId agency, PersonId author, boolean cancelled, Instant madeAt) {

    /** How far one file has got. */
    enum State {
        WAITING,
        JUDGED,
        /** Stopped before its turn; its bytes are gone. */
        CANCELLED
    }

    /**
     * One file.
     *
     * @param place from 1, in the order in which they came
     */
    record Item(
            int place,
            String name,
            State state,
            @Nullable Conclusion conclusion,
            @Nullable Report report) {}

    /**
     * How far the whole has got.
     *
     * @param ended how many are originals of the archive that were replaced or recalled
     */
    record Tally(int all, int waiting, int judged, int cancelled, Map<Conclusion, Integer> conclusions, int ended) {
        Tally {
            conclusions = Map.copyOf(conclusions);
        }

        boolean done() {
            return waiting == 0;
        }
    }
}
