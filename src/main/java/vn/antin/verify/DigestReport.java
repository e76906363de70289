package vn.antin.verify;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What can be said of a file that nobody showed us: whether exactly it is in the archive. Its JSON names are a public
 * interface.
 *
 * @param sha256 digest of the whole file, 64 lower-case hexadecimal digits
 * @param known whether exactly that file is an original in the archive
 * @param askedAt when
 * @param register the register's line, when it is known
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record DigestReport(String sha256, boolean known, Instant askedAt, Report.@Nullable Registered register) {}
