package vn.antin.agency;

import java.io.IOException;
import java.security.Principal;
import java.time.Clock;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.antin.kernel.AgencyId;
import vn.antin.kernel.PersonId;
import vn.antin.kernel.Refusal;
import vn.antin.kernel.Sha256;

/** Certificates in the register: entered, suspended, resumed, withdrawn; and what each person is warned of. */
@Controller
class CertificatePages {
    private final CertificateDesk desk;
    private final Certificates certificates;
    private final Expiries expiries;
    private final Agencies agencies;
    private final Directory directory;
    private final Keepers keepers;
    private final Clock clock;

    CertificatePages(
            CertificateDesk desk,
            Certificates certificates,
            Expiries expiries,
            Agencies agencies,
            Directory directory,
            Keepers keepers,
            Clock clock) {
        this.desk = desk;
        this.certificates = certificates;
        this.expiries = expiries;
        this.agencies = agencies;
        this.directory = directory;
        this.keepers = keepers;
        this.clock = clock;
    }

    /** A warning; public because pages read it. */
    public record Warning(CertificateLine certificate, long daysLeft) {}

    /** What concerns the person: their own certificates; for a registrar the body's and its people's too. */
    @GetMapping("/chung-thu-so")
    String mine(Principal signedIn, Model page) {
        Member member = keepers.member(signedIn);
        Stream<RegisteredCertificate> shown = member.is(Role.REGISTRAR)
                ? certificates.of(member.agency()).stream()
                : certificates.of(member.person()).stream();
        page.addAttribute("certificates", shown.map(this::line).toList());
        page.addAttribute(
                "warnings",
                expiries.unseen(member.person()).stream()
                        .map(it -> new Warning(line(it.certificate()), it.daysLeft()))
                        .toList());
        return "agency/certificates";
    }

    @PostMapping("/chung-thu-so/da-biet")
    String seen(Principal signedIn, RedirectAttributes after) {
        expiries.seen(keepers.member(signedIn).person());
        after.addFlashAttribute("said", "Đã ghi nhận. Lần nhắc sau sẽ hiện khi gần hạn hơn.");
        return "redirect:/chung-thu-so";
    }

    @PostMapping("/danh-ba/{agency}/chung-thu")
    String register(
            @PathVariable String agency,
            @RequestParam("cua") String holder,
            @RequestParam("tu") String from,
            @RequestParam("can-cu") String document,
            @RequestParam(name = "tep", required = false) @Nullable MultipartFile file,
            Principal signedIn,
            RedirectAttributes after)
            throws IOException {
        AgencyId id = Typed.agency(agency);
        Member who = keepers.keeper(signedIn, id);
        try {
            var certificate = CertificateDesk.read(file == null ? new byte[0] : file.getBytes());
            desk.register(
                    certificate,
                    holder(id, holder),
                    Typed.optionalDay(from, "Từ ngày"),
                    Typed.optional(document, "Căn cứ"),
                    who.person());
            after.addFlashAttribute("said", "Đã đăng ký chứng thư.");
        } catch (Refusal refused) {
            after.addFlashAttribute("refusal", refused);
        }
        return "redirect:/danh-ba/" + id;
    }

    /** The body itself, or someone who holds or held an office there: no other body's people. */
    private Holder holder(AgencyId agency, String typed) {
        if (typed.isBlank()) {
            return new Holder.Body(agency, agencies.named(agency).name());
        }
        PersonId person = Typed.person(typed);
        return Stream.concat(
                        directory.posts(agency).stream()
                                .filter(it -> it.person().equals(person))
                                .map(Entry.Post::fullName),
                        directory.delegations(agency).stream()
                                .filter(it -> it.person().equals(person))
                                .map(Entry.Delegation::fullName))
                .findFirst()
                .map(name -> new Holder.Person(person, name))
                .orElseThrow(() -> new Refusal(AgencyReason.UNKNOWN_PERSON, person.value()));
    }

    @PostMapping("/danh-ba/{agency}/chung-thu/{digest}/{act}")
    String change(
            @PathVariable String agency,
            @PathVariable String digest,
            @PathVariable String act,
            @RequestParam("tu") String from,
            @RequestParam("ly-do") String reason,
            Principal signedIn,
            RedirectAttributes after) {
        AgencyId id = Typed.agency(agency);
        Member who = keepers.keeper(signedIn, id);
        try {
            CertificateEvent.Kind kind = switch (act.toLowerCase(Locale.ROOT)) {
                case "tam-ngung" -> CertificateEvent.Kind.SUSPENDED;
                case "dung-lai" -> CertificateEvent.Kind.RESUMED;
                case "thu-hoi" -> CertificateEvent.Kind.WITHDRAWN;
                default -> throw new Refusal(AgencyReason.UNKNOWN_ENTRY);
            };
            RegisteredCertificate it = certificates.of(id).stream()
                    .filter(one -> one.digest().hex().equals(digest))
                    .findFirst()
                    .orElseThrow(() -> new Refusal(AgencyReason.UNKNOWN_ENTRY));
            Sha256 known = it.digest();
            desk.change(
                    known,
                    kind,
                    Typed.optionalDay(from, "Từ ngày").orElseGet(directory::today),
                    Typed.text(reason, "Lý do"),
                    "",
                    who.person());
            after.addFlashAttribute(
                    "said",
                    "Đã ghi: " + kind.vietnamese() + " chứng thư của "
                            + it.holder().name() + ".");
        } catch (Refusal refused) {
            after.addFlashAttribute("refusal", refused);
        }
        return "redirect:/danh-ba/" + id;
    }

    private CertificateLine line(RegisteredCertificate it) {
        return CertificateLine.of(it, clock.instant(), clock.getZone());
    }
}
