package vn.antin.render;

import java.time.Clock;
import java.time.ZonedDateTime;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.antin.compose.AdministrativeDocument;
import vn.antin.kernel.Content;

/** Puts documents on pages in the format of Decree 30/2020/NĐ-CP. */
@Component
public class Renderer {
    private final Clock clock;
    private final String publicAddress;
    private final Typeface typeface = new Typeface();

    /** {@code publicAddress}: where people reach this installation, without a slash at its end. */
    Renderer(Clock clock, @Value("${antin.public-address}") String publicAddress) {
        this.clock = clock;
        this.publicAddress = publicAddress;
    }

    /**
     * The pages, with boxes reserved for number, date, signature and seal.
     *
     * @throws vn.antin.kernel.Refusal with a {@link RenderReason}
     */
    public RenderedDocument render(AdministrativeDocument document) {
        String checkAddress = publicAddress + "/v/" + document.particulars().code();
        var pages = new DocumentLayout(LayoutProfile.DECREE_30, typeface).pages(document, checkAddress);
        byte[] pdf = new PdfFile(LayoutProfile.DECREE_30, typeface).write(pages, document, ZonedDateTime.now(clock));
        return new RenderedDocument(Content.of(pdf), document);
    }
}
