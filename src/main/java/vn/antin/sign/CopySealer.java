package vn.antin.sign;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import vn.antin.kernel.AgencyId;
import vn.antin.kernel.Content;
import vn.antin.kernel.CopyForm;
import vn.antin.trust.TimestampAuthority;

/**
 * The registrar's desk for what bears no seal's picture: electronic copies (bản sao sang định dạng điện tử; Decree
 * 30/2020/NĐ-CP, annex I, part II, I.3; art. 32.2.d: the body signs copies it has made) and annexes in files of their own
 * (annex I, part I, III.1.d). The body certifies the file; nothing may change after.
 */
@Component
public class CopySealer {
    private final Keys keys;
    private final TimestampAuthority time;
    private final Clock clock;

    CopySealer(Keys keys, @Qualifier("signatureTime") TimestampAuthority time, Clock clock) {
        this.keys = keys;
        this.time = time;
        this.clock = clock;
    }

    /**
     * For whom the file is sealed.
     *
     * @param agencyName as it is printed
     * @param place where the body has its seat
     */
    public record Maker(AgencyId agency, String agencyName, String place) {}

    /** Refuses now what sealing would refuse for its key, before any other work is done. */
    public void requireKey(AgencyId agency, Pin pin) {
        keys.open(agency.value(), pin);
    }

    /**
     * An electronic copy: {@code SAO Y; <tên cơ quan>; 24/11/2026; 15:04:05 +07:00}. The bytes given stay as they are.
     *
     * @param pages a PDF without form fields and signatures, its first page upright
     * @throws vn.antin.kernel.Refusal a {@link SignReason}, or that no time-stamp can be had
     */
    public Content copy(Content pages, CopyForm form, Maker maker, Pin pin) {
        return sealed(pages, form.heading() + "; " + maker.agencyName(), form.heading(), maker, pin);
    }

    /**
     * An annex in a file of its own: {@code Số: 07/KH-PGDĐT; 24/11/2026; 15:04:05 +07:00}.
     *
     * @param number number and symbol of the document that the annex belongs to, as printed
     */
    public Content annex(Content pages, String number, Maker maker, Pin pin) {
        return sealed(pages, "Số: " + number, "Phụ lục của văn bản số " + number, maker, pin);
    }

    /**
     * What the body attests, such as the outcome of a verification: {@code PHIẾU XÁC MINH; <tên cơ quan>; 24/11/2026;
     * 15:04:05 +07:00}.
     *
     * @param what in a word or two, as it is to stand in the line and in the signature's reason
     */
    public Content attestation(Content pages, String what, Maker maker, Pin pin) {
        return sealed(pages, what + "; " + maker.agencyName(), what, maker, pin);
    }

    private Content sealed(Content pages, String words, String reason, Maker maker, Pin pin) {
        String owner = maker.agency().value();
        SigningKey key = keys.open(owner, pin);
        ZonedDateTime now = ZonedDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
        try (Typefaces faces = Typefaces.borrow()) {
            TextLine line = TextLine.of(faces.upright(), words, now, CornerField.room(pages));
            Content reserved = CornerField.reserve(pages, line);
            try (OpenForm form = OpenForm.of(reserved)) {
                var field = form.unsigned(CornerField.NAME);
                form.show(field, line);
                var said = new PreparedSignature.Statement(maker.agencyName(), reason, maker.place(), now);
                return PreparedSignature.prepare(form, field, LaterChanges.NOT_EVEN_FILLING_IN, said, key.chain())
                        .completed(key, time, owner);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
