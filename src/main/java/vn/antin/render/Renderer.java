package vn.antin.render;

import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.antin.agency.Inks;
import vn.antin.compose.AdministrativeDocument;
import vn.antin.kernel.Content;

/** Puts documents on pages in the format of Decree 30/2020/NĐ-CP. */
@Component
public class Renderer {
    private final Clock clock;
    private final String publicAddress;
    private final LayoutProfile profile;
    private final Optional<Inks> inks;
    private final Typeface typeface = new Typeface();

    /** {@code publicAddress}: where people reach this installation, without a slash at its end. */
    @Autowired
    Renderer(
            Clock clock,
            @Value("${antin.public-address}") String publicAddress,
            LayoutProfile profile,
            Optional<Inks> inks) {
        this.clock = clock;
        this.publicAddress = publicAddress;
        this.profile = profile;
        this.inks = inks;
    }

    Renderer(Clock clock, String publicAddress, LayoutProfile profile) {
        this(clock, publicAddress, profile, Optional.empty());
    }

    Renderer(Clock clock, String publicAddress) {
        this(clock, publicAddress, LayoutProfile.DECREE_30);
    }

    /**
     * The pages, with boxes reserved for number, date, signature and seal.
     *
     * @throws vn.antin.kernel.Refusal with a {@link RenderReason}
     */
    public RenderedDocument render(AdministrativeDocument document) {
        String checkAddress = publicAddress + "/v/" + document.particulars().code();
        LayoutProfile sized = sized(document);
        var pages = new DocumentLayout(sized, typeface).pages(document, checkAddress);
        Optional<CarriedData> data =
                CarriedData.isOf(document) ? Optional.of(CarriedData.of(document, publicAddress)) : Optional.empty();
        byte[] pdf = new PdfFile(sized, typeface).write(pages, document, data, ZonedDateTime.now(clock));
        return new RenderedDocument(Content.of(pdf), document);
    }

    /** The boxes of signature and seal in the true sizes of their pictures, where there are any (II.7.d, II.8.a). */
    private LayoutProfile sized(AdministrativeDocument document) {
        if (inks.isEmpty()) {
            return profile;
        }
        var signature = inks.get().signatureWidth(document.signatory().person());
        var seal = inks.get().sealDiameter(document.particulars().agency());
        return profile.withInk(
                signature.isPresent() ? LayoutProfile.mm((float) signature.getAsDouble()) : profile.signatureWidth(),
                seal.isPresent() ? LayoutProfile.mm((float) seal.getAsDouble()) : profile.sealSide());
    }
}
