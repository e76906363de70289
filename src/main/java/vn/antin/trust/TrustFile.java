package vn.antin.trust;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.antin.kernel.Refusal;

/** Reads trust data (JSON by {@code trust.schema.json}) and tells everything that is wrong with a file at once. */
final class TrustFile {
    /** Some hundred certificates. */
    static final int LARGEST = 4 << 20;

    private static final int MOST_TOLD = 20;
    private static final Duration USUAL_LIMIT = Duration.ofSeconds(30);
    private static final int USUAL_ATTEMPTS = 2;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(
                    SpecificationVersion.DRAFT_2020_12,
                    it -> it.schemaRegistryConfig(SchemaRegistryConfig.builder()
                            .formatAssertionsEnabled(true)
                            .build()))
            .getSchema(text("trust.schema.json"));

    private final List<String> wrong = new ArrayList<>();

    private TrustFile() {}

    /** What the program itself comes with: no anchors, and the algorithm limits of ETSI TS 119 312. */
    static byte[] usual() {
        return text("default.json").getBytes(StandardCharsets.UTF_8);
    }

    /** @throws Refusal {@link TrustReason#DATA_WRONG} with every place and what is wrong there */
    static TrustData parse(byte[] file) {
        if (file.length > LARGEST) {
            throw new Refusal(TrustReason.DATA_WRONG, "– > 4 MB");
        }
        JsonNode json;
        try {
            json = JSON.readTree(file);
        } catch (JacksonException e) {
            var place = e.getLocation();
            throw new Refusal(
                    TrustReason.DATA_WRONG,
                    e,
                    place == null ? "– JSON" : "– JSON, dòng " + place.getLineNr() + ", cột " + place.getColumnNr());
        }
        return new TrustFile().read(json);
    }

    private TrustData read(JsonNode json) {
        for (Error it : SCHEMA.validate(json)) {
            wrong.add(it.getInstanceLocation() + " (" + it.getKeyword() + ")");
        }
        stopWhenWrong();
        var anchors = new ArrayList<TrustView.Anchor>();
        for (int i = 0; i < json.path("anchors").size(); i++) {
            JsonNode it = json.path("anchors").get(i);
            String place = "/anchors/" + i;
            X509Certificate certificate = certificate(it.path("certificate"), place);
            var kinds = EnumSet.noneOf(SignatureKind.class);
            it.path("kinds").forEach(kind -> kinds.add(SignatureKind.valueOf(kind.asString())));
            if (certificate != null) {
                if (certificate.getBasicConstraints() < 0) {
                    wrong.add(place + "/certificate (basicConstraints)");
                }
                anchors.add(new TrustView.Anchor(it.path("name").asString(), certificate, kinds, days(it)));
            }
            ordered(it, place);
        }
        var intermediates = new ArrayList<X509Certificate>();
        for (int i = 0; i < json.path("intermediates").size(); i++) {
            X509Certificate it = certificate(json.path("intermediates").get(i), "/intermediates/" + i);
            if (it != null) {
                intermediates.add(it);
            }
        }
        var data = new TrustData(
                json.path("version").asString(),
                json.path("note").asString(),
                anchors,
                intermediates,
                places(json.path("timestampAuthorities")),
                limits(json.path("algorithms")),
                hosts(json.path("hosts")),
                constraints(json.path("constraints")));
        stopWhenWrong();
        return data;
    }

    private List<TimestampPlace> places(JsonNode list) {
        var places = new ArrayList<TimestampPlace>();
        for (int i = 0; i < list.size(); i++) {
            JsonNode it = list.get(i);
            String place = "/timestampAuthorities/" + i;
            ordered(it, place);
            Optional<X509Certificate> certificate = it.has("certificate")
                    ? Optional.ofNullable(certificate(it.path("certificate"), place))
                    : Optional.empty();
            try {
                places.add(new TimestampPlace(
                        it.path("name").asString(),
                        URI.create(it.path("address").asString()),
                        certificate,
                        day(it, "from"),
                        day(it, "until"),
                        it.has("limitSeconds")
                                ? Duration.ofSeconds(it.path("limitSeconds").asInt())
                                : USUAL_LIMIT,
                        it.path("attempts").asInt(USUAL_ATTEMPTS)));
            } catch (IllegalArgumentException e) {
                wrong.add(place + "/address");
            }
        }
        return places;
    }

