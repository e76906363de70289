package vn.antin.copy;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.antin.kernel.AgencyId;
import vn.antin.kernel.CopyForm;
import vn.antin.kernel.DocumentId;
import vn.antin.kernel.PersonId;
import vn.antin.kernel.Sha256;
import vn.antin.render.PaperCopies;

/**
 * A copy that was made; never changed, never removed. Public because pages read it.
 *
 * @param document of which it is a copy, when that is in the archive
 * @param ofCopy the sao y that it is a sao lục of, when that was made here
 * @param subject what was copied, in words: number, symbol, day, body
 * @param foot where the block of a copy on paper stands
 * @param archival whether the file is PDF/A
 */
public record MadeCopy(
        UUID id,
        CopyForm form,
        Medium medium,
        AgencyId agency,
        @Nullable DocumentId document,
        @Nullable UUID ofCopy,
        String subject,
        PaperCopies.@Nullable Foot foot,
        Sha256 digest,
        long size,
        int pages,
        boolean archival,
        PersonId madeBy,
        Instant madeAt) {
    /** What the copy is on. */
    public enum Medium {
        /** To be printed, signed and sealed by hand. */
        PAPER,
        /** Sealed by the body. */
        ELECTRONIC
    }
}
