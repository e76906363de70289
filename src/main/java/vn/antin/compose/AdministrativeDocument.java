package vn.antin.compose;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.antin.agency.Agency;
import vn.antin.agency.Signatory;
import vn.antin.kernel.Particulars;

/**
 * What a document says, before any layout (thành phần thể thức, Decree 30/2020/NĐ-CP art. 8).
 *
 * @param addressees box 9a, {@code Kính gửi}; empty for kinds that have none
 * @param legalBases the grounds (căn cứ ban hành), one paragraph each, with their closing marks
 * @param enactedBy who enacts a decision, in capitals ({@code HIỆU TRƯỞNG TRƯỜNG …}); absent for other kinds
 * @param recipients box 9b, {@code Nơi nhận}, without dashes, with their closing marks
 */
public record AdministrativeDocument(
        Particulars particulars,
        Agency issuer,
        Signatory signatory,
        List<String> addressees,
        List<Inline.Text> legalBases,
        @Nullable String enactedBy,
        List<Block> body,
        List<String> recipients,
        List<Annex> annexes) {
    public AdministrativeDocument {
        addressees = List.copyOf(addressees);
        legalBases = List.copyOf(legalBases);
        body = List.copyOf(body);
        recipients = List.copyOf(recipients);
        annexes = List.copyOf(annexes);
    }
}
