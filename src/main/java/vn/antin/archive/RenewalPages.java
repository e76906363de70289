package vn.antin.archive;

import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import vn.antin.agency.Agencies;
import vn.antin.agency.Member;
import vn.antin.agency.Role;
import vn.antin.kernel.DocumentId;
import vn.antin.kernel.PersonId;
import vn.antin.kernel.Refusal;

/** The calendar of renewals for a body's archivist, and the renewed files for its members. */
@Controller
class RenewalPages {
    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");
    private static final int MOST = 200;
    private static final int JUDGED_AT_ONCE = 50;

    private final Archive archive;
    private final Extensions extensions;
    private final Calendar calendar;
    private final Renewal renewal;
    private final RenewalProperties settings;
    private final Agencies agencies;
    private final MessageSource messages;
    private final Clock clock;

    RenewalPages(
            Archive archive,
            Extensions extensions,
            Calendar calendar,
            Renewal renewal,
            RenewalProperties settings,
            Agencies agencies,
            MessageSource messages,
            Clock clock) {
        this.archive = archive;
        this.extensions = extensions;
        this.calendar = calendar;
        this.renewal = renewal;
        this.settings = settings;
        this.agencies = agencies;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/luu-tru/gia-han")
    String all(Principal visitor, Model model) {
        var agency = archivist(visitor).agency();
        // The rest waits for the next run: nobody waits here for a whole archive to be read.
        renewal.judge(JUDGED_AT_ONCE);
        model.addAttribute("agency", agencies.named(agency).name());
        model.addAttribute("days", settings.before().toDays());
        model.addAttribute(
                "lines", calendar.of(agency, MOST).stream().map(this::line).toList());
        return "archive/renewals";
    }

    @PostMapping("/luu-tru/gia-han")
    String run(Principal visitor) {
        archivist(visitor);
        Thread.ofVirtual().name("renewal").start(renewal::run);
        return "redirect:/luu-tru/gia-han";
    }

    // Whoever does not belong to the body is told the same as for a document that does not exist.
    @GetMapping("/luu-tru/{document}/ban-gia-han.pdf")
    ResponseEntity<byte[]> renewed(@PathVariable UUID document, Principal visitor) {
        var original = archive.byDocument(new DocumentId(document))
                .filter(it -> agencies.member(new PersonId(visitor.getName()), LocalDate.now(clock))
                        .filter(member ->
                                member.agency().equals(it.entry().number().agency()))
                        .isPresent())
                .orElseThrow(() -> new Refusal(ArchiveReason.NOT_KEPT, document.toString()));
        var file = extensions.renewed(original).file();
        String name = original.entry().number().printed().replace('/', '-') + ".pdf";
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        "Content-Disposition",
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .eTag(file.digest().hex())
                .body(file.bytes());
    }

    private Member archivist(Principal visitor) {
        return agencies.member(new PersonId(visitor.getName()), LocalDate.now(clock))
                .filter(it -> it.is(Role.ARCHIVIST))
                .orElseThrow(() -> new Refusal(ArchiveReason.NOT_AN_ARCHIVIST));
    }

    private Line line(Calendar.Entry it) {
        var entry = archive.byDocument(it.document()).orElseThrow().entry();
        Instant now = clock.instant();
        Instant end = it.endsAt();
        String state = "sound";
        if (end == null || !end.isAfter(now)) {
            state = "late";
        } else if (!end.isAfter(now.plus(settings.before()))) {
            state = "due";
        }
        return new Line(
                it.document().toString(),
                entry.number().printed(),
                entry.issuedOn().format(DAY),
                entry.particulars().subject(),
                it.level().name().replace('_', '-'),
                it.part(),
                end == null ? null : day(end.minus(settings.before())),
                end == null ? null : day(end),
                text("renewal.reason." + it.reason(), it.endsName()),
                state,
                text("renewal.state." + state),
                it.failure() == null ? null : failure(it.failure(), it.failedAt()));
    }

    private String failure(String failure, @Nullable Instant at) {
        String key = failure.split(" ", 2)[0];
        String what = messages.getMessage("refusal." + key + ".why", failure.split(" ", 2), key, VIETNAMESE);
        return (at == null ? "" : day(at) + ": ") + what + " (" + failure + ")";
    }

    private String day(Instant at) {
        return DAY.withZone(clock.getZone()).format(at);
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, VIETNAMESE);
    }

    /** One document as it is read on the page. */
    public record Line(
            String document,
            String number,
            String date,
            String subject,
            String level,
            int parts,
            @Nullable String renewedFrom,
            @Nullable String before,
            String reason,
            String state,
            String stateText,
            @Nullable String failure) {}
}
