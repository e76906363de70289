package vn.antin.sign;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import vn.antin.kernel.Refusal;
import vn.antin.sign.remote.CscService;
import vn.antin.sign.remote.Place;
import vn.antin.sign.remote.RemoteService;
import vn.antin.sign.remote.ViettelService;
import vn.antin.sign.remote.VnptService;

/** The settings of remote signing services, judged. */
record RemotePolicy(List<Served> services) {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    /** A service and whom it serves. */
    record Served(RemoteService service, Map<String, String> accounts) {}

    Optional<Served> named(String name) {
        return services.stream().filter(it -> it.service().name().equals(name)).findFirst();
    }

    static RemotePolicy from(RemoteProperties typed, JsonMapper json) {
        var names = new HashSet<String>();
        return new RemotePolicy(typed.services().stream()
                .map(it -> {
                    String name = Objects.requireNonNullElse(it.name(), "");
                    if (!name.matches("[a-z0-9-]{1,30}") || !names.add(name)) {
                        throw wrong("antin.sign.remote.services.name");
                    }
                    if (it.timeout().toMillis() < 100 || it.timeout().compareTo(Duration.ofMinutes(1)) > 0) {
                        throw wrong("antin.sign.remote.services.timeout");
                    }
                    var place = new Place(
                            name,
                            Objects.requireNonNullElse(it.title(), name),
                            address(it.address()),
                            it.clientId(),
                            secret(it.secretFile()),
                            it.timeout());
                    RemoteService service = switch (it.kind()) {
                        case CSC_V2 -> new CscService(place, CscService.Edition.V2, json);
                        case CSC_V1 -> new CscService(place, CscService.Edition.V1, json);
                        case VNPT -> new VnptService(place, it.hexadecimal(), json);
                        case VIETTEL -> new ViettelService(place, json);
                    };
                    return new Served(service, Map.copyOf(it.accounts()));
                })
                .toList());
    }

    private static URI address(@Nullable String typed) {
        try {
            var address = new URI(Objects.requireNonNullElse(typed, "").strip());
            boolean sealed = "https".equals(address.getScheme());
            boolean here = "http".equals(address.getScheme())
                    && address.getHost() != null
                    && THIS_MACHINE.contains(address.getHost());
            if (address.getHost() == null || !(sealed || here) || address.getUserInfo() != null) {
                throw wrong("antin.sign.remote.services.address");
            }
            return address;
        } catch (URISyntaxException e) {
            throw new Refusal(SignReason.SETTING_WRONG, e, "antin.sign.remote.services.address");
        }
    }

    private static String secret(@Nullable String file) {
        if (file == null || file.isBlank()) {
            return "";
        }
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException e) {
            throw new Refusal(SignReason.SETTING_WRONG, e, "antin.sign.remote.services.secret-file");
        }
    }

    private static Refusal wrong(String setting) {
        return new Refusal(SignReason.SETTING_WRONG, setting);
    }
}
