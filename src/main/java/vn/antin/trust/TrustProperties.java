package vn.antin.trust;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the operator typed; {@link TrustPolicy} judges it.
 *
 * @param anchors folder of PEM certificates: self-signed ones are trusted, others only help to build paths
 * @param timestampUrl where the time-stamping authority answers (RFC 3161, 3.4), {@code http://…} or {@code https://…}
 * @param timestampTimeout how long one answer may take; one authority in use was measured at up to 131 s
 * @param timestampPatience how long a person waits for a time-stamp, all authorities and attempts together
 * @param revocationTimeout how long one answer about revocation may take
 * @param revocationHosts hosts that may be asked about revocation, beside those of the trust data
 */
@ConfigurationProperties("antin.trust")
record TrustProperties(
        @Nullable String anchors,
        @Nullable String timestampUrl,
        @DefaultValue("30s") Duration timestampTimeout,
        @DefaultValue("40s") Duration timestampPatience,
        @DefaultValue("10s") Duration revocationTimeout,
        @DefaultValue List<String> revocationHosts) {}
