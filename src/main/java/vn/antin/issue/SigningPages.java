package vn.antin.issue;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.time.Clock;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.antin.agency.Member;
import vn.antin.kernel.Content;
import vn.antin.kernel.Refusal;
import vn.antin.render.PagePictures;
import vn.antin.sign.PendingSignature;
import vn.antin.sign.PendingSignatures;
import vn.antin.sign.RemoteLeave;
import vn.antin.sign.Signer;

/** Where a person says which key they have, and waits for it: telephone, USB token, or a PIN here. */
@Controller
class SigningPages {
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");

    /** As everywhere, and the one program on the person's own machine that this page may speak with. */
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " font-src 'self'; connect-src 'self' wss://127.0.0.1:8987; form-action 'self'; base-uri 'none';"
                    + " frame-ancestors 'self'";

    private final Reader reader;
    private final OutgoingDesk desk;
    private final SigningDesk signing;
    private final PendingSignatures pending;
    private final RemoteLeave leave;
    private final Signer signer;
    private final PagePictures pictures;
    private final Clock clock;

    SigningPages(
            Reader reader,
            OutgoingDesk desk,
            SigningDesk signing,
            PendingSignatures pending,
            RemoteLeave leave,
            Signer signer,
            PagePictures pictures,
            Clock clock) {
        this.reader = reader;
        this.desk = desk;
        this.signing = signing;
        this.pending = pending;
        this.leave = leave;
        this.signer = signer;
        this.pictures = pictures;
        this.clock = clock;
    }

    @GetMapping("/van-ban/{id}/ky")
    String choose(@PathVariable String id, Principal signedIn, Model page) {
        Member member = reader.member(signedIn);
        Issuance it = signatorys(id, member);
        if (it.stage() != Stage.CHECKED || it.pdf() == null) {
            return "redirect:/van-ban/" + it.id();
        }
        if (pending.openOf(it.id()).isPresent()) {
            return "redirect:/van-ban/" + it.id() + "/phien-ky";
        }
        page.addAttribute("id", it.id().toString());
        page.addAttribute("it", it);
        page.addAttribute("held", signer.holdsKey(member.person()));
        page.addAttribute("services", pending.services(member.person()));
        page.addAttribute("sheets", pictures.sheets(desk.pages(it.id())));
        page.addAttribute("version", it.pdf().hex().substring(0, 16));
        return "issue/sign";
    }

    @PostMapping("/van-ban/{id}/ky-tu-xa")
    String remote(
            @PathVariable String id,
            @RequestParam("trang") String seen,
            @RequestParam("dich-vu") String service,
            Principal signedIn,
            RedirectAttributes after) {
        Member member = reader.member(signedIn);
        Issuance it = signatorys(id, member);
        return begun(
                it,
                after,
                () -> signing.begin(
                        List.of(new SigningDesk.Seen(it.id(), SigningSessions.digest(seen))),
                        member.person(),
                        service));
    }

    @PostMapping("/van-ban/{id}/ky-tai-may")
    String tool(
            @PathVariable String id, @RequestParam("trang") String seen, Principal signedIn, RedirectAttributes after) {
        Member member = reader.member(signedIn);
        Issuance it = signatorys(id, member);
        return begun(it, after, () -> {
            var errand =
                    signing.beginErrand(new SigningDesk.Seen(it.id(), SigningSessions.digest(seen)), member.person());
            // Shown once, on the page that follows: only their digests are kept.
            after.addFlashAttribute("fetch", SigningSessions.address(errand.fetchKey()));
            after.addFlashAttribute("bring", SigningSessions.address(errand.bringKey()));
        });
    }

    private static String begun(Issuance it, RedirectAttributes after, Runnable begin) {
        try {
            begin.run();
            return "redirect:/van-ban/" + it.id() + "/phien-ky";
        } catch (Refusal refused) {
            after.addFlashAttribute("refusal", refused);
            return "redirect:/van-ban/" + it.id() + "/ky";
        }
    }

