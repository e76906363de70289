package vn.antin.verify;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much one file and one visitor may ask of us.
 *
 * @param largest file
 * @param longest time for one file
 * @param uploads that one network address may send in a minute
 */
@ConfigurationProperties("antin.verify")
record VerificationProperties(
        @DefaultValue("50MB") DataSize largest,
        @DefaultValue("20s") Duration longest,
        @DefaultValue("30") int uploads) {
    VerificationProperties {
        if (largest.toBytes() < 1 || largest.toBytes() > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException("antin.verify.largest must lie between 1 byte and 2 GB");
        }
        if (longest.isNegative() || longest.isZero()) {
            throw new IllegalArgumentException("antin.verify.longest must be some time");
        }
        if (uploads < 1) {
            throw new IllegalArgumentException("antin.verify.uploads must be 1 or more");
        }
    }
}
