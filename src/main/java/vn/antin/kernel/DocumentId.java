package vn.antin.kernel;

import java.util.UUID;

/** Names one document from its first draft to its archived original; never shown to the public. */
public record DocumentId(UUID value) {
    public static DocumentId parse(String text) {
        return new DocumentId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
