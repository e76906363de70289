package vn.antin.sign;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the operator typed; {@link SigningPolicy} judges it.
 *
 * @param keys folder of PKCS#12 files, {@code <person or body>.p12}
 * @param pinAttempts wrong PINs in a row before a key is locked for a while
 * @param pinPause for how long
 * @param level of PAdES for what is issued: {@code B_B}, {@code B_T}, {@code B_LT} or {@code B_LTA}
 */
@ConfigurationProperties("antin.sign")
record SigningProperties(
        @Nullable String keys,
        @DefaultValue("5") int pinAttempts,
        @DefaultValue("5m") Duration pinPause,
        @DefaultValue("B_T") SignatureLevel level) {}
