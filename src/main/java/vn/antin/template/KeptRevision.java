package vn.antin.template;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.antin.kernel.AgencyId;
import vn.antin.kernel.Sha256;

/**
 * One line of a template's history. The same text may stand in it more than once: whoever goes back to an older one
 * adds a line.
 *
 * @param id grows with time
 * @param agency whose it is; null for a template that came with the installation
 * @param parent what it was made from
 * @param author a person's identifier, or {@code system}
 * @param note what its author or publisher said of it; may be empty
 * @param publishedBy who put it in force, and when; null for a draft
 */
public record KeptRevision(
        long id,
        String name,
        @Nullable AgencyId agency,
        Sha256 digest,
        @Nullable Sha256 parent,
        String author,
        Instant savedAt,
        String note,
        State state,
        @Nullable String publishedBy,
        @Nullable Instant publishedAt) {

    /** A draft is published at most once, and what is published is retired at most once. */
    public enum State {
        /** Never in force. */
        DRAFT,
        /** In force: new documents are written with it. */
        PUBLISHED,
        /** Was in force; documents written with it keep it. */
        RETIRED
    }
}
