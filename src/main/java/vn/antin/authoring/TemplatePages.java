package vn.antin.authoring;

import java.security.Principal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.antin.agency.Member;
import vn.antin.kernel.Refusal;
import vn.antin.template.KeptRevision;
import vn.antin.template.TemplateFiles;
import vn.antin.template.TemplateRevision;
import vn.antin.template.TemplateRevisions;
import vn.antin.template.Templates;

/** The templates of a body, each one's history, and what is in force. */
@Controller
class TemplatePages {
    private static final int LONGEST_NAME = 50;

    private final Author author;
    private final Templates templates;
    private final TemplateRevisions revisions;
    private final TemplateSketches sketches;
    private final Shelf shelf;
    private final Workshop workshop;
    private final Pictured pictured;

    TemplatePages(
            Author author,
            Templates templates,
            TemplateRevisions revisions,
            TemplateSketches sketches,
            Shelf shelf,
            Workshop workshop,
            Pictured pictured) {
        this.author = author;
        this.templates = templates;
        this.revisions = revisions;
        this.sketches = sketches;
        this.shelf = shelf;
        this.workshop = workshop;
        this.pictured = pictured;
    }

    /**
     * One template of the list; public because pages read it.
     *
     * @param inForce what new documents are written with; empty when nothing is
     * @param draft whether a draft newer than that waits
     * @param unsaved whether this person has typed something and not saved it
     */
    public record Listed(
            String name, String title, String kind, String inForce, boolean own, boolean draft, boolean unsaved) {}

    @GetMapping("/mau-van-ban")
    String list(Principal signedIn, Model page) {
        Member member = author.reader(signedIn);
        List<TemplateRevision> usable = templates.all(member.agency());
        var names = new TreeSet<>(revisions.ownNames(member.agency()));
        usable.forEach(it -> names.add(it.name()));
        List<String> unsaved = sketches.names(member);
        var listed = new ArrayList<Listed>();
        for (String name : names) {
            Optional<TemplateRevision> used =
                    usable.stream().filter(it -> it.name().equals(name)).findFirst();
            List<Shelf.Line> lines = shelf.lines(member, name);
            Shelf.Line newest = lines.getFirst();
            Optional<Shelf.Line> inForce =
                    lines.stream().filter(Shelf.Line::inForce).findFirst();
            listed.add(new Listed(
                    name,
                    used.map(TemplateRevision::title).orElseGet(() -> title(member, name, newest.id())),
                    used.map(it -> it.kind().vietnamese()).orElse(""),
                    inForce.map(Shelf.Line::name).orElse(""),
                    newest.own(),
                    newest.state().equals("DRAFT"),
                    unsaved.contains(name)));
        }
        // In the order of the manifests; what nobody can use yet stands last.
        List<String> order = usable.stream().map(TemplateRevision::name).toList();
        listed.sort(Comparator.comparingInt(it -> order.contains(it.name()) ? order.indexOf(it.name()) : order.size()));
        page.addAttribute("templates", listed);
        page.addAttribute("mayEdit", member.writes());
        return "authoring/list";
    }

    /** Whatever a draft says its title is; the name where it says none. */
    private String title(Member member, String name, long id) {
        String title = Typed.of(revisions.files(revisions.line(member.agency(), name, id)))
                .title();
        return title.isBlank() ? name : title;
    }

    @GetMapping("/mau-van-ban/{name}")
    String template(
            @PathVariable String name,
            @RequestParam(name = "ban", required = false) @Nullable Long shown,
            Principal signedIn,
            Model page) {
        Member member = author.reader(signedIn);
        List<Shelf.Line> lines = shelf.lines(member, name);
        Shelf.Line line = lines.stream()
                .filter(it -> shown != null && it.id() == shown)
                .findFirst()
                .orElse(lines.getFirst());
        page.addAttribute("name", name);
        page.addAttribute("title", title(member, name, line.id()));
        page.addAttribute("lines", lines);
        page.addAttribute("shown", line);
        lines.stream().filter(Shelf.Line::inForce).findFirst().ifPresent(it -> page.addAttribute("inForce", it));
        page.addAttribute("mayEdit", member.writes());
        page.addAttribute("mayPublish", Author.mayPublish(member));
        page.addAttribute("unsaved", sketches.find(member, name).isPresent());
        page.addAttribute(
                "installed",
                lines.stream().anyMatch(it -> !it.own() && it.state().equals("PUBLISHED")));
        return "authoring/template";
    }

    /** The pages of one revision's sample, as a part of a page. */
    @GetMapping("/mau-van-ban/{name}/ban/{id}/xem-trang")
    String preview(@PathVariable String name, @PathVariable long id, Principal signedIn, Model page) {
        Member member = author.reader(signedIn);
        return pictured.part(name, revisions.files(revisions.line(member.agency(), name, id)), member, page);
    }

