package vn.antin.archive;

import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.antin.agency.Member;
import vn.antin.agency.Role;
import vn.antin.agency.Staff;
import vn.antin.kernel.DocumentId;
import vn.antin.kernel.LookupCode;
import vn.antin.kernel.Refusal;

/** Where the registrar of the issuing body enters that a document was replaced, recalled or corrected. */
@Controller
class StandingPages {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("HH:mm 'ngày' dd/MM/uuuu");

    private final Archive archive;
    private final Standings standings;
    private final Staff staff;
    private final Clock clock;

    StandingPages(Archive archive, Standings standings, Staff staff, Clock clock) {
        this.archive = archive;
        this.standings = standings;
        this.staff = staff;
        this.clock = clock;
    }

    /** One line; public because pages read it. */
    public record Line(long sequence, String change, String since, String by, String code, String entered) {}

    @GetMapping("/luu-tru/{document}/hieu-luc")
    String show(@PathVariable UUID document, Principal visitor, Model page) {
        ArchivedOriginal original = original(document, registrar(visitor));
        page.addAttribute("document", document.toString());
        page.addAttribute("number", original.entry().number().printed());
        page.addAttribute("day", DAY.format(original.entry().issuedOn()));
        page.addAttribute("issued", original.entry().issuedOn().toString());
        page.addAttribute("subject", original.entry().particulars().subject());
        page.addAttribute("code", original.entry().particulars().code().value());
        page.addAttribute("today", LocalDate.now(clock).toString());
        page.addAttribute("lines", lines(original));
        return "archive/standing";
    }

    @PostMapping("/luu-tru/{document}/hieu-luc")
    String enter(
            @PathVariable UUID document,
            @RequestParam(name = "viec", defaultValue = "") String change,
            @RequestParam(name = "tu-ngay", defaultValue = "") String since,
            @RequestParam(name = "ma", defaultValue = "") String code,
            @RequestParam(name = "van-ban", defaultValue = "") String words,
            Principal visitor,
            RedirectAttributes after) {
        Member registrar = registrar(visitor);
        ArchivedOriginal original = original(document, registrar);
        try {
            standings.enter(original, change(change), day(since), doer(code, words), registrar.person());
        } catch (Refusal refused) {
            after.addFlashAttribute("refusal", refused);
        }
        return "redirect:/luu-tru/" + document + "/hieu-luc";
    }

    @PostMapping("/luu-tru/{document}/hieu-luc/{line}/go")
    String strike(
            @PathVariable UUID document,
            @PathVariable long line,
            @RequestParam(name = "ly-do", defaultValue = "") String why,
            Principal visitor,
            RedirectAttributes after) {
        Member registrar = registrar(visitor);
        ArchivedOriginal original = original(document, registrar);
        try {
            standings.strike(original, line, why, registrar.person());
        } catch (Refusal refused) {
            after.addFlashAttribute("refusal", refused);
        }
        return "redirect:/luu-tru/" + document + "/hieu-luc";
    }

    private List<Line> lines(ArchivedOriginal original) {
        return standings.of(original.entry().particulars().id()).stream()
                .map(it -> new Line(
                        it.sequence(),
                        it.change().name(),
                        DAY.format(it.since()),
                        it.by(),
                        it.code() == null ? "" : it.code().value(),
                        MOMENT.format(it.enteredAt().atZone(clock.getZone()))))
                .toList();
    }

    private Standings.Doer doer(String code, String words) {
        if (code.isBlank()) {
            return Standings.Doer.elsewhere(words);
        }
        try {
            return archive.byCode(LookupCode.read(code))
                    .map(Standings.Doer::of)
                    .orElseThrow(() -> new Refusal(ArchiveReason.UNKNOWN_DOER));
        } catch (IllegalArgumentException e) {
            throw new Refusal(ArchiveReason.UNKNOWN_DOER, e);
        }
    }

    private static Standing.Change change(String typed) {
        try {
            return Standing.Change.valueOf(typed);
        } catch (IllegalArgumentException e) {
            throw new Refusal(ArchiveReason.NO_CHANGE_CHOSEN, e);
        }
    }

    private static LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeParseException e) {
            throw new Refusal(ArchiveReason.NO_DAY, e);
        }
    }

    private Member registrar(Principal visitor) {
        return staff.member(visitor)
                .filter(it -> it.is(Role.REGISTRAR))
                .orElseThrow(() -> new Refusal(ArchiveReason.NOT_A_REGISTRAR));
    }

    // Whoever does not belong to the body is told the same as for a document that does not exist.
    private ArchivedOriginal original(UUID document, Member member) {
        return archive.byDocument(new DocumentId(document))
                .filter(it -> it.entry().number().agency().equals(member.agency()))
                .orElseThrow(() -> new Refusal(ArchiveReason.NOT_KEPT, document.toString()));
    }
}
