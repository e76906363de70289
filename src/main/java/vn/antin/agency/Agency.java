package vn.antin.agency;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.antin.kernel.AgencyId;

/**
 * A body that issues documents (cơ quan, tổ chức ban hành; Decree 30/2020/NĐ-CP, annex I, part I, II.2).
 *
 * @param superior name of the direct superior body (cơ quan chủ quản), absent where there is none
 * @param symbol abbreviation in the symbol of its documents, such as {@code PGDĐT}
 * @param place địa danh, the official name of the administrative unit where the office lies
 * @param contact address, telephone, e-mail for the foot of a letter's first page (annex I, III.4)
 */
public record Agency(
        AgencyId id,
        @Nullable String superior,
        String name,
        String symbol,
        String place,
        @Nullable String contact) {
    /** Its name inside a sentence, {@code Trường Tiểu học Toàn Thắng}; empty for a name that cannot be turned so. */
    public Optional<String> nameInText() {
        return NameInText.of(name);
    }
}
