package vn.antin.archive;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.antin.agency.Agencies;
import vn.antin.agency.Member;
import vn.antin.agency.Role;
import vn.antin.kernel.DocumentId;
import vn.antin.kernel.PersonId;
import vn.antin.kernel.Refusal;
import vn.antin.kernel.Waiver;

/** Originals for the members of their body; the list and the integrity check for its archivist. */
@Controller
class ArchivePages {
    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("HH:mm 'ngày' dd/MM/uuuu");
    private static final int PAGE = 50;

    private final Archive archive;
    private final Agencies agencies;
    private final IntegrityRun integrity;
    private final MessageSource messages;
    private final Clock clock;

    ArchivePages(Archive archive, Agencies agencies, IntegrityRun integrity, MessageSource messages, Clock clock) {
        this.archive = archive;
        this.agencies = agencies;
        this.integrity = integrity;
        this.messages = messages;
        this.clock = clock;
    }

    // Whoever does not belong to the body is told the same as for a document that does not exist.
    @GetMapping("/luu-tru/{document}/ban-goc.pdf")
    ResponseEntity<byte[]> original(
            @PathVariable UUID document,
            @RequestParam(name = "tai-ve", defaultValue = "false") boolean download,
            Principal visitor) {
        var original = archive.byDocument(new DocumentId(document))
                .filter(it -> agencies.member(new PersonId(visitor.getName()), LocalDate.now(clock))
                        .filter(member ->
                                member.agency().equals(it.entry().number().agency()))
                        .isPresent())
                .orElseThrow(() -> new Refusal(ArchiveReason.NOT_KEPT, document.toString()));
        String name = original.entry().number().printed().replace('/', '-') + ".pdf";
        var disposition = download ? ContentDisposition.attachment() : ContentDisposition.inline();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        "Content-Disposition",
                        disposition
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .eTag(original.digest().hex())
                .body(archive.read(original.digest()).bytes());
    }

    @GetMapping("/luu-tru")
    String list(
            @RequestParam(name = "truoc", defaultValue = "" + Long.MAX_VALUE) long before,
            Principal visitor,
            CsrfToken csrf,
            HttpServletResponse response,
            Model model) {
        var member = archivist(visitor);
        var originals = archive.latest(member.agency(), before, PAGE + 1);
        model.addAttribute("agency", agencies.named(member.agency()).name());
        model.addAttribute(
                "lines", originals.stream().limit(PAGE).map(this::line).toList());
        if (originals.size() > PAGE) {
            model.addAttribute("older", originals.get(PAGE - 1).sequence());
        }
        model.addAttribute("csrf", csrf);
        var state = integrity.state();
        model.addAttribute("running", state.running());
        if (state.running()) {
            // Without a script the browser itself asks again.
            response.setHeader("Refresh", "2");
            model.addAttribute("check", state.check().isEmpty() ? "" : text("check." + state.check()));
            model.addAttribute("done", state.done());
            model.addAttribute("total", state.total());
            model.addAttribute("faultsSoFar", state.faults());
        }
        if (state.endedAt() != null) {
            model.addAttribute("endedAt", MOMENT.withZone(clock.getZone()).format(state.endedAt()));
        }
        if (state.report() != null) {
            model.addAttribute(
                    "results",
                    state.report().checks().stream().map(this::result).toList());
        }
        return "archive/list";
    }

    @PostMapping("/luu-tru/kiem-tra")
    String check(Principal visitor) {
        archivist(visitor);
        integrity.start();
        return "redirect:/luu-tru";
    }

    private Member archivist(Principal visitor) {
        return agencies.member(new PersonId(visitor.getName()), LocalDate.now(clock))
                .filter(it -> it.roles().contains(Role.ARCHIVIST))
                .orElseThrow(() -> new Refusal(ArchiveReason.NOT_AN_ARCHIVIST));
    }

    private Line line(ArchivedOriginal original) {
        var entry = original.entry();
        return new Line(
                entry.particulars().id().toString(),
                entry.number().printed(),
                entry.issuedOn().format(DAY),
                entry.particulars().kind().vietnamese(),
                entry.particulars().subject(),
                entry.particulars().signatoryName(),
                entry.particulars().retention(),
                MOMENT.withZone(clock.getZone()).format(original.archivedAt()),
                (original.size() + 1023) / 1024,
                original.digest().hex(),
                entry.particulars().waivers());
    }

    private Checked result(Integrity.Result result) {
        return new Checked(
                text("check." + result.name()),
                result.checked(),
                result.faults().stream()
                        .map(it -> text("fault." + it.code(), it.subjects().toArray()))
                        .toList());
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, VIETNAMESE);
    }

    /** One original as it is read on the page; size in KiB, rounded up. */
    public record Line(
            String document,
            String number,
            String date,
            String kind,
            String subject,
            String signatory,
            String retention,
            String archivedAt,
            long kibibytes,
            String digest,
            List<Waiver> waivers) {}

    /** What one check found, in words. */
    public record Checked(String name, long checked, List<String> faults) {}
}
