package vn.antin.archive;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When originals are renewed.
 *
 * @param before how long before its newest time-stamp stops proving a document is renewed
 * @param patience for one time-stamp, all authorities and attempts together; nobody waits for it
 * @param pause after a failure, before the same document is tried again
 */
@ConfigurationProperties("antin.archive.renewal")
record RenewalProperties(
        @DefaultValue("180d") Duration before,
        @DefaultValue("5m") Duration patience,
        @DefaultValue("20h") Duration pause) {}
