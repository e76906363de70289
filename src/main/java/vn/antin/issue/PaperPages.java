package vn.antin.issue;

import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.antin.agency.Member;
import vn.antin.issue.PaperRun.Act;
import vn.antin.issue.PaperRun.ItemState;
import vn.antin.issue.PaperRun.Ticked;
import vn.antin.kernel.DocumentId;
import vn.antin.kernel.Refusal;
import vn.antin.kernel.Sha256;
import vn.antin.render.PagePictures;
import vn.antin.sign.PendingSignature;
import vn.antin.sign.PendingSignatures;
import vn.antin.sign.Pin;
import vn.antin.sign.RemoteLeave;
import vn.antin.sign.Signer;
import vn.antin.template.Templates;

/** What waits for one's signature or seal as a list with its pages; many of it signed by one act; what came of it. */
@Controller
class PaperPages {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy");
    private static final int RUNS_SHOWN = 20;

    private final PaperDesk papers;
    private final RemotePapers remote;
    private final PendingSignatures pending;
    private final RemoteLeave leave;
    private final Signer signer;
    private final PaperRuns runs;
    private final OutgoingDesk desk;
    private final Reader reader;
    private final Templates templates;
    private final PagePictures pictures;
    private final Clock clock;

    PaperPages(
            PaperDesk papers,
            RemotePapers remote,
            PendingSignatures pending,
            RemoteLeave leave,
            Signer signer,
            PaperRuns runs,
            OutgoingDesk desk,
            Reader reader,
            Templates templates,
            PagePictures pictures,
            Clock clock) {
        this.papers = papers;
        this.remote = remote;
        this.pending = pending;
        this.leave = leave;
        this.signer = signer;
        this.runs = runs;
        this.desk = desk;
        this.reader = reader;
        this.templates = templates;
        this.pictures = pictures;
        this.clock = clock;
    }

    /** One paper that waits; public because pages read it. */
    public record Paper(
            String id, String version, String subject, String template, String changed, int findings, String number) {
        /** What the tick says: which document, and which pages of it were seen. */
        public String tick() {
            return id + ":" + version;
        }
    }

    /** One run of the list, or one paper of a run; public because pages read it. */
    public record Line(String id, String subject, String state, String badge, String reason) {}

    @GetMapping("/van-ban/cho-ky")
    String toSign(Principal signedIn, Model page) {
        return list(signedIn, Act.SIGN, page);
    }

    @GetMapping("/van-ban/cho-dong-dau")
    String toSeal(Principal signedIn, Model page) {
        return list(signedIn, Act.SEAL, page);
    }

    private String list(Principal signedIn, Act act, Model page) {
        Member member = reader.member(signedIn);
        Map<String, String> titles =
                templates.all(member.agency()).stream().collect(Collectors.toMap(it -> it.name(), it -> it.title()));
        page.addAttribute("seal", act == Act.SEAL);
        page.addAttribute("most", PaperDesk.MOST_PAPERS);
        page.addAttribute("services", act == Act.SIGN ? pending.services(member.person()) : List.of());
        page.addAttribute("held", act == Act.SEAL || signer.holdsKey(member.person()));
        page.addAttribute(
                "papers",
                papers.waiting(member, act).stream()
                        .filter(it -> it.pdf() != null)
                        .map(it -> new Paper(
                                it.id().toString(),
                                String.valueOf(it.pdf()),
                                it.subject(),
                                titles.getOrDefault(it.template(), it.template()),
                                moment(it.changedAt()),
                                it.findings().size(),
                                desk.entry(it.id())
                                        .map(entry -> entry.number().printed())
                                        .orElse("")))
                        .toList());
        page.addAttribute(
                "runs",
                runs.of(member.person(), RUNS_SHOWN).stream()
                        .filter(it -> it.act() == act)
                        .map(it -> new Line(
                                it.id().toString(), moment(it.madeAt()), state(it), "blue", done(runs.tally(it.id()))))
                        .toList());
        return "issue/papers";
    }

    private static String done(PaperRun.Tally it) {
        return it.done() + "/" + it.all();
    }

    /** All pages of one paper, asked for when somebody opens them. */
    @GetMapping("/van-ban/{id}/cac-trang")
    String sheets(@PathVariable String id, Principal signedIn, Model page) {
        Issuance it = reader.document(id, reader.member(signedIn));
        page.addAttribute("id", it.id().toString());
        page.addAttribute("subject", it.subject());
        page.addAttribute("version", it.pdf() == null ? "" : it.pdf().hex().substring(0, 16));
        page.addAttribute("sheets", it.pdf() == null ? List.of() : pictures.sheets(desk.pages(it.id())));
        return "issue/sheets";
    }

    @PostMapping("/van-ban/cho-ky")
    String sign(
            @RequestParam(name = "van-ban", required = false) @Nullable List<String> ticks,
            @RequestParam("pin") String typed,
            Principal signedIn,
            RedirectAttributes after) {
        return start(Act.SIGN, ticks, typed, signedIn, after);
    }

    @PostMapping("/van-ban/cho-dong-dau")
    String seal(
            @RequestParam(name = "van-ban", required = false) @Nullable List<String> ticks,
            @RequestParam("pin") String typed,
            Principal signedIn,
            RedirectAttributes after) {
        return start(Act.SEAL, ticks, typed, signedIn, after);
    }

