package vn.antin.issue;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.antin.kernel.AgencyId;
import vn.antin.kernel.DocumentId;
import vn.antin.kernel.PersonId;
import vn.antin.kernel.Sha256;

/**
 * Many papers signed or sealed by one act.
 *
 * @param reason why it halted, in Vietnamese; absent otherwise
 * @param service the remote service that signs, as the settings call it; absent with a PIN here
 * @param pending the first of the signatures that a remote service was asked for; absent with a PIN here, and once
 *     nothing of the run is open
 */
record PaperRun(
        UUID id,
        AgencyId agency,
        PersonId person,
        Act act,
        State state,
        @Nullable String reason,
        @Nullable String service,
        @Nullable UUID pending,
        Instant madeAt,
        Instant changedAt) {
    /** What is done to each paper. */
    enum Act {
        /** The signatory signs. */
        SIGN,
        /** The registrar enters it in the register, seals and archives it. */
        SEAL
    }

    enum State {
        RUNNING,
        /** The person stopped it between two papers. */
        STOPPED,
        /** Nothing further could be done: the PIN was wrong, the key may not be used, no time-stamp can be had. */
        HALTED,
        /** The service stopped; the PIN went with it. */
        INTERRUPTED,
        DONE
    }

    enum ItemState {
        WAITING,
        DONE,
        FAILED
    }

    /**
     * One paper of it.
     *
     * @param seen the pages that the person saw
     * @param reason why it failed, in Vietnamese; absent otherwise
     */
    record Item(
            int position,
            DocumentId document,
            String subject,
            Sha256 seen,
            ItemState state,
            @Nullable String reason) {}

    /** A paper that a person ticked. */
    record Ticked(DocumentId document, Sha256 seen) {}

    /** How many of its papers stand how. */
    record Tally(int all, int done, int failed) {
        int waiting() {
            return all - done - failed;
        }

        int percent() {
            return all == 0 ? 100 : 100 * (done + failed) / all;
        }
    }
}
