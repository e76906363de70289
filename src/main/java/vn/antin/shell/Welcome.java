package vn.antin.shell;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.WebAttributes;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.SessionAttribute;
import vn.antin.kernel.NavigationLink;
import vn.antin.kernel.PersonId;
import vn.antin.kernel.Refusal;

/** The first page, and the sign-in page. */
@Controller
class Welcome {
    private final Frame frame;
    private final Wording wording;
    private final Optional<DemonstrationAccounts> demonstration;

    Welcome(Frame frame, Wording wording, Optional<DemonstrationAccounts> demonstration) {
        this.frame = frame;
        this.wording = wording;
        this.demonstration = demonstration;
    }

    @GetMapping("/")
    String first(HttpServletRequest request, Model page) {
        if (request.getUserPrincipal() == null) {
            offerAccounts(page);
            return "shell/welcome";
        }
        var person = new PersonId(request.getUserPrincipal().getName());
        List<Task> tasks = frame.seenBy(request).flatMap(it -> task(it, person)).toList();
        page.addAttribute("tasks", tasks);
        return "shell/desk";
    }

    private static Stream<Task> task(NavigationLink link, PersonId person) {
        var waiting = link.waiting();
        return waiting == null
                ? Stream.empty()
                : Stream.of(new Task(link.path(), link.title(), waiting.applyAsInt(person)));
    }

    @GetMapping("/dang-nhap")
    String signIn(
            HttpServletRequest request,
            @SessionAttribute(name = WebAttributes.AUTHENTICATION_EXCEPTION, required = false) @Nullable
                    AuthenticationException trouble,
            Model page) {
        if (request.getUserPrincipal() != null) {
            return "redirect:/";
        }
        offerAccounts(page);
        page.addAttribute("typed", "");
        page.addAttribute("left", request.getParameterMap().containsKey("da-thoat"));
        if (request.getParameterMap().containsKey("loi") && trouble != null) {
            var reason = trouble instanceof LockedException
                    ? new Refusal(ShellReason.TOO_MANY_ATTEMPTS)
                    : new Refusal(ShellReason.SIGN_IN_REFUSED);
            page.addAttribute("told", wording.tell(reason).asMap());
            var tried = trouble.getAuthenticationRequest();
            page.addAttribute("typed", tried == null ? "" : Objects.toString(tried.getName(), ""));
        }
        return "shell/sign-in";
    }

    private void offerAccounts(Model page) {
        demonstration.ifPresent(it -> {
            page.addAttribute("accounts", it.all());
            page.addAttribute("password", it.password());
        });
    }

    /** Something that waits; public because pages read it. */
    public record Task(String path, String title, int count) {}
}
