package vn.antin.authoring;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import vn.antin.agency.Member;
import vn.antin.check.Severity;
import vn.antin.kernel.Content;
import vn.antin.kernel.Refusal;
import vn.antin.render.PagePictures;
import vn.antin.template.TemplateFiles;

/** Puts a trial on a page: its pictures, what the gate finds, or where the template is wrong. */
@Component
class Pictured {
    private final Previews previews;
    private final PagePictures pictures;

    Pictured(Previews previews, PagePictures pictures) {
        this.previews = previews;
        this.pictures = pictures;
    }

    /** The part of a page, for htmx. A refusal is told in it too: it must not take the form's place. */
    String part(String name, TemplateFiles files, Member who, Model page) {
        page.addAttribute("name", name);
        page.addAttribute("digest", files.digest().hex());
        try {
            Trial trial = previews.of(name, files, who);
            page.addAttribute("troubles", trial.troubles());
            page.addAttribute("around", trial.around());
            page.addAttribute("findings", trial.findings());
            page.addAttribute("stopped", trial.findings().stream().anyMatch(it -> it.severity() == Severity.ERROR));
            page.addAttribute("sheets", sheets(trial));
        } catch (Refusal refusal) {
            page.addAttribute("refusal", refusal);
        }
        return "authoring/preview";
    }

    List<PagePictures.Sheet> sheets(Trial trial) {
        Content pages = trial.pages();
        return pages == null ? List.of() : pictures.sheets(pages);
    }
}
