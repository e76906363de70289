package vn.antin.issue;

import java.security.Principal;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.antin.agency.Agencies;
import vn.antin.agency.Member;
import vn.antin.agency.Role;
import vn.antin.kernel.Content;
import vn.antin.kernel.DocumentId;
import vn.antin.kernel.Refusal;
import vn.antin.render.PagePictures;
import vn.antin.sign.PendingSignatures;
import vn.antin.sign.Pin;
import vn.antin.sign.Signer;
import vn.antin.template.Templates;

/** The body's documents and each one's way from draft to archive. */
@Controller
class DocumentPages {
    private static final MediaType DOCX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.wordprocessingml.document");
    private static final int SHOWN = 200;
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final Set<Stage> WITH_THE_REGISTRAR = Set.of(Stage.SIGNED, Stage.NUMBERED, Stage.SEALED);

    private final OutgoingDesk desk;
    private final Reader reader;
    private final Sketches sketches;
    private final Agencies agencies;
    private final Templates templates;
    private final PagePictures pictures;
    private final Signer signer;
    private final PendingSignatures pending;
    private final Clock clock;

    DocumentPages(
            OutgoingDesk desk,
            Reader reader,
            Sketches sketches,
            Agencies agencies,
            Templates templates,
            PagePictures pictures,
            Signer signer,
            PendingSignatures pending,
            Clock clock) {
        this.desk = desk;
        this.reader = reader;
        this.sketches = sketches;
        this.agencies = agencies;
        this.templates = templates;
        this.pictures = pictures;
        this.signer = signer;
        this.pending = pending;
        this.clock = clock;
    }

    /** One line of a list; public because pages read it. */
    public record Line(String id, String subject, String template, String signatory, String number, String changed) {}

    @GetMapping("/van-ban")
    String list(Principal signedIn, Model page) {
        Member member = reader.member(signedIn);
        Map<String, String> titles =
                templates.all(member.agency()).stream().collect(Collectors.toMap(it -> it.name(), it -> it.title()));
        var names = names(member);
        page.addAttribute(
                "unsaved",
                sketches.of(member.person()).stream()
                        .map(it -> new Line(
                                it.document().toString(),
                                it.answers().path("subject").asString(""),
                                titles.getOrDefault(it.template(), it.template()),
                                "",
                                "",
                                moment(it.savedAt())))
                        .toList());
        page.addAttribute("drafts", lines(member, List.of(Stage.DRAFT), titles, names));
        page.addAttribute("signs", member.is(Role.SIGNATORY));
        page.addAttribute("seals", member.is(Role.REGISTRAR));
        page.addAttribute("toSign", lines(member, List.of(Stage.CHECKED), titles, names));
        page.addAttribute("toSeal", lines(member, List.copyOf(WITH_THE_REGISTRAR), titles, names));
        page.addAttribute("issued", lines(member, List.of(Stage.ARCHIVED), titles, names));
        return "issue/documents";
    }

    private List<Line> lines(Member member, List<Stage> stages, Map<String, String> titles, Map<String, String> names) {
        return desk.documents(member.agency(), stages, SHOWN).stream()
                .map(it -> new Line(
                        it.id().toString(),
                        it.subject(),
                        titles.containsKey(it.template()) ? titles.get(it.template()) : title(it),
                        names.getOrDefault(
                                it.signatory().value(), it.signatory().value()),
                        desk.entry(it.id())
                                .map(entry -> entry.number().printed())
                                .orElse(""),
                        moment(it.changedAt())))
                .toList();
    }

    @GetMapping("/van-ban/{id}")
    String document(@PathVariable String id, Principal signedIn, Model page) {
        Member member = reader.member(signedIn);
        Issuance it = reader.document(id, member);
        page.addAttribute("id", it.id().toString());
        page.addAttribute("it", it);
        page.addAttribute("stage", it.stage().name());
        page.addAttribute("kind", title(it));
        page.addAttribute(
                "signatory",
                names(member)
                        .getOrDefault(it.signatory().value(), it.signatory().value()));
        page.addAttribute("changed", moment(it.changedAt()));
        page.addAttribute(
                "findings",
                FindingPages.lines(
                        it,
                        member.writes() ? desk.mendable(it) : Set.of(),
                        it.signatory().equals(member.person()),
                        clock.getZone()));
        page.addAttribute("code", it.code().value());
        page.addAttribute("done", done(it));
        page.addAttribute("sheets", it.pdf() == null ? List.of() : pictures.sheets(desk.pages(it.id())));
        page.addAttribute("version", it.pdf() == null ? "" : it.pdf().hex().substring(0, 16));
        desk.entry(it.id()).ifPresent(entry -> {
            page.addAttribute("number", entry.number().printed());
            page.addAttribute("issuedOn", DAY.format(entry.issuedOn()));
        });
        page.addAttribute("mayEdit", it.stage().open() && member.writes());
        page.addAttribute(
                "maySign", it.stage() == Stage.CHECKED && it.signatory().equals(member.person()));
        page.addAttribute("held", signer.holdsKey(it.signatory()));
        page.addAttribute("pending", pending.openOf(it.id()).isPresent());
        page.addAttribute(
                "maySeal",
                WITH_THE_REGISTRAR.contains(it.stage()) && member.roles().contains(Role.REGISTRAR));
        page.addAttribute(
                "mayCopy", it.stage() == Stage.ARCHIVED && member.roles().contains(Role.REGISTRAR));
        return "issue/document";
    }

