package vn.antin.shell;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.apache.catalina.connector.ClientAbortException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.servlet.ModelAndView;
import vn.antin.kernel.Refusal;

/**
 * Says every refusal and every failure once: to programs as a problem document (RFC 9457), to people as a page. Stack
 * traces go to the log only, under an incident number that the person is told.
 */
@ControllerAdvice
class Refusals {
    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

    private final Wording wording;
    private final Troubles troubles;

    Refusals(Wording wording, Troubles troubles) {
        this.wording = wording;
        this.troubles = troubles;
    }

    @ExceptionHandler
    @Nullable
    Object answer(Exception trouble, HttpServletRequest request, HttpServletResponse response) throws Exception {
        if (trouble instanceof AccessDeniedException || trouble instanceof AuthenticationException) {
            throw trouble; // The filters know whether to ask for a password or to say no.
        }
        if (trouble instanceof ClientAbortException || trouble instanceof AsyncRequestNotUsableException) {
            return null; // Nobody is listening any more.
        }
        return say(troubles.reasonOf(trouble), trouble, request, response);
    }

    /** Answers in the words the asker understands. */
    Object say(Refusal refusal, @Nullable Throwable trouble, HttpServletRequest request, HttpServletResponse response) {
        HttpStatus status = ShellReason.statusOf(refusal.reason());
        if (refusal.reason() == ShellReason.UNEXPECTED) {
            LOG.error(
                    "Incident {} at {} {}",
                    refusal.arguments().getFirst(),
                    request.getMethod(),
                    path(request),
                    trouble);
        } else if (refusal.reason() == ShellReason.STORAGE_FAILED) {
            LOG.error("The database cannot be written to", trouble);
        }
        var told = wording.tell(refusal);
        if (asksForData(request)) {
            return problem(told, status, request, trouble);
        }
        if (request.getHeader("HX-Request") != null) {
            // htmx asked for a piece of a page: the refusal takes the whole of it.
            response.setHeader("HX-Retarget", "body");
            response.setHeader("HX-Reswap", "innerHTML");
        }
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return new ModelAndView("shell/refusal", Map.of("told", told.asMap(), "status", status.value()), status);
    }

    private static ResponseEntity<ProblemDetail> problem(
            Wording.Told told, HttpStatus status, HttpServletRequest request, @Nullable Throwable trouble) {
        var problem = ProblemDetail.forStatus(status);
        problem.setType(URI.create("urn:antin:refusal:" + told.code()));
        problem.setTitle(told.what());
        problem.setDetail(told.why());
        problem.setProperty("next", told.next());
        problem.setProperty("code", told.code());
        var answer = ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
        if (trouble instanceof ErrorResponse known) {
            // Such as Allow for 405, which HTTP asks for.
            answer.headers(headers -> headers.putAll(known.getHeaders()));
        }
        // A browser would keep the password it asks for and send it along with other sites' forms.
        if (status == HttpStatus.UNAUTHORIZED && request.getHeader("Sec-Fetch-Mode") == null) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"An Tin\", charset=\"UTF-8\"");
        }
        return answer.body(problem);
    }

    /** Whether a program asks: an API path, or JSON wanted and no page. */
    static boolean asksForData(HttpServletRequest request) {
        if (path(request).startsWith("/api/")) {
            return true;
        }
        try {
            List<MediaType> wanted = MediaType.parseMediaTypes(request.getHeader(HttpHeaders.ACCEPT));
            return wanted.stream().anyMatch(it -> it.getSubtype().endsWith("json"))
                    && wanted.stream().noneMatch(it -> it.equalsTypeAndSubtype(MediaType.TEXT_HTML));
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }

    /** The path first asked for, also where the container has since turned to its error page. */
    static String path(HttpServletRequest request) {
        Object first = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return first == null ? request.getRequestURI() : first.toString();
    }
}