    private List<AlgorithmLimit> limits(JsonNode list) {
        var limits = new ArrayList<AlgorithmLimit>();
        var seen = new HashSet<String>();
        for (int i = 0; i < list.size(); i++) {
            JsonNode it = list.get(i);
            var limit = new AlgorithmLimit(
                    it.path("algorithm").asString(),
                    it.path("bits").asInt(0),
                    day(it, "until"),
                    it.path("source").asString());
            boolean key = Set.of("RSA", "DSA", "ECDSA").contains(limit.algorithm());
            if (key == (limit.bits() == 0)) {
                wrong.add("/algorithms/" + i + "/bits");
            }
            if (!seen.add(limit.name())) {
                wrong.add("/algorithms/" + i + " (" + limit.name() + ")");
            }
            limits.add(limit);
        }
        return limits;
    }

    private static Set<String> hosts(JsonNode list) {
        var hosts = new HashSet<String>();
        list.forEach(it -> hosts.add(it.asString()));
        return hosts;
    }

    /** Of a kind either what it must have always, or a list, each in its days. */
    private Map<SignatureKind, List<TrustView.Constraint>> constraints(JsonNode object) {
        var constraints = new EnumMap<SignatureKind, List<TrustView.Constraint>>(SignatureKind.class);
        object.properties().forEach(kind -> {
            String place = "/constraints/" + kind.getKey();
            JsonNode said = kind.getValue();
            var all = new ArrayList<TrustView.Constraint>();
            for (JsonNode it : said.isArray() ? said : List.of(said)) {
                ordered(it, place);
                all.add(constraint(it));
            }
            constraints.put(SignatureKind.valueOf(kind.getKey()), all);
        });
        return constraints;
    }

    private static TrustView.Constraint constraint(JsonNode it) {
        var keys = new HashMap<String, Integer>();
        it.path("keys")
                .properties()
                .forEach(key -> keys.put(key.getKey(), key.getValue().asInt()));
        var policies = new HashSet<String>();
        it.path("policies").forEach(policy -> policies.add(policy.asString()));
        var uses = EnumSet.noneOf(TrustView.KeyUse.class);
        it.path("keyUsage")
                .forEach(use -> uses.add(
                        switch (use.asString()) {
                            case "digitalSignature" -> TrustView.KeyUse.DIGITAL_SIGNATURE;
                            default -> TrustView.KeyUse.NON_REPUDIATION;
                        }));
        return new TrustView.Constraint(
                days(it),
                it.path("revocation").asBoolean(),
                it.path("timestamp").asBoolean(),
                keys,
                policies,
                uses);
    }

    private @Nullable X509Certificate certificate(JsonNode node, String place) {
        String text = node.asString().strip();
        try {
            byte[] bytes = text.startsWith("-----BEGIN")
                    ? text.getBytes(StandardCharsets.US_ASCII)
                    : Base64.getMimeDecoder().decode(text);
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(bytes));
        } catch (CertificateException | IllegalArgumentException e) {
            wrong.add(place + (place.startsWith("/intermediates") ? "" : "/certificate"));
            return null;
        }
    }

    private static @Nullable LocalDate day(JsonNode it, String key) {
        return it.has(key) ? LocalDate.parse(it.path(key).asString()) : null;
    }

    private static TrustView.Days days(JsonNode it) {
        return new TrustView.Days(day(it, "from"), day(it, "until"));
    }

    private void ordered(JsonNode it, String place) {
        LocalDate from = day(it, "from");
        LocalDate until = day(it, "until");
        if (from != null && until != null && until.isBefore(from)) {
            wrong.add(place + " (from > until)");
        }
    }

    private void stopWhenWrong() {
        if (!wrong.isEmpty()) {
            String more = wrong.size() > MOST_TOLD ? " …" : "";
            throw new Refusal(
                    TrustReason.DATA_WRONG,
                    String.join("; ", wrong.subList(0, Math.min(MOST_TOLD, wrong.size()))) + more);
        }
    }

    private static String text(String name) {
        try (InputStream stream = TrustFile.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("The jar lacks " + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("The jar cannot be read", e);
        }
    }
}