    /** As the revision says that the document was written with, though nobody may use that any more. */
    private String title(Issuance it) {
        try {
            return templates.revision(it.template(), it.templateDigest()).title();
        } catch (Refusal refusal) {
            // The document is there to be read though its template is lost; fsck names what is missing.
            return it.template();
        }
    }

    /** How many of the six steps lie behind the document. */
    private static int done(Issuance it) {
        return switch (it.stage()) {
            case DRAFT -> it.pdf() == null ? 0 : 1;
            case CHECKED -> 2;
            case SIGNED -> 3;
            case NUMBERED -> 4;
            case SEALED -> 5;
            case ARCHIVED -> 6;
            case WITHDRAWN -> 0;
        };
    }

    @GetMapping("/van-ban/{id}/trang/{number}.png")
    ResponseEntity<byte[]> picture(
            @PathVariable String id, @PathVariable int number, Principal signedIn, WebRequest request) {
        Content pdf = pages(id, signedIn);
        var kept = CacheControl.maxAge(Duration.ofHours(1)).cachePrivate();
        String tag = "\"" + pdf.digest().hex() + "-" + number + "\"";
        if (request.checkNotModified(tag)) {
            return ResponseEntity.status(304).eTag(tag).cacheControl(kept).build();
        }
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_PNG)
                .cacheControl(kept)
                .eTag(tag)
                .body(pictures.png(pdf, number));
    }

    @GetMapping("/van-ban/{id}/tai-ve")
    ResponseEntity<byte[]> download(@PathVariable String id, Principal signedIn) {
        Content pdf = pages(id, signedIn);
        String number =
                desk.entry(reader.id(id)).map(entry -> entry.number().printed()).orElse("ban thao");
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(fileName(number) + ".pdf")
                                .build()
                                .toString())
                .body(pdf.bytes());
    }

    /** The same as a Word file, to go on writing in; the original is the signed PDF. */
    @GetMapping("/van-ban/{id}/tai-word")
    ResponseEntity<byte[]> word(@PathVariable String id, Principal signedIn) {
        Issuance it = reader.document(id, reader.member(signedIn));
        Content word = desk.word(it.id());
        String number =
                desk.entry(it.id()).map(entry -> entry.number().printed()).orElse("ban thao");
        return ResponseEntity.ok()
                .contentType(DOCX)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(fileName(number) + ".docx")
                                .build()
                                .toString())
                .body(word.bytes());
    }

    private Content pages(String id, Principal signedIn) {
        return desk.pages(reader.document(id, reader.member(signedIn)).id());
    }

    /** Letters that every file system takes: {@code 07-KH-PGDDT}. */
    private static String fileName(String number) {
        return Normalizer.normalize(number, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace('Đ', 'D')
                .replace('đ', 'd')
                .replaceAll("[^A-Za-z0-9]+", "-");
    }

    @PostMapping("/van-ban/{id}/ky")
    String sign(
            @PathVariable String id, @RequestParam("pin") String typed, Principal signedIn, RedirectAttributes after) {
        Member member = reader.member(signedIn);
        Issuance it = reader.document(id, member);
        try (var pin = new Pin(typed)) {
            desk.sign(it.id(), member.person(), pin);
            after.addFlashAttribute("said", "Đã ký. Văn bản chuyển sang văn thư để vào số và đóng dấu.");
        } catch (Refusal refused) {
            tell(refused, it.id(), Set.of(Stage.SIGNED, Stage.NUMBERED, Stage.SEALED, Stage.ARCHIVED), after);
        }
        return "redirect:/van-ban/" + it.id();
    }

    @PostMapping("/van-ban/{id}/dong-dau")
    String seal(
            @PathVariable String id,
            @RequestParam(name = "pin", defaultValue = "") String typed,
            Principal signedIn,
            RedirectAttributes after) {
        Member member = reader.member(signedIn);
        Issuance it = reader.document(id, member);
        try (var pin = new Pin(typed)) {
            desk.numberAndSeal(it.id(), member.person(), pin);
            after.addFlashAttribute("said", "Đã vào số, đóng dấu và lưu bản gốc. Có thể phát hành văn bản.");
        } catch (Refusal refused) {
            tell(refused, it.id(), Set.of(Stage.ARCHIVED), after);
        }
        return "redirect:/van-ban/" + it.id();
    }

    @PostMapping("/van-ban/{id}/huy")
    String withdraw(@PathVariable String id, Principal signedIn, RedirectAttributes after) {
        Member member = reader.writer(signedIn);
        Issuance it = reader.document(id, member);
        try {
            desk.withdraw(it.id(), member.person());
            after.addFlashAttribute("said", "Đã bỏ bản thảo “" + it.subject() + "”. Chưa có gì được ký.");
        } catch (Refusal refused) {
            after.addFlashAttribute("refusal", refused);
            return "redirect:/van-ban/" + it.id();
        }
        return "redirect:/van-ban";
    }

    /** A button pressed twice is no trouble: the second press finds the work done. */
    private void tell(Refusal refused, DocumentId id, Set<Stage> done, RedirectAttributes after) {
        if (refused.reason() != IssueReason.NOT_THIS_STAGE
                || !done.contains(desk.document(id).stage())) {
            after.addFlashAttribute("refusal", refused);
        }
    }

    private Map<String, String> names(Member member) {
        return agencies.signatories(member.agency(), LocalDate.now(clock)).stream()
                .collect(Collectors.toMap(it -> it.person().value(), it -> it.fullName(), (a, b) -> a));
    }

    private String moment(Instant instant) {
        return MOMENT.format(instant.atZone(clock.getZone()));
    }
}
