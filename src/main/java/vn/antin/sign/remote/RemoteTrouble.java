package vn.antin.sign.remote;

import org.jspecify.annotations.Nullable;

/** What a remote service would not or could not do. The message is for the log: no names, no secrets. */
public final class RemoteTrouble extends Exception {
    private static final long serialVersionUID = 1L;

    /** What to make of it. */
    public enum Kind {
        /** No answer, or none that can be understood: worth asking again. */
        UNAVAILABLE,
        /** The service understood and says no. */
        REFUSED,
        NO_CREDENTIAL
    }

    private final Kind kind;

    RemoteTrouble(Kind kind, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    RemoteTrouble(Kind kind, String message) {
        this(kind, message, null);
    }

    public Kind kind() {
        return kind;
    }
}
