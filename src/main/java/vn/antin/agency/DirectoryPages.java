package vn.antin.agency;

import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.antin.kernel.AgencyId;
import vn.antin.kernel.Refusal;

/** The register of bodies, posts and delegations (danh bạ), as its keepers see and write it. */
@Controller
class DirectoryPages {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");

    private final Directory directory;
    private final Agencies agencies;
    private final Certificates certificates;
    private final Keepers keepers;
    private final Clock clock;

    DirectoryPages(Directory directory, Agencies agencies, Certificates certificates, Keepers keepers, Clock clock) {
        this.directory = directory;
        this.agencies = agencies;
        this.certificates = certificates;
        this.keepers = keepers;
        this.clock = clock;
    }

    /** Who may sign on the day asked about; public because pages read it. */
    public record Entitled(String name, String lines, String document, String certificate, boolean ready) {}

    /** One dated line; public because pages read it. */
    public record Line(
            String key,
            String person,
            String name,
            String role,
            String title,
            String scope,
            String document,
            String from,
            String until,
            String state,
            boolean open) {}

    @GetMapping("/danh-ba")
    String bodies(Principal signedIn, Model page) {
        Member member = keepers.member(signedIn);
        if (!member.is(Role.ADMINISTRATOR)) {
            return "redirect:/danh-ba/"
                    + keepers.keeper(signedIn, member.agency()).agency();
        }
        page.addAttribute("bodies", agencies.all());
        return "agency/bodies";
    }

    @PostMapping("/danh-ba")
    String addBody(
            @RequestParam("ma") String id,
            @RequestParam("ten") String name,
            @RequestParam("chu-quan") String superior,
            @RequestParam("ky-hieu") String symbol,
            @RequestParam("dia-danh") String place,
            @RequestParam("lien-he") String contact,
            Principal signedIn,
            RedirectAttributes after) {
        Member who = keepers.administrator(signedIn);
        try {
            String above = Typed.optional(superior, "Cơ quan chủ quản");
            String reached = Typed.optional(contact, "Liên hệ");
            var body = new Agency(
                    Typed.agency(id),
                    above.isEmpty() ? null : above,
                    Typed.text(name, "Tên cơ quan"),
                    Typed.text(symbol, "Ký hiệu"),
                    Typed.text(place, "Địa danh"),
                    reached.isEmpty() ? null : reached);
            directory.addBody(body, who.person());
            return "redirect:/danh-ba/" + body.id();
        } catch (Refusal refused) {
            after.addFlashAttribute("refusal", refused);
            return "redirect:/danh-ba";
        }
    }

    @GetMapping("/danh-ba/{agency}")
    String body(
            @PathVariable String agency,
            @RequestParam(name = "ngay", defaultValue = "") String asked,
            Principal signedIn,
            Model page) {
        AgencyId id = id(agency);
        keepers.keeper(signedIn, id);
        Agency body = agencies.named(id);
        LocalDate today = directory.today();
        LocalDate day = today;
        try {
            day = Typed.optionalDay(asked, "Ngày").orElse(today);
        } catch (Refusal refused) {
            page.addAttribute("refusal", refused);
        }
        LocalDate on = day;
        page.addAttribute("body", body);
        page.addAttribute("id", id.value());
        page.addAttribute("day", day.toString());
        page.addAttribute("dayShown", DAY.format(day));
        page.addAttribute(
                "entitled",
                agencies.rights(id, day).stream().map(it -> entitled(it, on)).toList());
        page.addAttribute(
                "posts", directory.posts(id).stream().map(it -> line(it, today)).toList());
        page.addAttribute(
                "delegations",
                directory.delegations(id).stream().map(it -> line(it, today)).toList());
        page.addAttribute("roles", Wordings.ROLES);
        page.addAttribute("capacities", Wordings.CAPACITIES);
        page.addAttribute(
                "people",
                directory.posts(id).stream()
                        .map(it -> it.person().value())
                        .distinct()
                        .toList());
        page.addAttribute("today", today.toString());
        page.addAttribute(
                "certificates",
                certificates.of(id).stream()
                        .map(it -> CertificateLine.of(it, clock.instant(), clock.getZone()))
                        .toList());
        return "agency/body";
    }

