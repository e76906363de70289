package vn.antin.render;

import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.antin.agency.Agency;
import vn.antin.compose.Block;
import vn.antin.compose.Inline;
import vn.antin.kernel.Content;

/**
 * Pages of a body that are no administrative document: they bear its name and a title, no number and no date's box, and
 * are set, tagged and archived (PDF/A-3a) like all others.
 */
@Component
public class PlainPaper {
    private final Clock clock;
    private final LayoutProfile profile;
    private final Typeface typeface = new Typeface();

    PlainPaper(Clock clock, LayoutProfile profile) {
        this.clock = clock;
        this.profile = profile;
    }

    /**
     * The pages.
     *
     * @param title printed in capitals as it is given
     * @param subtitle printed under it, bold
     * @param foot printed at the end, in italics
     * @throws vn.antin.kernel.Refusal with a {@link RenderReason}
     */
    public Content pages(
            Agency issuer, String title, String subtitle, List<Block> body, String foot, List<Enclosure> enclosed) {
        Tag root = Tag.document();
        var setter = new Typesetter(profile, typeface);
        var strips = new ArrayList<Strip>(new Opening(setter, root).namesOnly(issuer));
        Style bold = Style.bold(profile.heading());
        Tag heading = root.child("H1");
        float gap = profile.paragraphGap() * 2;
        strips.addAll(Typesetter.allKept(
                setter.paragraph(Inline.Text.plain(title + " "), setter.centred(bold, gap * 2), heading)));
        strips.addAll(
                Typesetter.allKept(setter.paragraph(Inline.Text.plain(subtitle), setter.centred(bold, 0), heading)));
        strips.addAll(new Body(setter, root).strips(body));
        Style italic = Style.italic(profile.text());
        strips.addAll(
                setter.paragraph(Inline.Text.plain(foot), setter.bodyText().in(italic), root.child("P")));
        var flow = new PageFlow(setter, new Footnotes(setter, root), List.of(), 0, DocumentLayout.MOST_PAGES);
        ZonedDateTime now = ZonedDateTime.now(clock);
        String name = title + ": " + subtitle;
        return Content.of(new PdfFile(profile, typeface).write(flow.pages(strips), name, issuer.name(), enclosed, now));
    }
}
