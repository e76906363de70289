package vn.antin.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Consumer;
import vn.antin.kernel.Content;
import vn.antin.kernel.Sha256;

/**
 * Where the bytes of the originals lie, each under its digest. Written once, never changed, never removed; a folder
 * keeps this promise, and so does an object store with versions and a lock.
 */
interface Originals {
    /** When this returns the bytes survive a loss of power. Putting the same bytes again changes nothing. */
    void put(Content original) throws IOException;

    /** The bytes as they lie there, unproven; {@link java.nio.file.NoSuchFileException} when there are none. */
    InputStream get(Sha256 digest) throws IOException;

    /** Whether what was found still lies there. */
    boolean exists(Found found);

    /** Everything that lies in the store, in no order, whether or not it belongs there. */
    void list(Consumer<Found> visitor) throws IOException;

    /** Removes what was left behind unfinished. Only while nobody else puts. */
    void sweep() throws IOException;

    /**
     * Something that lies in the store.
     *
     * @param place where, for a person who must go and look
     * @param digest the digest it lies under; empty for what {@link #put} never leaves behind
     */
    record Found(String place, Optional<Sha256> digest) {}
}