    private String start(
            Act act, @Nullable List<String> ticks, String typed, Principal signedIn, RedirectAttributes after) {
        Member member = reader.member(signedIn);
        try {
            UUID run = papers.start(member, act, ticked(ticks == null ? List.of() : ticks), new Pin(typed));
            return "redirect:/van-ban/luot/" + run;
        } catch (Refusal refused) {
            after.addFlashAttribute("refusal", refused);
            return act == Act.SIGN ? "redirect:/van-ban/cho-ky" : "redirect:/van-ban/cho-dong-dau";
        }
    }

    @PostMapping("/van-ban/cho-ky-tu-xa")
    String signRemotely(
            @RequestParam(name = "van-ban", required = false) @Nullable List<String> ticks,
            @RequestParam("dich-vu") String service,
            Principal signedIn,
            RedirectAttributes after) {
        Member member = reader.member(signedIn);
        try {
            UUID run = remote.start(member, ticked(ticks == null ? List.of() : ticks), service);
            return "redirect:/van-ban/luot/" + run;
        } catch (Refusal refused) {
            after.addFlashAttribute("refusal", refused);
            return "redirect:/van-ban/cho-ky";
        }
    }

    private static List<Ticked> ticked(List<String> ticks) {
        var all = new ArrayList<Ticked>();
        for (String tick : ticks) {
            int colon = tick.indexOf(':');
            try {
                all.add(new Ticked(
                        DocumentId.parse(tick.substring(0, Math.max(0, colon))),
                        new Sha256(tick.substring(colon + 1))));
            } catch (IllegalArgumentException e) {
                throw new Refusal(IssueReason.UNKNOWN_DOCUMENT, e);
            }
        }
        return all;
    }

    @GetMapping("/van-ban/luot/{run}")
    String run(@PathVariable String run, Principal signedIn, Model page) {
        PaperRun it = progress(run, signedIn, page);
        page.addAttribute("made", moment(it.madeAt()));
        page.addAttribute("changed", moment(it.changedAt()));
        page.addAttribute(
                "lines", runs.items(it.id()).stream().map(PaperPages::line).toList());
        return "issue/run";
    }

    /** The piece of the page that changes while the run goes on; asks for the whole page once it stands still. */
    @GetMapping("/van-ban/luot/{run}/tien-do")
    String progress(
            @PathVariable String run,
            @RequestParam(name = "hoi-ma", defaultValue = "false") boolean asking,
            Principal signedIn,
            Model page,
            HttpServletResponse answer) {
        PaperRun it = progress(run, signedIn, page);
        if (!remote.moving(it) || asking != page.containsAttribute("wanted")) {
            answer.setHeader("HX-Refresh", "true");
        }
        answer.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return "issue/run-progress";
    }

    @PostMapping("/van-ban/luot/{run}/dung")
    String stop(@PathVariable String run, Principal signedIn, RedirectAttributes after) {
        PaperRun it = papers.of(reader.member(signedIn), id(run));
        try {
            remote.stop(it);
        } catch (Refusal refused) {
            after.addFlashAttribute("refusal", refused);
        }
        return "redirect:/van-ban/luot/" + it.id();
    }

    private PaperRun progress(String typed, Principal signedIn, Model page) {
        PaperRun it = papers.of(reader.member(signedIn), id(typed));
        PaperRun.Tally tally = runs.tally(it.id());
        page.addAttribute("id", it.id().toString());
        page.addAttribute("seal", it.act() == Act.SEAL);
        page.addAttribute("state", it.state().name());
        page.addAttribute("reason", it.reason() == null ? "" : it.reason());
        page.addAttribute("moving", remote.moving(it));
        page.addAttribute("remote", it.service() != null);
        page.addAttribute("asked", it.pending() != null);
        if (it.pending() != null) {
            openOf(it.pending()).ifPresent(one -> {
                page.addAttribute("pending", one.id().toString());
                leave.wanted(one.id()).ifPresent(wanted -> page.addAttribute("wanted", wanted));
            });
        }
        page.addAttribute("all", tally.all());
        page.addAttribute("done", tally.done());
        page.addAttribute("failed", tally.failed());
        page.addAttribute("waiting", tally.waiting());
        page.addAttribute("percent", tally.percent());
        return it;
    }

    /** One of the act that still waits: the first may have been given up by itself. */
    private Optional<PendingSignature> openOf(UUID first) {
        return pending.withOne(first).stream()
                .filter(it -> it.state() == PendingSignature.State.AWAITING_VALUE)
                .findFirst();
    }

    private static @Nullable UUID id(String typed) {
        try {
            return UUID.fromString(typed);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static Line line(PaperRun.Item it) {
        String badge = switch (it.state()) {
            case WAITING -> "blue";
            case DONE -> "passed";
            case FAILED -> "failed";
        };
        return new Line(
                it.document().toString(),
                it.subject(),
                state(it.state()),
                badge,
                it.reason() == null ? "" : it.reason());
    }

    private static String state(ItemState it) {
        return switch (it) {
            case WAITING -> "Chưa làm";
            case DONE -> "Xong";
            case FAILED -> "Không làm được";
        };
    }

    private static String state(PaperRun it) {
        return switch (it.state()) {
            case RUNNING -> "Đang làm";
            case STOPPED -> "Đã dừng";
            case HALTED -> "Không làm tiếp được";
            case INTERRUPTED -> "Bị gián đoạn";
            case DONE -> "Xong";
        };
    }

    private String moment(Instant instant) {
        return MOMENT.format(instant.atZone(clock.getZone()));
    }
}
