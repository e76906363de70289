package vn.antin.issue;

import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import vn.antin.agency.Agencies;
import vn.antin.agency.Member;
import vn.antin.agency.Signatory;
import vn.antin.kernel.DocumentId;
import vn.antin.kernel.PersonId;
import vn.antin.kernel.Refusal;
import vn.antin.template.FieldProblem;
import vn.antin.template.TemplateRevision;
import vn.antin.template.Templates;

/** Choosing a template and answering its questions. */
@Controller
class WritingPages {
    private static final DateTimeFormatter CLOCK_TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("HH:mm 'ngày' dd/MM/yyyy");

    private final OutgoingDesk desk;
    private final Reader reader;
    private final Sketches sketches;
    private final Templates templates;
    private final Agencies agencies;
    private final Clock clock;

    WritingPages(
            OutgoingDesk desk, Reader reader, Sketches sketches, Templates templates, Agencies agencies, Clock clock) {
        this.desk = desk;
        this.reader = reader;
        this.sketches = sketches;
        this.templates = templates;
        this.agencies = agencies;
        this.clock = clock;
    }

    @GetMapping("/van-ban/moi")
    String choose(Principal signedIn, Model page) {
        page.addAttribute("templates", templates.all(reader.writer(signedIn).agency()));
        return "issue/templates";
    }

    @GetMapping("/van-ban/moi/{template}")
    String blank(
            @PathVariable String template,
            @RequestParam(name = "mau", defaultValue = "false") boolean sample,
            Principal signedIn,
            Model page) {
        Member member = reader.writer(signedIn);
        TemplateRevision revision = templates.named(member.agency(), template);
        JsonNode answers = sample ? revision.sample() : JsonNodeFactory.instance.objectNode();
        page.addAttribute("fresh", true);
        return form(desk.newDocument(), revision, answers, usualSignatory(member), List.of(), member, page);
    }

    @GetMapping("/van-ban/{id}/soan")
    String edit(@PathVariable String id, Principal signedIn, Model page) {
        Member member = reader.writer(signedIn);
        DocumentId document = reader.id(id);
        var written = reader.found(document, member);
        if (written.isPresent() && !written.get().stage().open()) {
            return "redirect:/van-ban/" + document;
        }
        var sketch = sketches.find(document, member.person());
        if (sketch.isPresent()) {
            var it = sketch.get();
            TemplateRevision revision = desk.template(member.agency(), it.template(), written);
            page.addAttribute("sketchOf", MOMENT.format(it.savedAt().atZone(clock.getZone())));
            return form(
                    document, revision, it.answers(), it.signatory(), revision.problems(it.answers()), member, page);
        }
        var it = written.orElseThrow(() -> new Refusal(IssueReason.UNKNOWN_DOCUMENT));
        TemplateRevision revision = desk.template(member.agency(), it.template(), written);
        return form(document, revision, it.answers(), it.signatory().value(), it.problems(), member, page);
    }

    /** Takes what was typed and makes the pages. The text is kept first, so that no refusal can lose it. */
    @PostMapping("/van-ban/{id}/soan")
    String save(
            @PathVariable String id,
            @RequestParam("mau-van-ban") String template,
            @RequestParam(name = "nguoi-ky", defaultValue = "") String signatory,
            @RequestParam MultiValueMap<String, String> typed,
            Principal signedIn,
            RedirectAttributes after) {
        Member member = reader.writer(signedIn);
        DocumentId document = reader.id(id);
        TemplateRevision revision = desk.template(member.agency(), template, reader.found(document, member));
        JsonNode answers = Questionnaire.answers(revision.fields(), typed);
        sketches.keep(document, member.person(), template, signatory, answers);
        Issuance written;
        try {
            written = desk.write(
                    document,
                    new OutgoingDesk.Draft(
                            member.agency(),
                            signatory(signatory, member),
                            null,
                            template,
                            answers,
                            false,
                            member.person().value()));
        } catch (Refusal refused) {
            after.addFlashAttribute("refusal", refused);
            return "redirect:/van-ban/" + document + "/soan";
        }
        sketches.drop(document, member.person());
        return "redirect:/van-ban/" + document + (written.problems().isEmpty() ? "" : "/soan");
    }

    /** Keeps what has been typed so far; says when. */
    @PostMapping("/van-ban/{id}/tu-luu")
    ResponseEntity<String> keep(
            @PathVariable String id,
            @RequestParam("mau-van-ban") String template,
            @RequestParam(name = "nguoi-ky", defaultValue = "") String signatory,
            @RequestParam MultiValueMap<String, String> typed,
            Principal signedIn) {
        Member member = reader.writer(signedIn);
        DocumentId document = reader.id(id);
        var written = reader.found(document, member);
        written.filter(it -> !it.stage().open()).ifPresent(it -> {
            throw new Refusal(IssueReason.NOT_THIS_STAGE);
        });
        TemplateRevision revision = desk.template(member.agency(), template, written);
        sketches.keep(document, member.person(), template, signatory, Questionnaire.answers(revision.fields(), typed));
        return ResponseEntity.ok(CLOCK_TIME.format(clock.instant().atZone(clock.getZone())));
    }

    /** Throws the unsaved text away and goes back to what was saved. */
    @PostMapping("/van-ban/{id}/bo-phan-chua-luu")
    String drop(@PathVariable String id, Principal signedIn) {
        Member member = reader.writer(signedIn);
        DocumentId document = reader.id(id);
        sketches.drop(document, member.person());
        return reader.found(document, member).isPresent()
                ? "redirect:/van-ban/" + document + "/soan"
                : "redirect:/van-ban";
    }

    private String form(
            DocumentId document,
            TemplateRevision template,
            JsonNode answers,
            String signatory,
            List<FieldProblem> problems,
            Member member,
            Model page) {
        page.addAttribute("id", document.toString());
        page.addAttribute("template", template);
        page.addAttribute("questions", Questionnaire.questions(template.fields(), answers, problems));
        page.addAttribute(
                "loose",
                problems.stream()
                        .filter(it -> template.fields().stream()
                                .noneMatch(field -> it.field().equals(field.name())
                                        || it.field().startsWith(field.name() + "/")))
                        .map(FieldProblem::message)
                        .toList());
        page.addAttribute("problems", problems);
        page.addAttribute(
                "signatories", signatories(member).stream().map(Signing::of).toList());
        page.addAttribute("signatory", signatory);
        return "issue/form";
    }

    /** Someone who may sign; public because pages read it. */
    public record Signing(String person, String fullName, String authority) {
        static Signing of(Signatory it) {
            return new Signing(
                    it.person().value(),
                    it.fullName(),
                    String.join(" – ", it.authority().lines()));
        }
    }

    private List<Signatory> signatories(Member member) {
        return agencies.signatories(member.agency(), LocalDate.now(clock));
    }

    /** Whoever writes and may sign signs; for others, whoever usually does. */
    private String usualSignatory(Member member) {
        return signatories(member).stream()
                .map(it -> it.person())
                .filter(it -> it.equals(member.person()))
                .findFirst()
                .orElseGet(() -> desk.usualSignatory(member.agency()))
                .value();
    }

    private PersonId signatory(String typed, Member member) {
        try {
            return new PersonId(typed);
        } catch (IllegalArgumentException e) {
            return desk.usualSignatory(member.agency());
        }
    }
}
