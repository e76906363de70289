package vn.antin.sign;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** What the operator typed of tokens; {@link TokenPolicy} judges it. */
@ConfigurationProperties("antin.sign.pkcs11")
record TokenProperties(@DefaultValue List<TypedToken> tokens) {
    /**
     * @param module the driver's file, such as {@code /usr/lib/softhsm/libsofthsm2.so}
     * @param label of the token
     * @param keys person or body → label of the certificate, or its serial number in hexadecimal
     */
    record TypedToken(
            @Nullable String module,
            @Nullable String label,
            @DefaultValue Map<String, String> keys) {}
}
