package vn.antin.sign;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.cos.COSDictionary;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import vn.antin.agency.Inks;
import vn.antin.check.CheckedDocument;
import vn.antin.kernel.Content;
import vn.antin.kernel.Particulars;
import vn.antin.kernel.PersonId;
import vn.antin.trust.TimestampAuthority;

/**
 * The pen of the signatory (người có thẩm quyền): a PAdES B-T certification that permits number, date and seal, nothing
 * else (Decree 30/2020/NĐ-CP art. 13; the order of signing, numbering and sealing is that of art. 14 to 17).
 */
@Component
public class Signer {
    private static final String REASON = "Ký ban hành văn bản";
    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("dd/MM/uuuu HH:mm:ss xxx");

    private final Keys keys;
    private final TimestampAuthority time;
    private final Clock clock;
    private final Optional<Inks> inks;

    @Autowired
    Signer(Keys keys, @Qualifier("signatureTime") TimestampAuthority time, Clock clock, Optional<Inks> inks) {
        this.keys = keys;
        this.time = time;
        this.clock = clock;
        this.inks = inks;
    }

    Signer(Keys keys, TimestampAuthority time, Clock clock) {
        this(keys, time, clock, Optional.empty());
    }

    /**
     * Signs with the key of the document's signatory. The bytes given stay as they are; a refusal leaves nothing behind.
     *
     * @throws vn.antin.kernel.Refusal a {@link SignReason}, or that no time-stamp can be had
     */
    public SignedDocument sign(CheckedDocument document, Pin pin) {
        Particulars particulars = document.particulars();
        String owner = particulars.signatory().value();
        try (OpenForm form = ready(document)) {
            SigningKey key = keys.open(owner, pin);
            Content signed = prepared(form, particulars, key.chain()).completed(key, time, owner);
            return new SignedDocument(signed, particulars);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the person's key lies here, to be opened with a PIN. */
    public boolean holdsKey(PersonId signatory) {
        return keys.holds(signatory.value());
    }

    /** Prepares the same signature for a key that lies elsewhere; the first certificate of the chain is the signer's. */
    PreparedSignature prepare(CheckedDocument document, List<X509Certificate> chain) {
        try (OpenForm form = ready(document)) {
            return prepared(form, document.particulars(), chain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Refused unless the document stands before its first signature. */
    static void requireReady(CheckedDocument document) {
        ready(document).close();
    }

    private static OpenForm ready(CheckedDocument document) {
        OpenForm form = OpenForm.of(document.pdf());
        try {
            form.unsigned(OpenForm.SIGNATORY);
            form.unsigned(OpenForm.SEAL);
            form.sealLock();
            form.unfilled(OpenForm.NUMBER);
            form.unfilled(OpenForm.DATE);
            OpenForm.require(!form.certified());
            return form;
        } catch (RuntimeException e) {
            form.close();
            throw e;
        }
    }

    private PreparedSignature prepared(OpenForm form, Particulars particulars, List<X509Certificate> chain)
            throws IOException {
        try (Typefaces faces = Typefaces.borrow()) {
            COSDictionary field = form.unsigned(OpenForm.SIGNATORY);
            ZonedDateTime now = ZonedDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
            Drawing drawn = new SignatoryMark(
                    faces.upright(),
                    List.of(
                            "Ký bởi: " + particulars.signatoryName(),
                            "Cơ quan: " + particulars.agencyName(),
                            "Thời gian ký: " + SHOWN.format(now)));
            form.show(
                    field,
                    inks.flatMap(it -> it.signature(particulars.signatory()))
                            .<Drawing>map(it -> new InkMark(it, InkMark.Place.CENTRED, drawn, Drawing.NOTHING))
                            .orElse(drawn));
            return PreparedSignature.prepare(
                    form,
                    field,
                    LaterChanges.FILLING_IN,
                    new PreparedSignature.Statement(particulars.signatoryName(), REASON, particulars.place(), now),
                    chain);
        }
    }
}