    @PostMapping("/danh-ba/{agency}/bo-nhiem")
    String appoint(
            @PathVariable String agency,
            @RequestParam("nguoi") String person,
            @RequestParam("ho-ten") String fullName,
            @RequestParam("viec") String role,
            @RequestParam("chuc-vu") String title,
            @RequestParam("tu-cach") String capacity,
            @RequestParam("thay") String principal,
            @RequestParam("tu") String from,
            @RequestParam("den") String until,
            @RequestParam("can-cu") String document,
            Principal signedIn,
            RedirectAttributes after) {
        AgencyId id = id(agency);
        Member who = keepers.keeper(signedIn, id);
        return act(id, after, "Đã ghi chức vụ.", () -> {
            Role given = Typed.role(role);
            // Who keeps every body's register is chosen by those who do, not by one body's registrar.
            if (given == Role.ADMINISTRATOR) {
                keepers.administrator(signedIn);
            }
            String post = Typed.text(title, "Chức vụ");
            directory.appoint(
                    new Entry.Post(
                            Typed.person(person),
                            Typed.optional(fullName, "Họ và tên"),
                            id,
                            given,
                            post,
                            given == Role.SIGNATORY ? authority(capacity, principal, post) : null,
                            Typed.day(from, "Từ ngày"),
                            Typed.optionalDay(until, "Đến hết ngày").orElse(null),
                            Typed.text(document, "Căn cứ")),
                    who.person());
        });
    }

    @PostMapping("/danh-ba/{agency}/giao-ky")
    String delegate(
            @PathVariable String agency,
            @RequestParam("nguoi") String person,
            @RequestParam("chuc-vu") String title,
            @RequestParam("tu-cach") String capacity,
            @RequestParam("thay") String principal,
            @RequestParam("noi-dung") String scope,
            @RequestParam("tu") String from,
            @RequestParam("den") String until,
            @RequestParam("can-cu") String document,
            Principal signedIn,
            RedirectAttributes after) {
        AgencyId id = id(agency);
        Member who = keepers.keeper(signedIn, id);
        return act(
                id,
                after,
                "Đã ghi việc giao ký.",
                () -> directory.delegate(
                        new Entry.Delegation(
                                "",
                                Typed.person(person),
                                "",
                                id,
                                delegated(capacity, principal, Typed.text(title, "Chức vụ")),
                                Typed.text(scope, "Nội dung được giao"),
                                Typed.day(from, "Từ ngày"),
                                Typed.optionalDay(until, "Đến hết ngày").orElse(null),
                                Typed.text(document, "Văn bản giao")),
                        who.person()));
    }

    @PostMapping("/danh-ba/{agency}/thoi-giu")
    String endPost(
            @PathVariable String agency,
            @RequestParam("muc") String key,
            @RequestParam("ngay-cuoi") String last,
            Principal signedIn,
            RedirectAttributes after) {
        AgencyId id = id(agency);
        Member who = keepers.keeper(signedIn, id);
        return act(id, after, "Đã ghi ngày thôi giữ chức vụ.", () -> {
            String[] parts = key.split(" ", -1);
            if (parts.length != 3) {
                throw new Refusal(AgencyReason.UNKNOWN_ENTRY);
            }
            directory.endPost(
                    id,
                    Typed.person(parts[0]),
                    Typed.role(parts[1]),
                    Typed.day(parts[2], "Từ ngày"),
                    Typed.day(last, "Ngày cuối"),
                    who.person());
        });
    }

    @PostMapping("/danh-ba/{agency}/thoi-giao")
    String endDelegation(
            @PathVariable String agency,
            @RequestParam("muc") String key,
            @RequestParam("ngay-cuoi") String last,
            Principal signedIn,
            RedirectAttributes after) {
        AgencyId id = id(agency);
        Member who = keepers.keeper(signedIn, id);
        return act(
                id,
                after,
                "Đã ghi ngày thôi giao ký.",
                () -> directory.endDelegation(id, key, Typed.day(last, "Ngày cuối"), who.person()));
    }

