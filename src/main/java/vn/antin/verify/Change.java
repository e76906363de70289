package vn.antin.verify;

import java.util.List;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSObjectKey;
import org.jspecify.annotations.Nullable;

/**
 * One difference between two states of a file.
 *
 * @param owner the numbered object in which it stands; absent for the trailer
 * @param path keys, and places in arrays as {@code [n]}, from the owner to the difference
 * @param before absent when something was added
 * @param after absent when something was taken away
 */
record Change(
        @Nullable COSObjectKey owner,
        List<String> path,
        @Nullable COSBase before,
        @Nullable COSBase after) {
    Change {
        path = List.copyOf(path);
    }

    /** Whether the path is exactly that. */
    boolean at(String... keys) {
        return path.equals(List.of(keys));
    }

    boolean added() {
        return before == null;
    }
}
