package vn.antin.verify;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What can be said of a file that nobody showed us: whether exactly it is in the archive, and whether its signatures
 * belong to what their digests stand for. Its JSON names are a public interface.
 *
 * @param sha256 digest of the whole file, 64 lower-case hexadecimal digits
 * @param known whether exactly that file is an original in the archive
 * @param askedAt when
 * @param register the register's line, when it is known
 * @param signatures those that were handed over
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record DigestReport(
        String sha256,
        boolean known,
        Instant askedAt,
        Report.@Nullable Registered register,
        List<Signature> signatures) {
    public DigestReport {
        signatures = List.copyOf(signatures);
    }

    /**
     * The signature by itself. Whether it covers the file, and whether the file was changed after, is not known.
     *
     * @param indication main indication (ETSI EN 319 102-1, 5.1.3) of the signature, not of any file
     * @param signingTime the earliest time proved by a trusted time-stamp, else the signer's own claim
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Signature(
            @Nullable String field,
            Report.Indication indication,
            @Nullable String subIndication,
            @Nullable String signer,
            @Nullable String title,
            @Nullable String organisation,
            @Nullable String issuer,
            @Nullable Instant signingTime,
            boolean timeProved,
            List<Report.Remark> remarks) {
        public Signature {
            remarks = List.copyOf(remarks);
        }
    }
}
