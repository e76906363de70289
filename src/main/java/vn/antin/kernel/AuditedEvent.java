package vn.antin.kernel;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Something that happened and must stay on record. Published inside the transaction of the act itself. */
public interface AuditedEvent {
    /** The act, past tense: {@code document.signed}. */
    String act();

    /** What it happened to; absent for an act on no single document, such as opening a book. */
    @Nullable
    DocumentId document();

    /** Who did it: a person's identifier, or {@code system}. */
    String actor();

    /** What else must be known, in the order it is to be read; never a secret, a PIN or the content. */
    Map<String, String> details();
}
