package vn.antin.render;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.antin.agency.Agency;
import vn.antin.agency.Signatory;
import vn.antin.kernel.CopyForm;

/**
 * What is said under a copy on paper (Decree 30/2020/NĐ-CP, annex I, part II, II.1).
 *
 * @param agency who makes the copy
 * @param number in the register of copies; absent when it is written in by hand
 * @param day of the copy; absent when it is written in by hand
 * @param recipients with their closing marks, without dashes
 */
public record CopyNote(
        CopyForm form,
        Agency agency,
        @Nullable Integer number,
        @Nullable LocalDate day,
        Signatory signatory,
        List<String> recipients) {
    public CopyNote {
        if (number != null && (number < 1 || number > 99_999)) {
            throw new IllegalArgumentException("Copies are numbered from 1 each year, got " + number);
        }
        recipients = List.copyOf(recipients);
    }
}
