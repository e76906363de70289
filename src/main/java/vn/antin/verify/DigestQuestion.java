package vn.antin.verify;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a file that must not leave its office. Its JSON names are a public interface.
 *
 * @param sha256 digest of the whole file, 64 hexadecimal digits
 * @param signatures what its signatures can be judged by without the file
 */
public record DigestQuestion(String sha256, @Nullable List<Handed> signatures) {
    /**
     * One signature.
     *
     * @param field name of its form field; only repeated
     * @param algorithm of the digest, {@code SHA-256}, {@code SHA-384} or {@code SHA-512}
     * @param digest of all bytes that the ByteRange names, in their order; hexadecimal
     * @param cms what stands in {@code Contents} (RFC 5652, DER), in base 64
     * @param subFilter the form of the signature (ISO 32000-2, table 260); absent: it is held to the strictest
     */
    public record Handed(
            @Nullable String field,

            @Schema(allowableValues = {"SHA-256", "SHA-384", "SHA-512"})
            String algorithm,

            String digest,
            String cms,
            @Nullable String subFilter) {}
}
