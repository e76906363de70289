package vn.antin.sign;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.antin.kernel.AgencyId;
import vn.antin.kernel.DocumentId;
import vn.antin.kernel.PersonId;
import vn.antin.kernel.Refusal;
import vn.antin.kernel.Sha256;

/**
 * A signature of the signatory that is under way between this program and a key elsewhere.
 *
 * @param source digest of the pages it is for; on other pages it is of no use
 * @param outcome why it ended without a signature
 * @param expiresAt when the value must be here; a value once here waits for its time-stamp without end
 */
public record PendingSignature(
        UUID id,
        DocumentId document,
        AgencyId agency,
        PersonId person,
        Way way,
        State state,
        @Nullable SignReason outcome,
        Sha256 source,
        Instant createdAt,
        Instant expiresAt) {
    /** Where the key is. */
    public enum Way {
        /** With a remote signing service (ký số từ xa), confirmed on the person's telephone. */
        REMOTE,
        /** In the person's own machine, reached by a program that signs a digest. */
        BROWSER,
        /** In the person's own machine, reached by a tool that takes a file and brings it back signed. */
        TOOL
    }

    /** How far it has come. */
    public enum State {
        AWAITING_VALUE,
        /** The value is here and kept; only the time-stamp is outstanding. */
        AWAITING_TIMESTAMP,
        /** The finished file is on the disk, and the document has not yet taken it. */
        READY,
        SIGNED,
        REJECTED,
        EXPIRED,
        CANCELLED,
        FAILED;

        public boolean open() {
            return this == AWAITING_VALUE || this == AWAITING_TIMESTAMP || this == READY;
        }
    }

    /** What a person is told when it ended without a signature. */
    public @Nullable Refusal refusal() {
        return outcome == null ? null : new Refusal(outcome, person.value(), "");
    }
}
