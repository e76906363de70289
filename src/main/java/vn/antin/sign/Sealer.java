package vn.antin.sign;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.apache.pdfbox.cos.COSDictionary;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import vn.antin.agency.Inks;
import vn.antin.kernel.AgencyId;
import vn.antin.kernel.Content;
import vn.antin.kernel.Particulars;
import vn.antin.trust.SampleAuthority;
import vn.antin.trust.TimestampAuthority;

/**
 * The registrar's desk (văn thư): number and date enter the signed document, then the body signs (chữ ký số của cơ quan,
 * tổ chức), after which nothing may change (Decree 30/2020/NĐ-CP art. 17, 32.2.d: the body signs only what the competent
 * person has signed).
 */
@Component
public class Sealer {
    private final Keys keys;
    private final TimestampAuthority time;
    private final Clock clock;
    private final Optional<Inks> inks;

    @Autowired
    Sealer(Keys keys, @Qualifier("signatureTime") TimestampAuthority time, Clock clock, Optional<Inks> inks) {
        this.keys = keys;
        this.time = time;
        this.clock = clock;
        this.inks = inks;
    }

    Sealer(Keys keys, TimestampAuthority time, Clock clock) {
        this(keys, time, clock, Optional.empty());
    }

    /**
     * Fills in number and date, then seals with the key of the document's body. The bytes given stay as they are; a
     * refusal leaves nothing behind.
     *
     * @throws vn.antin.kernel.Refusal a {@link SignReason}, or that no time-stamp can be had
     */
    public SealedDocument seal(SignedDocument document, NumberLine line, Pin pin) {
        Particulars particulars = document.particulars();
        try {
            requireSigned(document.pdf());
            String owner = particulars.agency().value();
            SigningKey key = keys.open(owner, pin);
            Content numbered = NumberFiller.fill(document.pdf(), line, particulars.place());
            return new SealedDocument(seal(numbered, particulars, line, key, owner), particulars, line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Refuses now what sealing would refuse for its key, so that no number is given to a document that cannot be sealed. */
    public void requireKey(AgencyId agency, Pin pin) {
        keys.open(agency.value(), pin);
    }

    private void requireSigned(Content pdf) {
        try (OpenForm form = OpenForm.of(pdf)) {
            form.unsigned(OpenForm.SEAL);
            form.sealLock();
            form.unfilled(OpenForm.NUMBER);
            form.unfilled(OpenForm.DATE);
            // Certified when signed here; a tool of the person's own may sign without certifying, and number, date and
            // seal are then permitted all the more.
            OpenForm.require(IntactSignature.coversAllOf(pdf, form.signature(OpenForm.SIGNATORY), time.stamps()));
        }
    }

    /** The seal alone, on pages whose number and date stand. */
    Content seal(Content numbered, Particulars particulars, NumberLine line, SigningKey key, String owner)
            throws IOException {
        try (Typefaces faces = Typefaces.borrow();
                OpenForm form = OpenForm.of(numbered)) {
            COSDictionary field = form.unsigned(OpenForm.SEAL);
            boolean sample = SampleAuthority.issued(key.certificate());
            var drawn = new SealMark(faces.bold(), particulars.agencyName(), particulars.place(), sample);
            // A true seal's picture over a sample key must say that it is worth nothing.
            Drawing over = sample ? drawn::sampleWord : Drawing.NOTHING;
            form.show(
                    field,
                    inks.flatMap(it -> it.seal(particulars.agency()))
                            .<Drawing>map(it -> new InkMark(it, InkMark.Place.RIGHT, drawn, over))
                            .orElse(drawn));
            ZonedDateTime now = ZonedDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
            var prepared = PreparedSignature.prepare(
                    form,
                    field,
                    LaterChanges.NONE,
                    new PreparedSignature.Statement(
                            particulars.agencyName(),
                            "Phát hành văn bản số " + line.number() + "/" + particulars.symbol(),
                            particulars.place(),
                            now),
                    key.chain());
            return prepared.completed(key, time, owner);
        }
    }
}
