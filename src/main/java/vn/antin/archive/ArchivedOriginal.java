package vn.antin.archive;

import java.time.Instant;
import vn.antin.kernel.Sha256;
import vn.antin.register.RegisterEntry;

/**
 * An original (bản gốc) in the archive.
 *
 * @param sequence place in the archive's order, from 1, without gaps
 * @param size bytes
 */
public record ArchivedOriginal(long sequence, Sha256 digest, long size, Instant archivedAt, RegisterEntry entry) {}
