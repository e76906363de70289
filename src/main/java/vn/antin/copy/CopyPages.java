package vn.antin.copy;

import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.antin.agency.Agencies;
import vn.antin.agency.Member;
import vn.antin.archive.ArchivedOriginal;
import vn.antin.compose.AdministrativeDocument;
import vn.antin.compose.Block;
import vn.antin.kernel.CopyForm;
import vn.antin.kernel.DocumentId;
import vn.antin.kernel.Refusal;
import vn.antin.sign.Pin;

/** Copies of the body's own archived documents, and every copy made. */
@Controller
class CopyPages {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("HH:mm dd/MM/uuuu");
    private static final int SHOWN = 100;
    private static final int LONGEST_LABEL = 160;

    private final CopyDesk desk;
    private final Registrars registrars;
    private final Agencies agencies;
    private final Clock clock;

    CopyPages(CopyDesk desk, Registrars registrars, Agencies agencies, Clock clock) {
        this.desk = desk;
        this.registrars = registrars;
        this.agencies = agencies;
        this.clock = clock;
    }

    /** One copy of a list; public because pages read it. */
    public record Line(String id, String form, String medium, String subject, String madeAt) {}

    /** One block that can be chosen. */
    public record Choosable(String key, String words) {}

    @GetMapping("/sao")
    String desk(Principal visitor, Model page) {
        Member registrar = registrars.required(visitor);
        page.addAttribute(
                "copies",
                desk.latest(registrar, SHOWN).stream()
                        .map(it -> new Line(
                                it.id().toString(), it.form().heading(), medium(it), it.subject(), moment(it.madeAt())))
                        .toList());
        return "copy/desk";
    }

    @GetMapping("/sao/{document}")
    String form(@PathVariable UUID document, Principal visitor, Model page) {
        Member registrar = registrars.required(visitor);
        ArchivedOriginal original = desk.original(new DocumentId(document), registrar);
        var particulars = original.entry().particulars();
        page.addAttribute("id", document.toString());
        page.addAttribute("number", original.entry().number().printed());
        page.addAttribute("issuedOn", DAY.format(original.entry().issuedOn()));
        page.addAttribute("kind", particulars.kind().vietnamese());
        page.addAttribute("subject", particulars.subject());
        page.addAttribute("signatories", agencies.signatories(registrar.agency(), LocalDate.now(clock)));
        var meaning = desk.meaning(original);
        page.addAttribute("blocks", meaning.map(CopyPages::blocks).orElse(List.of()));
        page.addAttribute("composed", meaning.isPresent());
        page.addAttribute("pages", desk.pages(original));
        return "copy/form";
    }

    private static List<Choosable> blocks(AdministrativeDocument document) {
        var blocks = new ArrayList<Choosable>();
        for (int i = 0; i < document.body().size(); i++) {
            add("n" + i, "", document.body().get(i), blocks);
        }
        for (int a = 0; a < document.annexes().size(); a++) {
            var annex = document.annexes().get(a);
            for (int i = 0; i < annex.body().size(); i++) {
                add("p" + a + "." + i, annex.heading() + ": ", annex.body().get(i), blocks);
            }
        }
        return blocks;
    }

    private static void add(String key, String before, Block block, List<Choosable> blocks) {
        String words = switch (block) {
            case Block.Paragraph it -> it.text().plain();
            case Block.Item it -> it.marker() + " " + it.text().plain();
            // Belongs to the form, and is always there.
            case Block.Centred it -> "";
            case Block.Table it -> "Bảng " + it.rows().size() + " hàng";
        };
        if (!words.isBlank()) {
            String whole = (before + words).replaceAll("\\s+", " ").strip();
            int end = whole.offsetByCodePoints(0, Math.min(LONGEST_LABEL, whole.codePointCount(0, whole.length())));
            blocks.add(new Choosable(key, end < whole.length() ? whole.substring(0, end) + "…" : whole));
        }
    }

    @PostMapping("/sao/{document}/sao-y")
    String print(
            @PathVariable UUID document,
            @RequestParam MultiValueMap<String, String> typed,
            Principal visitor,
            RedirectAttributes after) {
        Member registrar = registrars.required(visitor);
        var form = new Typed(typed);
        return made(
                () -> desk.print(new DocumentId(document), form.wish(), registrar), "/sao/" + document, form, after);
    }

