package vn.antin.render;

import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.antin.compose.AdministrativeDocument;
import vn.antin.kernel.Content;

/** Puts documents on pages in the format of Decree 30/2020/NĐ-CP. */
@Component
public class Renderer {
    private final Clock clock;
    private final String publicAddress;
    private final LayoutProfile profile;
    private final Typeface typeface = new Typeface();

    /** {@code publicAddress}: where people reach this installation, without a slash at its end. */
    @Autowired
    Renderer(Clock clock, @Value("${antin.public-address}") String publicAddress, LayoutProfile profile) {
        this.clock = clock;
        this.publicAddress = publicAddress;
        this.profile = profile;
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
        var pages = new DocumentLayout(profile, typeface).pages(document, checkAddress);
        Optional<CarriedData> data =
                CarriedData.isOf(document) ? Optional.of(CarriedData.of(document, publicAddress)) : Optional.empty();
        byte[] pdf = new PdfFile(profile, typeface).write(pages, document, data, ZonedDateTime.now(clock));
        return new RenderedDocument(Content.of(pdf), document);
    }
}
