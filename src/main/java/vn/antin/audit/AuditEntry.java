package vn.antin.audit;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import vn.antin.kernel.Sha256;

/**
 * One line of the audit trail.
 *
 * @param sequence place in the chain, from 1, without gaps
 * @param at microseconds since 1970-01-01T00:00Z
 * @param details JSON object, in the order it is to be read; the digest covers it letter by letter
 * @param previous digest of the line before, 64 zeros for the first
 */
record AuditEntry(
        long sequence,
        long at,
        String actor,
        String act,
        @Nullable String document,
        String details,
        String previous) {
    static final String BEFORE_THE_FIRST = "0".repeat(64);

    private static final String FORM = "antin-audit-1";

    /**
     * SHA-256 over the written form: the words {@code antin-audit-1}, sequence, at, actor, act, document (an equals sign
     * and its identifier; nothing at all when there is none), details, previous, in this order, each as a netstring: length in bytes of its UTF-8 in decimal digits,
     * a colon, the bytes, a comma. No two different entries have the same written form.
     */
    String hash() {
        var written = new ByteArrayOutputStream();
        for (String word : new String[] {
            FORM,
            Long.toString(sequence),
            Long.toString(at),
            actor,
            act,
            document == null ? "" : "=" + document,
            details,
            previous
        }) {
            byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
            written.writeBytes((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
            written.writeBytes(bytes);
            written.write(',');
        }
        return Sha256.of(written.toByteArray()).hex();
    }
}