    @PostMapping("/sao/{document}/trich-sao")
    String printExtract(
            @PathVariable UUID document,
            @RequestParam MultiValueMap<String, String> typed,
            Principal visitor,
            RedirectAttributes after) {
        Member registrar = registrars.required(visitor);
        var form = new Typed(typed);
        return made(
                () -> desk.printExtract(new DocumentId(document), form.choice(), form.wish(), registrar),
                "/sao/" + document,
                form,
                after);
    }

    @PostMapping("/sao/{document}/trich-sao-dien-tu")
    String sealExtract(
            @PathVariable UUID document,
            @RequestParam MultiValueMap<String, String> typed,
            Principal visitor,
            RedirectAttributes after) {
        Member registrar = registrars.required(visitor);
        var form = new Typed(typed);
        try (var pin = new Pin(form.text("pin"))) {
            return made(
                    () -> desk.sealExtract(new DocumentId(document), form.choice(), pin, registrar),
                    "/sao/" + document,
                    form,
                    after);
        }
    }

    @GetMapping("/sao/ban/{copy}")
    String copy(@PathVariable UUID copy, Principal visitor, Model page) {
        Member registrar = registrars.required(visitor);
        MadeCopy it = desk.copy(copy, registrar);
        page.addAttribute("it", it);
        page.addAttribute("id", it.id().toString());
        page.addAttribute("form", it.form().heading());
        page.addAttribute("medium", medium(it));
        page.addAttribute("paper", it.medium() == MadeCopy.Medium.PAPER);
        page.addAttribute("foot", it.foot() == null ? "" : it.foot().name());
        page.addAttribute("madeAt", moment(it.madeAt()));
        boolean full = it.form() == CopyForm.FULL && it.medium() == MadeCopy.Medium.ELECTRONIC;
        page.addAttribute("mayCopyAgain", full);
        page.addAttribute("signatories", agencies.signatories(registrar.agency(), LocalDate.now(clock)));
        return "copy/made";
    }

    @PostMapping("/sao/ban/{copy}/sao-luc")
    String printOfCopy(
            @PathVariable UUID copy,
            @RequestParam MultiValueMap<String, String> typed,
            Principal visitor,
            RedirectAttributes after) {
        Member registrar = registrars.required(visitor);
        var form = new Typed(typed);
        return made(() -> desk.printOfCopy(copy, form.wish(), registrar), "/sao/ban/" + copy, form, after);
    }

    @GetMapping("/sao/ban/{copy}/tep.pdf")
    ResponseEntity<byte[]> file(
            @PathVariable UUID copy,
            @RequestParam(name = "tai-ve", defaultValue = "false") boolean download,
            Principal visitor) {
        MadeCopy it = desk.copy(copy, registrars.required(visitor));
        var disposition = download ? ContentDisposition.attachment() : ContentDisposition.inline();
        String name = it.form().heading().toLowerCase(Locale.ROOT).replace(' ', '-') + "-"
                + it.id().toString().substring(0, 8) + ".pdf";
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        disposition
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .eTag(it.digest().hex())
                .body(desk.file(it).bytes());
    }

    /** To the copy's own page; after a refusal back to the form, as it was filled. */
    static String made(Supplier<MadeCopy> act, String back, Typed form, RedirectAttributes after) {
        try {
            MadeCopy copy = act.get();
            after.addFlashAttribute("said", "Đã làm xong bản sao và ghi vào nhật ký.");
            return "redirect:/sao/ban/" + copy.id();
        } catch (Refusal refused) {
            if (refused.reason().sort() == Refusal.Sort.NOT_FOUND) {
                throw refused;
            }
            after.addFlashAttribute("refusal", refused);
            after.addFlashAttribute("typed", form.kept());
            after.addFlashAttribute("chosen", form.chosen());
            return "redirect:" + back;
        }
    }

    private static String medium(MadeCopy it) {
        return it.medium() == MadeCopy.Medium.PAPER ? "giấy" : "điện tử";
    }

    private String moment(Instant instant) {
        return MOMENT.format(instant.atZone(clock.getZone()));
    }
}
