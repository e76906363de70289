package vn.antin.compose;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.antin.agency.Agency;
import vn.antin.agency.Signatory;
import vn.antin.kernel.DocumentKind;
import vn.antin.kernel.Particulars;

/**
 * What a document says, before any layout (thành phần thể thức, Decree 30/2020/NĐ-CP art. 8).
 *
 * @param marks boxes 10b, 11 and 12
 * @param addressees box 9a, {@code Kính gửi}; empty for kinds that have none
 * @param legalBases the grounds (căn cứ ban hành), one paragraph each, with their closing marks
 * @param enactedBy who enacts a decision or resolution, in capitals ({@code HIỆU TRƯỞNG TRƯỜNG …}); who sends a
 *     telegram or introduces a person (annex III, forms 1.6 and 1.8), in small letters; absent for other kinds
 * @param cosigners who signs beside the competent person; mostly nobody
 * @param recipients box 9b, {@code Nơi nhận}, without dashes, with their closing marks
 * @param answers the data it was made of
 */
public record AdministrativeDocument(
        Particulars particulars,
        Agency issuer,
        Signatory signatory,
        Marks marks,
        List<String> addressees,
        List<Inline.Text> legalBases,
        @Nullable String enactedBy,
        List<Block> body,
        List<Cosigner> cosigners,
        List<String> recipients,
        List<Annex> annexes,
        Answers answers) {
    public AdministrativeDocument {
        addressees = List.copyOf(addressees);
        legalBases = List.copyOf(legalBases);
        body = List.copyOf(body);
        cosigners = List.copyOf(cosigners);
        recipients = List.copyOf(recipients);
        annexes = List.copyOf(annexes);
    }

    /**
     * As what the competent person signs, over the line of authority: {@code CHỦ TỌA} of a meeting (annex III, form 1.9),
     * one side of a contract; empty where the authority says all.
     */
    public String signatoryCapacity() {
        if (cosigners.isEmpty()) {
            return "";
        }
        if (particulars.kind() == DocumentKind.MINUTES) {
            return "CHỦ TỌA";
        }
        return particulars.kind().betweenParties() ? "ĐẠI DIỆN BÊN A" : "";
    }

    /** A document without marks, cosigners and data. */
    public AdministrativeDocument(
            Particulars particulars,
            Agency issuer,
            Signatory signatory,
            List<String> addressees,
            List<Inline.Text> legalBases,
            @Nullable String enactedBy,
            List<Block> body,
            List<String> recipients,
            List<Annex> annexes) {
        this(
                particulars,
                issuer,
                signatory,
                Marks.NONE,
                addressees,
                legalBases,
                enactedBy,
                body,
                List.of(),
                recipients,
                annexes,
                Answers.NONE);
    }
}
