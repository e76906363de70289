package vn.antin.shell;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import vn.antin.kernel.Refusal;

/** Where the container brings what went wrong outside the pages: in a filter, or before any page was found. */
@Controller
class LastResort implements ErrorController {
    /** A refusal that a filter leaves for this page to tell. */
    static final String REFUSAL = LastResort.class.getName() + ".refusal";

    private final Refusals refusals;
    private final Troubles troubles;

    LastResort(Refusals refusals, Troubles troubles) {
        this.refusals = refusals;
        this.troubles = troubles;
    }

    @RequestMapping("${server.error.path:/error}")
    Object tell(HttpServletRequest request, HttpServletResponse response) {
        if (request.getAttribute(REFUSAL) instanceof Refusal refusal) {
            return refusals.say(refusal, null, request, response);
        }
        var trouble = (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        // Without a status nothing went wrong: someone asked for this page by its address.
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        var reason = ShellReason.of(status);
        var refusal = reason == ShellReason.UNEXPECTED ? new Refusal(reason, troubles.incident()) : new Refusal(reason);
        return refusals.say(refusal, trouble, request, response);
    }
}
