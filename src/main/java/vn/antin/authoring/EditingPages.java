package vn.antin.authoring;

import java.security.Principal;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.antin.agency.Member;
import vn.antin.kernel.DocumentKind;
import vn.antin.kernel.Refusal;
import vn.antin.template.Field;
import vn.antin.template.KeptRevision;
import vn.antin.template.TemplateFiles;
import vn.antin.template.TemplateReason;
import vn.antin.template.TemplateRevisions;

/** Editing one template, with the true page beside it. */
@Controller
class EditingPages {
    private static final DateTimeFormatter CLOCK_TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final Author author;
    private final TemplateRevisions revisions;
    private final TemplateSketches sketches;
    private final Shelf shelf;
    private final Pictured pictured;
    private final Vocabulary vocabulary;
    private final Clock clock;

    EditingPages(
            Author author,
            TemplateRevisions revisions,
            TemplateSketches sketches,
            Shelf shelf,
            Pictured pictured,
            Vocabulary vocabulary,
            Clock clock) {
        this.author = author;
        this.revisions = revisions;
        this.sketches = sketches;
        this.shelf = shelf;
        this.pictured = pictured;
        this.vocabulary = vocabulary;
        this.clock = clock;
    }

    /** A kind of document to choose; public because pages read it. */
    public record Kind(String code, String name) {}

    @GetMapping("/mau-van-ban/{name}/sua")
    String edit(
            @PathVariable String name,
            @RequestParam(name = "tu", required = false) @Nullable Long from,
            Principal signedIn,
            Model page) {
        Member member = author.editor(signedIn);
        KeptRevision newest = newest(member, name);
        var sketch = sketches.find(member, name);
        Typed typed;
        if (sketch.isPresent()) {
            var it = sketch.get();
            typed = it.typed();
            page.addAttribute("sketchOf", shelf.moment(it.savedAt()));
            page.addAttribute("base", it.base());
            if (it.base() != newest.id()) {
                page.addAttribute("newer", line(member, name, newest.id()));
            }
        } else {
            KeptRevision start = from == null ? newest : revisions.line(member.agency(), name, from);
            typed = Typed.of(revisions.files(start));
            // Saving on an older text still makes the line after the newest one.
            page.addAttribute("base", newest.id());
            if (start.id() != newest.id()) {
                page.addAttribute("startedFrom", line(member, name, start.id()).name());
            }
        }
        page.addAttribute("name", name);
        page.addAttribute("typed", typed);
        page.addAttribute("newest", line(member, name, newest.id()));
        page.addAttribute(
                "kinds",
                Arrays.stream(DocumentKind.values())
                        .map(it -> new Kind(it.name(), it.vietnamese()))
                        .toList());
        page.addAttribute("words", vocabulary.words());
        page.addAttribute("answers", answers(name, typed, revisions.files(newest)));
        return "authoring/edit";
    }

    /** What the template's text may call the answers; none while the questions are not in order. */
    private static List<Field> answers(String name, Typed typed, TemplateFiles base) {
        try {
            return typed.onto(base).open(name).fields();
        } catch (Refusal refusal) {
            return List.of();
        }
    }

    /** Keeps what was typed as the body's next draft, whatever is wrong with it. */
    @PostMapping("/mau-van-ban/{name}/sua")
    String save(
            @PathVariable String name,
            @RequestParam("goc") long base,
            @RequestParam MultiValueMap<String, String> form,
            Principal signedIn,
            RedirectAttributes after) {
        Member member = author.editor(signedIn);
        KeptRevision newest = newest(member, name);
        Typed typed = Typed.of(form);
        revisions.line(member.agency(), name, base);
        // Kept first, so that no refusal can lose it.
        sketches.keep(member, name, base, typed);
        try {
            TemplateFiles files = typed.onto(revisions.files(newest));
            KeptRevision saved = revisions.save(member.agency(), name, files, base, member.person(), typed.note());
            after.addFlashAttribute(
                    "said",
                    saved.id() == newest.id()
                            ? "Không có gì khác với bản đang lưu."
                            : "Đã lưu bản nháp. Bản đang dùng chưa đổi.");
        } catch (Refusal refused) {
            after.addFlashAttribute("refusal", refused);
            return "redirect:/mau-van-ban/" + name + "/sua";
        }
        sketches.drop(member, name);
        return "redirect:/mau-van-ban/" + name;
    }

    /** Keeps what has been typed so far; says when. */
    @PostMapping("/mau-van-ban/{name}/tu-luu")
    ResponseEntity<String> keep(
            @PathVariable String name,
            @RequestParam("goc") long base,
            @RequestParam MultiValueMap<String, String> form,
            Principal signedIn) {
        Member member = author.editor(signedIn);
        revisions.line(member.agency(), name, base);
        sketches.keep(member, name, base, Typed.of(form));
        return ResponseEntity.ok(CLOCK_TIME.format(clock.instant().atZone(clock.getZone())));
    }

    /** Throws the unsaved text away. */
    @PostMapping("/mau-van-ban/{name}/bo-phan-chua-luu")
    String drop(@PathVariable String name, Principal signedIn) {
        Member member = author.editor(signedIn);
        newest(member, name);
        sketches.drop(member, name);
        return "redirect:/mau-van-ban/" + name + "/sua";
    }

    /** Whoever has seen what somebody else saved meanwhile goes on from there with their own text. */
    @PostMapping("/mau-van-ban/{name}/tren-ban-moi")
    String goOn(@PathVariable String name, @RequestParam("goc") long seen, Principal signedIn) {
        Member member = author.editor(signedIn);
        long line = revisions.line(member.agency(), name, seen).id();
        sketches.find(member, name).ifPresent(it -> sketches.keep(member, name, line, it.typed()));
        return "redirect:/mau-van-ban/" + name + "/sua";
    }

    /** The pages that the form as it stands would make, as a part of a page. Keeps nothing. */
    @PostMapping("/mau-van-ban/{name}/xem-trang")
    String preview(
            @PathVariable String name,
            @RequestParam MultiValueMap<String, String> form,
            Principal signedIn,
            Model page) {
        Member member = author.editor(signedIn);
        KeptRevision newest = newest(member, name);
        TemplateFiles files;
        try {
            files = Typed.of(form).onto(revisions.files(newest));
        } catch (Refusal refusal) {
            page.addAttribute("refusal", refusal);
            page.addAttribute("name", name);
            return "authoring/preview";
        }
        page.addAttribute("again", true);
        return pictured.part(name, files, member, page);
    }

    private Shelf.Line line(Member member, String name, long id) {
        return shelf.lines(member, name).stream()
                .filter(it -> it.id() == id)
                .findFirst()
                .orElseThrow();
    }

    private KeptRevision newest(Member member, String name) {
        return revisions
                .newest(member.agency(), name)
                .orElseThrow(() -> new Refusal(
                        TemplateReason.UNKNOWN_TEMPLATE, name.length() > 60 ? name.substring(0, 60) + "…" : name));
    }
}
