package vn.antin.bulk;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import vn.antin.kernel.AgencyId;
import vn.antin.kernel.DocumentId;
import vn.antin.kernel.PersonId;
import vn.antin.kernel.Sha256;

/**
 * One file of many documents.
 *
 * @param agency the body of all its documents; absent when each row names its own
 * @param author who handed it in
 * @param faults what is wrong with the file and belongs to no row
 */
record Batch(
        UUID id,
        @Nullable AgencyId agency,
        String template,
        Sha256 templateDigest,
        String author,
        String fileName,
        Sha256 fileDigest,
        State state,
        List<String> remarks,
        List<Fault> faults,
        Instant madeAt,
        Instant changedAt) {
    Batch {
        remarks = List.copyOf(remarks);
        faults = List.copyOf(faults);
    }

    /** How far the file has got. */
    enum State {
        /** Read and reported on; nothing is made yet. */
        READ,
        RUNNING,
        /** Stopped by a person, or because nothing can be kept; what is made stays made. */
        CANCELLED,
        DONE
    }

    /**
     * One row of the file, one document.
     *
     * @param number as people count in the sheet, from 1
     * @param name what the person calls it; may be empty
     * @param document absent for a row that was wrong from the beginning
     * @param code look-up code, once the document is written
     */
    record Row(
            int number,
            String name,
            @Nullable AgencyId agency,
            @Nullable PersonId signatory,
            String subject,
            JsonNode answers,
            @Nullable DocumentId document,
            @Nullable String code,
            RowState state,
            List<Fault> faults) {
        Row {
            faults = List.copyOf(faults);
        }
    }

    /** How far a row has got. */
    enum RowState {
        /** Wrong from the beginning: nothing is made of it. */
        WRONG("Sai, không lập"),
        WAITING("Chưa lập"),
        /** The document has passed the gate and waits for its signatory, or has gone further since. */
        MADE("Đã lập, chờ ký"),
        /** The document is kept as a draft: the gate has found what must be mended. */
        DRAFT("Bản thảo còn phải sửa"),
        /** No document could be made. */
        REFUSED("Không lập được");

        private final String vietnamese;

        RowState(String vietnamese) {
            this.vietnamese = vietnamese;
        }

        String vietnamese() {
            return vietnamese;
        }
    }

    /** How many rows stand at each state. */
    record Tally(int wrong, int waiting, int made, int draft, int refused) {
        int all() {
            return wrong + good();
        }

        /** Rows that are or were to be made. */
        int good() {
            return waiting + done();
        }

        int done() {
            return made + draft + refused;
        }
    }
}