    @GetMapping("/van-ban/{id}/phien-ky")
    String session(
            @PathVariable String id,
            Principal signedIn,
            Model page,
            HttpServletResponse answer,
            RedirectAttributes after) {
        Issuance it = signatorys(id, reader.member(signedIn));
        Optional<PendingSignature> open = pending.openOf(it.id());
        if (open.isEmpty()) {
            pending.lastOf(it.id()).ifPresent(last -> {
                if (last.state() == PendingSignature.State.SIGNED) {
                    after.addFlashAttribute("said", "Đã ký. Văn bản chuyển sang văn thư để vào số và đóng dấu.");
                } else if (last.refusal() != null) {
                    after.addFlashAttribute("refusal", last.refusal());
                }
            });
            return "redirect:/van-ban/" + it.id();
        }
        answer.setHeader("Content-Security-Policy", POLICY);
        answer.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        page.addAttribute("it", it);
        show(it, open.get(), page);
        return "issue/session";
    }

    /** The piece that changes; once the session has ended, the whole page is asked for. */
    @GetMapping("/van-ban/{id}/phien-ky/tien-do")
    @Nullable
    String progress(
            @PathVariable String id,
            @RequestParam(name = "hoi-ma", defaultValue = "false") boolean asking,
            Principal signedIn,
            Model page,
            HttpServletResponse answer) {
        Issuance it = signatorys(id, reader.member(signedIn));
        Optional<PendingSignature> open = pending.openOf(it.id());
        answer.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (open.isEmpty()) {
            answer.setHeader("HX-Redirect", "/van-ban/" + it.id() + "/phien-ky");
            answer.setStatus(HttpServletResponse.SC_NO_CONTENT);
            return null;
        }
        show(it, open.get(), page);
        if (asking != page.containsAttribute("wanted")) {
            // What the person is asked for stands outside the piece that changes, so that nothing typed is lost.
            answer.setHeader("HX-Refresh", "true");
        }
        return "issue/session-progress";
    }

    private void show(Issuance document, PendingSignature open, Model page) {
        long left =
                Math.max(0, Duration.between(clock.instant(), open.expiresAt()).toSeconds());
        page.addAttribute("id", document.id().toString());
        page.addAttribute("state", open.state().name());
        page.addAttribute("way", open.way().name());
        page.addAttribute("pending", open.id().toString());
        leave.wanted(open.id()).ifPresent(it -> page.addAttribute("wanted", it));
        page.addAttribute("shown", "Ký văn bản: " + document.subject());
        page.addAttribute("left", left);
        page.addAttribute(
                "whole", Duration.between(open.createdAt(), open.expiresAt()).toSeconds());
        page.addAttribute("minutes", (left + 59) / 60);
        page.addAttribute("until", HOUR.format(open.expiresAt().atZone(clock.getZone())));
    }

    @PostMapping("/van-ban/{id}/phien-ky/tep")
    String bring(
            @PathVariable String id,
            @RequestParam("tep") MultipartFile file,
            Principal signedIn,
            RedirectAttributes after)
            throws IOException {
        Member member = reader.member(signedIn);
        Issuance it = signatorys(id, member);
        Content content = Content.of(file.getBytes());
        try {
            pending.openOf(it.id()).ifPresent(open -> signing.bringByHand(open.id(), member.person(), content));
        } catch (Refusal refused) {
            after.addFlashAttribute("refusal", refused);
        }
        return "redirect:/van-ban/" + it.id() + "/phien-ky";
    }

    @PostMapping("/van-ban/{id}/phien-ky/huy")
    String cancel(@PathVariable String id, Principal signedIn, RedirectAttributes after) {
        Member member = reader.member(signedIn);
        Issuance it = signatorys(id, member);
        pending.openOf(it.id()).ifPresent(open -> signing.cancel(open.id(), member.person()));
        if (desk.document(it.id()).stage() == Stage.CHECKED) {
            after.addFlashAttribute("said", "Đã hủy phiên ký. Chưa có gì được ký.");
        }
        return "redirect:/van-ban/" + it.id();
    }

    private Issuance signatorys(String id, Member member) {
        Issuance it = reader.document(id, member);
        if (!it.signatory().equals(member.person())) {
            throw new Refusal(IssueReason.ONLY_THE_SIGNATORY_SIGNS);
        }
        return it;
    }
}
