package vn.antin.verify;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Digests of what the signatures of one file cover. Each covers from the first byte on, so what one has counted before its
 * gap is where the next begins; no byte before the last gap is counted twice. For one thread.
 */
final class CoveredDigests {
    private final byte[] file;
    private final Map<String, TreeMap<Integer, MessageDigest>> counted = new HashMap<>();

    CoveredDigests(byte[] file) {
        this.file = file;
    }

    byte[] file() {
        return file;
    }

    /**
     * The digest.
     *
     * @param algorithm its object identifier
     * @throws NoSuchAlgorithmException when the platform does not know it
     */
    byte[] of(String algorithm, ByteRangeCheck range) throws GeneralSecurityException {
        var marks = counted.computeIfAbsent(algorithm, it -> new TreeMap<>());
        var before = marks.floorEntry(range.gapFrom());
        int from = before == null ? 0 : before.getKey();
        MessageDigest digest = before == null ? MessageDigest.getInstance(algorithm) : copy(before.getValue());
        digest.update(file, from, range.gapFrom() - from);
        marks.put(range.gapFrom(), copy(digest));
        digest.update(file, range.gapTo(), range.end() - range.gapTo());
        return digest.digest();
    }

    private static MessageDigest copy(MessageDigest it) throws NoSuchAlgorithmException {
        try {
            return (MessageDigest) it.clone();
        } catch (CloneNotSupportedException e) {
            throw new NoSuchAlgorithmException("A digest that cannot be split", e);
        }
    }
}