    @PostMapping("/mau-van-ban/{name}/ban/{id}/cong-bo")
    String publish(
            @PathVariable String name,
            @PathVariable long id,
            @RequestParam(name = "ghi-chu", defaultValue = "") String note,
            Principal signedIn,
            RedirectAttributes after) {
        Member member = author.publisher(signedIn);
        try {
            fit(member, name, id);
            revisions.publish(member.agency(), name, id, member.person(), note);
            after.addFlashAttribute(
                    "said", "Đã công bố. Văn bản soạn từ bây giờ dùng bản này; văn bản đã có giữ bản cũ.");
        } catch (Refusal refused) {
            after.addFlashAttribute("refusal", refused);
        }
        return "redirect:/mau-van-ban/" + name;
    }

    @PostMapping("/mau-van-ban/{name}/ban/{id}/dung-lai")
    String restore(@PathVariable String name, @PathVariable long id, Principal signedIn, RedirectAttributes after) {
        Member member = author.publisher(signedIn);
        try {
            fit(member, name, id);
            Shelf.Line older = shelf.lines(member, name).stream()
                    .filter(it -> it.id() == id)
                    .findFirst()
                    .orElseThrow();
            revisions.restore(member.agency(), name, id, member.person(), "Dùng lại " + older.name());
            after.addFlashAttribute("said", "Đã dùng lại " + older.name() + ". Các bản khác vẫn còn trong kho.");
        } catch (Refusal refused) {
            after.addFlashAttribute("refusal", refused);
        }
        return "redirect:/mau-van-ban/" + name;
    }

    @PostMapping("/mau-van-ban/{name}/thoi-dung")
    String retire(@PathVariable String name, Principal signedIn, RedirectAttributes after) {
        Member member = author.publisher(signedIn);
        try {
            revisions.retire(member.agency(), name, member.person());
            after.addFlashAttribute(
                    "said", "Đã thôi dùng bản riêng của cơ quan. Bản ấy vẫn còn trong kho và dùng lại được.");
        } catch (Refusal refused) {
            after.addFlashAttribute("refusal", refused);
        }
        return "redirect:/mau-van-ban/" + name;
    }

    /** Only what makes a document that could be signed is put in force. Nothing kept from before is believed. */
    private void fit(Member member, String name, long id) {
        KeptRevision line = revisions.line(member.agency(), name, id);
        workshop.trial(name, revisions.files(line), member).objection().ifPresent(it -> {
            throw it;
        });
    }

    /** Begins a template of a new name with the files of another. */
    @PostMapping("/mau-van-ban/{name}/sao")
    String copy(
            @PathVariable String name,
            @RequestParam(name = "ten", defaultValue = "") String title,
            Principal signedIn,
            RedirectAttributes after) {
        Member member = author.editor(signedIn);
        try {
            KeptRevision from = revisions.line(
                    member.agency(), name, shelf.lines(member, name).getFirst().id());
            TemplateFiles files = revisions.files(from);
            Typed typed = Typed.of(files);
            String plain = title.strip();
            String called = free(member, slug(plain));
            TemplateFiles copied = new Typed(
                            typed.kind(),
                            plain.length() > 200 ? plain.substring(0, 200) : plain,
                            typed.description(),
                            typed.retention(),
                            typed.signedBy(),
                            typed.order(),
                            typed.fields(),
                            typed.text(),
                            typed.sample(),
                            "")
                    .onto(files);
            revisions.save(member.agency(), called, copied, null, member.person(), "Sao từ mẫu " + name);
            return "redirect:/mau-van-ban/" + called + "/sua";
        } catch (Refusal refused) {
            after.addFlashAttribute("refusal", refused);
            return "redirect:/mau-van-ban/" + name;
        }
    }

    /** {@code ke-hoach-chuyen-doi-so}. */
    private static String slug(String title) {
        String plain = Normalizer.normalize(title.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace('đ', 'd')
                .replaceAll("[^a-z0-9]+", "-");
        String cut = plain.length() > LONGEST_NAME ? plain.substring(0, LONGEST_NAME) : plain;
        String slug = cut.replaceAll("^-+|-+$", "");
        if (slug.isEmpty()) {
            throw new Refusal(AuthoringReason.TITLE_MISSING);
        }
        return slug;
    }

    private String free(Member member, String slug) {
        String name = slug;
        for (int i = 2; isTaken(member, name); i++) {
            name = slug + "-" + i;
        }
        return name;
    }

    private boolean isTaken(Member member, String name) {
        return !revisions.own(member.agency(), name).isEmpty()
                || !revisions.installed(name).isEmpty();
    }
}
