package vn.antin.bulk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;
import vn.antin.kernel.AgencyId;
import vn.antin.kernel.PersonId;

/**
 * One document as it was filled in.
 *
 * @param row as people count, from 1
 * @param key what the person calls it; may be empty
 * @param agency absent when it could not be told
 * @param signatory absent when it could not be told
 * @param faults empty when a document can be made of it
 */
record FilledRow(
        int row,
        String key,
        @Nullable AgencyId agency,
        @Nullable PersonId signatory,
        ObjectNode answers,
        List<Fault> faults) {
    FilledRow {
        faults = List.copyOf(faults);
    }

    FilledRow with(List<Fault> other) {
        return new FilledRow(row, key, agency, signatory, answers, other);
    }
}