    @PostMapping("/danh-ba/{agency}/nghi")
    String retire(
            @PathVariable String agency,
            @RequestParam("nguoi") String person,
            @RequestParam("ngay-cuoi") String last,
            @RequestParam("can-cu") String document,
            Principal signedIn,
            RedirectAttributes after) {
        AgencyId id = id(agency);
        Member who = keepers.keeper(signedIn, id);
        return act(
                id,
                after,
                "Đã ghi việc nghỉ: chức vụ, quyền ký dừng sau ngày đó và chứng thư bị thu hồi.",
                () -> directory.retire(
                        id,
                        Typed.person(person),
                        Typed.day(last, "Ngày cuối"),
                        Typed.text(document, "Căn cứ"),
                        who.person()));
    }

    private static String act(AgencyId id, RedirectAttributes after, String said, Runnable act) {
        try {
            act.run();
            after.addFlashAttribute("said", said);
        } catch (Refusal refused) {
            after.addFlashAttribute("refusal", refused);
        }
        return "redirect:/danh-ba/" + id;
    }

    private Entitled entitled(Agencies.Right it, LocalDate day) {
        // Of today as it stands now; of another day at noon, within its working hours.
        var moment = day.equals(directory.today())
                ? clock.instant()
                : day.atTime(12, 0).atZone(clock.getZone()).toInstant();
        boolean ready = certificates.of(it.signatory().person()).stream()
                .anyMatch(one -> one.at(moment) instanceof Standing.InForce);
        return new Entitled(
                it.signatory().fullName(),
                String.join(" – ", it.signatory().authority().lines()),
                it.document().orElse(""),
                ready ? "có, đang dùng được" : "không có chứng thư dùng được ngày này",
                ready);
    }

    private static Line line(Entry.Post it, LocalDate today) {
        Authority authority = it.authority();
        return new Line(
                it.person() + " " + it.role().name() + " " + it.from(),
                it.person().value(),
                it.fullName(),
                Wordings.ROLES.getOrDefault(it.role().name(), it.role().name()),
                authority == null ? it.title() : String.join(" – ", authority.lines()),
                "",
                it.document(),
                DAY.format(it.from()),
                shown(it.until()),
                state(it, today),
                open(it, today));
    }

    private static Line line(Entry.Delegation it, LocalDate today) {
        return new Line(
                it.id(),
                it.person().value(),
                it.fullName(),
                "",
                String.join(" – ", it.authority().lines()),
                it.scope(),
                it.document(),
                DAY.format(it.from()),
                shown(it.until()),
                state(it, today),
                open(it, today));
    }

    private static boolean open(Entry it, LocalDate today) {
        LocalDate until = it.until();
        return until == null || !until.isBefore(today);
    }

    private static String state(Entry it, LocalDate today) {
        if (it.holdsOn(today)) {
            return "Đang giữ";
        }
        return open(it, today) ? "Chưa đến ngày" : "Đã hết";
    }

    private static String shown(@Nullable LocalDate day) {
        return Optional.ofNullable(day).map(DAY::format).orElse("");
    }

    private static Authority authority(String capacity, String principal, String post) {
        try {
            Capacity it = Capacity.valueOf(capacity);
            return it.authority(it == Capacity.HEAD ? "" : Typed.text(principal, "Thay ai, thay mặt ai"), post);
        } catch (IllegalArgumentException e) {
            throw new Refusal(AgencyReason.TYPED_WRONG, e, "Ký với tư cách");
        }
    }

    private static Authority delegated(String capacity, String principal, String post) {
        Authority authority = authority(capacity, principal, post);
        if (authority instanceof Authority.Head) {
            throw new Refusal(AgencyReason.TYPED_WRONG, "Ký với tư cách");
        }
        return authority;
    }

    private static AgencyId id(String typed) {
        try {
            return new AgencyId(typed);
        } catch (IllegalArgumentException e) {
            throw new Refusal(AgencyReason.UNKNOWN_AGENCY, e, "");
        }
    }
}
