package vn.antin.authoring;

import java.security.Principal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.antin.agency.Member;
import vn.antin.kernel.Content;
import vn.antin.kernel.Refusal;
import vn.antin.kernel.Sha256;
import vn.antin.render.PagePictures;
import vn.antin.template.TemplateFiles;
import vn.antin.template.TemplateReason;
import vn.antin.template.TemplateRevisions;

/** Two revisions of a template beside each other: their files line by line, and their pages. */
@Controller
class ComparisonPages {
    /** Stands in an address for what this person has typed and not saved. */
    private static final String UNSAVED = "chua-luu";

    private final Author author;
    private final TemplateRevisions revisions;
    private final TemplateSketches sketches;
    private final Shelf shelf;
    private final Previews previews;
    private final Pictured pictured;
    private final PagePictures pictures;

    ComparisonPages(
            Author author,
            TemplateRevisions revisions,
            TemplateSketches sketches,
            Shelf shelf,
            Previews previews,
            Pictured pictured,
            PagePictures pictures) {
        this.author = author;
        this.revisions = revisions;
        this.sketches = sketches;
        this.shelf = shelf;
        this.previews = previews;
        this.pictured = pictured;
        this.pictures = pictures;
    }

    /** One file in both revisions; public because pages read it. */
    public record Compared(String file, List<LineDifference.Row> rows) {}

    /**
     * One of the two; public because pages read it.
     *
     * @param trouble why there are no pages; empty when there are
     */
    public record Side(String name, String digest, List<PagePictures.Sheet> sheets, String trouble) {}

    @GetMapping("/mau-van-ban/{name}/so-sanh")
    String compare(
            @PathVariable String name,
            @RequestParam("truoc") String before,
            @RequestParam("sau") String after,
            Principal signedIn,
            Model page) {
        Member member = author.reader(signedIn);
        TemplateFiles left = files(member, name, before);
        TemplateFiles right = files(member, name, after);
        var names = new TreeSet<String>(left.names());
        names.addAll(right.names());
        var compared = new ArrayList<Compared>();
        for (String file : names) {
            compared.add(new Compared(file, LineDifference.rows(left.text(file), right.text(file))));
        }
        page.addAttribute("name", name);
        page.addAttribute("compared", compared);
        page.addAttribute("left", side(member, name, before, left));
        page.addAttribute("right", side(member, name, after, right));
        return "authoring/compare";
    }

    private TemplateFiles files(Member member, String name, String which) {
        if (which.equals(UNSAVED)) {
            var sketch = sketches.find(member, name)
                    .orElseThrow(() -> new Refusal(TemplateReason.UNKNOWN_REVISION, UNSAVED));
            return sketch.typed().onto(revisions.files(revisions.line(member.agency(), name, sketch.base())));
        }
        return revisions.files(revisions.line(member.agency(), name, id(which)));
    }

    private Side side(Member member, String name, String which, TemplateFiles files) {
        String called = which.equals(UNSAVED)
                ? "phần bạn chưa lưu"
                : shelf.lines(member, name).stream()
                        .filter(it -> it.id() == id(which))
                        .findFirst()
                        .orElseThrow()
                        .name();
        try {
            Trial trial = previews.of(name, files, member);
            String trouble = trial.troubles().isEmpty()
                    ? ""
                    : trial.troubles().getFirst().inWords();
            return new Side(called, files.digest().hex(), pictured.sheets(trial), trouble);
        } catch (Refusal refusal) {
            return new Side(
                    called,
                    files.digest().hex(),
                    List.of(),
                    "máy đang bận dựng trang khác; mở lại trang này sau ít phút");
        }
    }

    private static long id(String typed) {
        if (!typed.matches("\\d{1,18}")) {
            throw new Refusal(
                    TemplateReason.UNKNOWN_REVISION, typed.length() > 20 ? typed.substring(0, 20) + "…" : typed);
        }
        return Long.parseLong(typed);
    }

    /** A page of a trial made a short while ago, for those of the body it was made for. */
    @GetMapping("/mau-van-ban/{name}/trang/{digest:[0-9a-f]{64}}/{number}.png")
    ResponseEntity<byte[]> picture(
            @PathVariable String name, @PathVariable String digest, @PathVariable int number, Principal signedIn) {
        Member member = author.reader(signedIn);
        Content pages = previews.made(name, new Sha256(digest), member)
                .map(Trial::pages)
                .orElseThrow(() -> new Refusal(AuthoringReason.PREVIEW_GONE));
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_PNG)
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(10)).cachePrivate())
                .body(pictures.png(pages, number));
    }
}
