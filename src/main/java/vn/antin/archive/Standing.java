package vn.antin.archive;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.antin.kernel.LookupCode;
import vn.antin.kernel.PersonId;

/**
 * Something that has become of an issued document. The original itself stays as it is for ever.
 *
 * @param sequence place among all such lines, from 1
 * @param since the day from which it holds; may lie ahead
 * @param by the document that did it, as people name it: {@code 12/QĐ-TTT ngày 05/03/2026}
 * @param code look-up code of that document, when it is in this archive
 */
public record Standing(
        long sequence,
        Change change,
        LocalDate since,
        String by,
        @Nullable LookupCode code,
        PersonId enteredBy,
        Instant enteredAt) {

    /** Decree 30/2020/NĐ-CP: art. 18.3 (replacement, correction) and 18.4 (recall). */
    public enum Change {
        /** Thay thế: wrong in content, so another document of equal form took its place. */
        REPLACED,
        /** Thu hồi: whoever received it sends it back or destroys it. */
        RECALLED,
        /** Đính chính: wrong in format or procedure, put right by an official letter; it stays in force. */
        CORRECTED;

        /** Whether the document is no longer in force from that day on. */
        public boolean endsForce() {
            return this != CORRECTED;
        }
    }
}
