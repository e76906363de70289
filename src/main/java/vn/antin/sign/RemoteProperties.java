package vn.antin.sign;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** What the operator typed of remote signing services; {@link RemotePolicy} judges it. */
@ConfigurationProperties("antin.sign.remote")
record RemoteProperties(@DefaultValue List<TypedService> services) {
    /**
     * @param name short, of small letters, digits and hyphens
     * @param title what people read
     * @param address {@code https://…}; {@code http} only to this machine
     * @param secretFile file with the secret of this installation
     * @param timeout of one answer
     * @param hexadecimal VNPT: how the digest is written
     * @param accounts person → account at the service
     */
    record TypedService(
            @Nullable String name,
            @Nullable String title,
            @DefaultValue("CSC_V2") Kind kind,
            @Nullable String address,
            @DefaultValue("") String clientId,
            @Nullable String secretFile,
            @DefaultValue("10s") Duration timeout,
            @DefaultValue("false") boolean hexadecimal,
            @DefaultValue Map<String, String> accounts) {}

    /** What is spoken there. */
    enum Kind {
        CSC_V2,
        CSC_V1,
        VNPT,
        VIETTEL
    }
}
