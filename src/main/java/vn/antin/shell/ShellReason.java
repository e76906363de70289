package vn.antin.shell;

import org.springframework.http.HttpStatus;
import vn.antin.kernel.Refusal;

/** Why the front door itself refuses, before any room has been asked. */
enum ShellReason implements Refusal.Reason {
    SIGN_IN_NEEDED(Refusal.Sort.NOT_ALLOWED, HttpStatus.UNAUTHORIZED),
    SIGN_IN_REFUSED(Refusal.Sort.NOT_ALLOWED, HttpStatus.UNAUTHORIZED),
    TOO_MANY_ATTEMPTS(Refusal.Sort.NOT_ALLOWED, HttpStatus.TOO_MANY_REQUESTS),
    NOT_YOURS(Refusal.Sort.NOT_ALLOWED, HttpStatus.FORBIDDEN),
    FORM_EXPIRED(Refusal.Sort.NOT_ALLOWED, HttpStatus.FORBIDDEN),
    NO_SUCH_PAGE(Refusal.Sort.NOT_FOUND, HttpStatus.NOT_FOUND),
    WRONG_METHOD(Refusal.Sort.BAD_INPUT, HttpStatus.METHOD_NOT_ALLOWED),
    NOT_UNDERSTOOD(Refusal.Sort.BAD_INPUT, HttpStatus.BAD_REQUEST),
    WRONG_WORDS(Refusal.Sort.BAD_INPUT, HttpStatus.BAD_REQUEST),
    WRONG_FORMAT(Refusal.Sort.BAD_INPUT, HttpStatus.UNSUPPORTED_MEDIA_TYPE),
    UPLOAD_TOO_LARGE(Refusal.Sort.TOO_LARGE, HttpStatus.CONTENT_TOO_LARGE),
    PORT_TAKEN(Refusal.Sort.CONFLICT, HttpStatus.CONFLICT),
    HOME_UNUSABLE(Refusal.Sort.UNAVAILABLE, HttpStatus.SERVICE_UNAVAILABLE),
    STORAGE_FAILED(Refusal.Sort.UNAVAILABLE, HttpStatus.INSUFFICIENT_STORAGE),
    BUSY(Refusal.Sort.UNAVAILABLE, HttpStatus.SERVICE_UNAVAILABLE),
    UNEXPECTED(Refusal.Sort.UNAVAILABLE, HttpStatus.INTERNAL_SERVER_ERROR);

    private final Refusal.Sort sort;
    private final HttpStatus status;

    ShellReason(Refusal.Sort sort, HttpStatus status) {
        this.sort = sort;
        this.status = status;
    }

    @Override
    public Refusal.Sort sort() {
        return sort;
    }

    /** What HTTP calls it (RFC 9110, clause 15). */
    static HttpStatus statusOf(Refusal.Reason reason) {
        if (reason instanceof ShellReason own) {
            return own.status;
        }
        return switch (reason.sort()) {
            case BAD_INPUT -> HttpStatus.BAD_REQUEST;
            case NOT_ALLOWED -> HttpStatus.FORBIDDEN;
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case CONFLICT -> HttpStatus.CONFLICT;
            case TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
            case TOO_OFTEN -> HttpStatus.TOO_MANY_REQUESTS;
            case UNAVAILABLE -> HttpStatus.SERVICE_UNAVAILABLE;
        };
    }

    /** The reason that stands for a bare HTTP status. */
    static ShellReason of(int status) {
        return switch (status) {
            case 400 -> NOT_UNDERSTOOD;
            case 401 -> SIGN_IN_NEEDED;
            case 403 -> NOT_YOURS;
            case 404 -> NO_SUCH_PAGE;
            case 405 -> WRONG_METHOD;
            case 406, 415 -> WRONG_FORMAT;
            case 413 -> UPLOAD_TOO_LARGE;
            case 429 -> TOO_MANY_ATTEMPTS;
            case 503 -> BUSY;
            default -> status >= 500 ? UNEXPECTED : NOT_UNDERSTOOD;
        };
    }
}
