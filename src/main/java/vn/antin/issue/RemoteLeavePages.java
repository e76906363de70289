package vn.antin.issue;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.antin.kernel.PersonId;
import vn.antin.kernel.Refusal;
import vn.antin.sign.PendingSignature;
import vn.antin.sign.Pin;
import vn.antin.sign.RemoteLeave;
import vn.antin.sign.SignReason;

/** Where a person brings what their remote service asks for: types a PIN and a one-time password, or goes there and back. */
@Controller
class RemoteLeavePages {
    private static final String BACK = "/ky-tu-xa/tro-ve";
    private static final String PENDING = "pending";

    private final Reader reader;
    private final SigningDesk signing;
    private final RemotePapers papers;
    private final RemoteLeave leave;
    private final String address;
    /** In the session: leave that another browser fetched is worth nothing here (RFC 6749, 10.12), and none is taken twice. */
    private final AuthorizationRequestRepository<OAuth2AuthorizationRequest> asked =
            new HttpSessionOAuth2AuthorizationRequestRepository();

    RemoteLeavePages(
            Reader reader,
            SigningDesk signing,
            RemotePapers papers,
            RemoteLeave leave,
            @Value("${antin.public-address}") String address) {
        this.reader = reader;
        this.signing = signing;
        this.papers = papers;
        this.leave = leave;
        this.address = address.replaceFirst("/+$", "");
    }

    @PostMapping("/ky-tu-xa/{id}/ma")
    String give(
            @PathVariable String id,
            @RequestParam(name = "pin-tu-xa", defaultValue = "") String pin,
            @RequestParam(name = "otp", defaultValue = "") String otp,
            Principal signedIn,
            RedirectAttributes after) {
        PendingSignature it = own(id, signedIn);
        try (var first = new Pin(pin);
                var second = new Pin(otp)) {
            leave.give(it.id(), first, second);
            signing.soon(it.id());
        } catch (Refusal refused) {
            after.addFlashAttribute("refusal", refused);
        }
        return place(it);
    }

    @PostMapping("/ky-tu-xa/{id}/gui-lai-ma")
    String sendAgain(@PathVariable String id, Principal signedIn, RedirectAttributes after) {
        PendingSignature it = own(id, signedIn);
        try {
            leave.sendAgain(it.id());
            after.addFlashAttribute("said", "Đã nhờ dịch vụ gửi mã OTP mới.");
        } catch (Refusal refused) {
            after.addFlashAttribute("refusal", refused);
        }
        return place(it);
    }

    /** A link and no form, because our pages' forms lead nowhere but here. */
    @GetMapping("/ky-tu-xa/{id}/cho-phep")
    String goThere(
            @PathVariable String id,
            Principal signedIn,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes after) {
        PendingSignature it = own(id, signedIn);
        try {
            var page = OAuth2AuthorizationRequest.from(leave.page(it.id(), address + BACK))
                    .attributes(all -> all.put(PENDING, it.id().toString()))
                    .build();
            asked.saveAuthorizationRequest(page, request, response);
            return "redirect:" + page.getAuthorizationRequestUri();
        } catch (Refusal refused) {
            after.addFlashAttribute("refusal", refused);
            return place(it);
        }
    }

    @GetMapping(BACK)
    String back(
            @RequestParam(name = "code", required = false) @Nullable String code,
            Principal signedIn,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes after) {
        OAuth2AuthorizationRequest page = asked.removeAuthorizationRequest(request, response);
        if (page == null) {
            after.addFlashAttribute("refusal", new Refusal(SignReason.REMOTE_LEAVE_UNKNOWN));
            return "redirect:/van-ban";
        }
        PendingSignature it = own(Objects.requireNonNull(page.<String>getAttribute(PENDING)), signedIn);
        try {
            if (code == null) {
                after.addFlashAttribute("refusal", new Refusal(SignReason.REMOTE_REJECTED));
            } else {
                leave.allowed(it.id(), page, code);
                signing.soon(it.id());
            }
        } catch (Refusal refused) {
            after.addFlashAttribute("refusal", refused);
        }
        return place(it);
    }

    private PendingSignature own(String id, Principal signedIn) {
        PersonId person = reader.member(signedIn).person();
        UUID pending = SigningSessions.id(id);
        return signing.of(pending, person);
    }

    /** Back to where the person waits: the run of many papers, or the one document. */
    private String place(PendingSignature it) {
        return papers.waitingFor(it)
                .map(run -> "redirect:/van-ban/luot/" + run.id())
                .orElse("redirect:/van-ban/" + it.document() + "/phien-ky");
    }
}
