package vn.antin.kernel;

import java.util.List;
import java.util.Locale;

/**
 * A request that cannot be carried out, said once where it is found and told to the person at the door it came by.
 * Nothing has been changed when it is thrown, unless the reason's text says so.
 */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Reason reason;
    private final transient List<Object> arguments;

    public Refusal(Reason reason, Object... arguments) {
        super(reason.key());
        this.reason = reason;
        this.arguments = List.of(arguments);
    }

    public Refusal(Reason reason, Throwable cause, Object... arguments) {
        super(reason.key(), cause);
        this.reason = reason;
        this.arguments = List.of(arguments);
    }

    public Reason reason() {
        return reason;
    }

    /** What the message texts name; never a secret, a PIN or the content of a document. */
    public List<Object> arguments() {
        return arguments;
    }

    /**
     * One enumeration a room. Each constant has three Vietnamese texts in {@code i18n/<room>.properties}, under
     * {@code refusal.<room>.<CONSTANT>.what}, {@code .why} and {@code .next}; a test walks them all.
     */
    public interface Reason {
        String name();

        Sort sort();

        /** {@code sign.PIN_INCORRECT}. */
        default String key() {
            String room = getClass().getPackageName();
            return room.substring(room.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT) + "." + name();
        }
    }

    /** What kind of trouble; each door translates it into its own terms (an HTTP status, an exit status). */
    public enum Sort {
        BAD_INPUT,
        NOT_ALLOWED,
        NOT_FOUND,
        CONFLICT,
        TOO_LARGE,
        TOO_OFTEN,
        UNAVAILABLE
    }
}
