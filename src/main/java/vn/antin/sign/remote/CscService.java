package vn.antin.sign.remote;

import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.antin.kernel.Sha256;

/**
 * A service that speaks the API of the Cloud Signature Consortium, version 2.0 (2.1 is the same here) or 1.0.4.2. What a
 * service can do is taken from what it says of itself; a SAD (the leave to sign) is never kept.
 */
public final class CscService implements RemoteService {
    private static final String SHA_256 = "2.16.840.1.101.3.4.2.1";
    private static final String RSA_SHA_256 = "1.2.840.113549.1.1.11";
    private static final String RSA = "1.2.840.113549.1.1.1";
    private static final String ECDSA_SHA_256 = "1.2.840.10045.4.3.2";
    private static final String AUTHORIZING = "authorizing ";
    private static final String SIGNING = "signing ";
    private static final String EXTEND = "credentials/extendTransaction";
    /** Whatever services take at once; the address of a page must hold them too. */
    private static final int AT_ONCE = 50;

    /** Which edition of the API. */
    public enum Edition {
        V1,
        V2
    }

    private final Place place;
    private final Edition edition;
    private final BoundedJson http;
    private final CscTokens tokens;
    private volatile @Nullable String token;
    private volatile Set<String> methods = Set.of();

    public CscService(Place place, Edition edition, JsonMapper json) {
        this.place = place;
        this.edition = edition;
        this.http = new BoundedJson(place.address(), place.patience(), json);
        this.tokens = new CscTokens(place);
    }

    @Override
    public String name() {
        return place.name();
    }

    @Override
    public String title() {
        return place.title();
    }

    /** @param account {@code user}, or {@code user#credential} where the user has several */
    @Override
    public Credential credential(String account) throws RemoteTrouble {
        requireMethods();
        int mark = account.indexOf('#');
        var ids = new ArrayList<String>();
        if (mark >= 0) {
            ids.add(account.substring(mark + 1));
        } else {
            for (JsonNode it : required(ask("/credentials/list", Map.of("userID", account)), "credentials/list")
                    .body()
                    .path("credentialIDs")) {
                ids.add(it.asString(""));
            }
        }
        for (String id : ids.subList(0, Math.min(ids.size(), 16))) {
            var info = required(
                    ask(
                            "/credentials/info",
                            Map.of("credentialID", id, "certificates", "chain", "certInfo", true, "authInfo", true)),
                    "credentials/info");
            String status = info.body().path("cert").path("status").asString("valid");
            if (info.body().path("key").path("status").asString("").equals("enabled") && status.equals("valid")) {
                List<String> written = new ArrayList<>();
                info.body().path("cert").path("certificates").forEach(it -> written.add(it.asString("")));
                List<X509Certificate> chain = Certificates.read(written);
                if (!chain.isEmpty()) {
                    return new Credential(
                            id + " " + algorithm(info.body(), chain.getFirst()),
                            chain,
                            edition == Edition.V1
                                    ? CscNeeds.firstEdition(info.body(), methods)
                                    : CscNeeds.secondEdition(info.body().path("auth"), methods),
                            Math.max(1, info.body().path("multisign").asInt(Integer.MAX_VALUE)));
                }
            }
        }
        throw new RemoteTrouble(RemoteTrouble.Kind.NO_CREDENTIAL, "No credential can be used");
    }

    private void requireMethods() throws RemoteTrouble {
        // The one question that needs no token (CSC 2.0, 11.1).
        var info = required(http.post("/info", Map.of("lang", "vi-VN"), it -> {}), "info");
        var told = new HashSet<String>();
        info.body().path("methods").forEach(it -> told.add(it.asString("")));
        methods = Set.copyOf(told);
        if (!told.containsAll(List.of("credentials/info", "signatures/signHash"))) {
            throw new RemoteTrouble(RemoteTrouble.Kind.REFUSED, "The service has not the methods to sign digests");
        }
    }

    private static String algorithm(JsonNode info, X509Certificate certificate) {
        if (!(certificate.getPublicKey() instanceof RSAPublicKey)) {
            return ECDSA_SHA_256;
        }
        for (JsonNode it : info.path("key").path("algo")) {
            if (it.asString("").equals(RSA_SHA_256)) {
                return RSA_SHA_256;
            }
        }
        return RSA;
    }

    @Override
    public Step start(Credential credential, List<Sha256> digests, UUID act, String words, Leave leave)
            throws RemoteTrouble {
        if (leave instanceof Leave.Code code) {
            return signedBy(credential, digests, code);
        }
        var question = new LinkedHashMap<String, Object>();
        question.put("credentialID", id(credential));
        question.put("numSignatures", digests.size());
        question.put(hashes(), base64(first(digests)));
        if (edition == Edition.V2) {
            question.put("hashAlgorithmOID", SHA_256);
        }
        question.put("description", words);
        question.put("clientData", act.toString());
        if (leave instanceof Leave.Factors it) {
            put(question, credential.needs(), it);
        }
        return authorized(credential, digests, ask("/credentials/authorize", question));
    }

    private Step signedBy(Credential credential, List<Sha256> digests, Leave.Code code) throws RemoteTrouble {
        String sad;
        try {
            sad = tokens.sad(code);
        } catch (RemoteTrouble e) {
            if (e.kind() == RemoteTrouble.Kind.REFUSED) {
                // A code that was used or has expired, or another's: the service gives no leave.
                return new Step.Rejected();
            }
            throw e;
        }
        return sign(credential, digests, sad);
    }

    private void put(Map<String, Object> question, Needs needs, Leave.Factors brought) {
        var data = new ArrayList<Map<String, String>>();
        if (needs.pin() != null && brought.pin() != null) {
            data.add(Map.of("id", needs.pin(), "value", brought.pin()));
        }
        if (needs.otp() != null && brought.otp() != null) {
            data.add(Map.of("id", needs.otp(), "value", brought.otp()));
        }
        if (edition == Edition.V2) {
            question.put("authData", data);
        } else {
            data.forEach(it -> question.put(it.get("id"), it.get("value")));
        }
    }

    @Override
    public void challenge(Credential credential) throws RemoteTrouble {
        if (methods.isEmpty()) {
            requireMethods();
        }
        // 2.0 gave it another name.
        String method =
                methods.contains("credentials/getChallenge") ? "credentials/getChallenge" : "credentials/sendOTP";
        required(ask("/" + method, Map.of("credentialID", id(credential))), method);
    }

    /** The leave that the browser fetches: the same as {@code credentials/authorize} asks for (CSC 2.0, 8.3.2). */
    @Override
    public OAuth2AuthorizationRequest page(
            Credential credential, List<Sha256> digests, String words, String state, String back) throws RemoteTrouble {
        if (methods.isEmpty()) {
            requireMethods();
        }
        var wanted = new LinkedHashMap<String, Object>();
        wanted.put("credentialID", id(credential));
        wanted.put("numSignatures", String.valueOf(digests.size()));
        wanted.put(
                hashes(),
                first(digests).stream()
                        .map(it -> Base64.getUrlEncoder().withoutPadding().encodeToString(it.bytes()))
                        .collect(Collectors.joining(",")));
        if (edition == Edition.V2) {
            wanted.put("hashAlgorithmOID", SHA_256);
        }
        wanted.put("description", words);
        return tokens.page(wanted, state, back);
    }

    /** Leave is asked for these, and widened afterwards where the service knows how. */
    private List<Sha256> first(List<Sha256> digests) {
        return methods.contains(EXTEND) ? digests.subList(0, Math.min(AT_ONCE, digests.size())) : digests;
    }

    private String hashes() {
        return edition == Edition.V1 ? "hash" : "hashes";
    }

    @Override
    public Step ask(Credential credential, List<Sha256> digests, String progress) throws RemoteTrouble {
        if (progress.startsWith(AUTHORIZING)) {
            return authorized(
                    credential,
                    digests,
                    ask("/credentials/authorizeCheck", Map.of("handle", progress.substring(AUTHORIZING.length()))));
        }
        return signed(ask("/signatures/signPolling", Map.of("responseID", progress.substring(SIGNING.length()))));
    }

    private Step authorized(Credential credential, List<Sha256> digests, BoundedJson.Answer answer)
            throws RemoteTrouble {
        if (!answer.ok()) {
            return ended(answer, "credentials/authorize");
        }
        if (!answer.text("SAD").isEmpty()) {
            return sign(credential, digests, answer.text("SAD"));
        }
        if (answer.status() == 202 && !answer.text("handle").isEmpty()) {
            return new Step.Waiting(AUTHORIZING + answer.text("handle"));
        }
        throw new RemoteTrouble(RemoteTrouble.Kind.UNAVAILABLE, "credentials/authorize gave neither SAD nor handle");
    }

    private Step sign(Credential credential, List<Sha256> digests, String sad) throws RemoteTrouble {
        List<Sha256> part = first(digests);
        Step step = signPart(credential, part, sad);
        if (part.size() == digests.size() || !(step instanceof Step.Done begun)) {
            return step;
        }
        var values = new ArrayList<>(begun.values());
        String held = sad;
        for (int from = part.size(); from < digests.size(); from += AT_ONCE) {
            part = digests.subList(from, Math.min(from + AT_ONCE, digests.size()));
            try {
                held = extended(credential, part, held);
                if (!(signPart(credential, part, held) instanceof Step.Done more)) {
                    break;
                }
                values.addAll(more.values());
            } catch (RemoteTrouble e) {
                // What is signed stays signed; whoever asked finds out which have no value.
                break;
            }
        }
        return new Step.Done(values);
    }

    /** The next leave of the same act (CSC 2.0, 11.9); the one before is used up. */
    private String extended(Credential credential, List<Sha256> digests, String sad) throws RemoteTrouble {
        var answer = required(
                ask("/" + EXTEND, Map.of("credentialID", id(credential), hashes(), base64(digests), "SAD", sad)),
                EXTEND);
        if (answer.text("SAD").isEmpty()) {
            throw new RemoteTrouble(RemoteTrouble.Kind.UNAVAILABLE, EXTEND + " gave no SAD");
        }
        return answer.text("SAD");
    }

    private Step signPart(Credential credential, List<Sha256> digests, String sad) throws RemoteTrouble {
        String algorithm = credential.id().substring(credential.id().lastIndexOf(' ') + 1);
        var question = new LinkedHashMap<String, Object>();
        question.put("credentialID", id(credential));
        question.put("SAD", sad);
        question.put(hashes(), base64(digests));
        question.put(edition == Edition.V1 ? "hashAlgo" : "hashAlgorithmOID", SHA_256);
        question.put("signAlgo", algorithm);
        return signed(ask("/signatures/signHash", question));
    }

    private static Step signed(BoundedJson.Answer answer) throws RemoteTrouble {
        if (!answer.ok()) {
            return ended(answer, "signatures/signHash");
        }
        if (answer.body().path("signatures").isArray()) {
            var values = new ArrayList<byte[]>();
            for (JsonNode it : answer.body().path("signatures")) {
                try {
                    values.add(Base64.getMimeDecoder().decode(it.asString("")));
                } catch (IllegalArgumentException e) {
                    // One that is no value at all is as good as missing, and spoils no other.
                    values.add(new byte[0]);
                }
            }
            return new Step.Done(values);
        }
        if (!answer.text("responseID").isEmpty()) {
            return new Step.Waiting(SIGNING + answer.text("responseID"));
        }
        throw new RemoteTrouble(RemoteTrouble.Kind.UNAVAILABLE, "signatures/signHash gave neither values nor a name");
    }

    /** What a refusal of the service means (CSC 2.0, 10.1 and the tables of each method). */
    private static Step ended(BoundedJson.Answer answer, String method) throws RemoteTrouble {
        String error = answer.text("error");
        String words = answer.text("error_description").toLowerCase(java.util.Locale.ROOT);
        if (words.contains("locked") || error.contains("locked")) {
            return new Step.Locked();
        }
        if (error.equals("invalid_otp")) {
            return new Step.Wrong(Factor.OTP);
        }
        if (error.equals("invalid_pin") || error.equals("invalid_authentication_data")) {
            return new Step.Wrong(Factor.PIN);
        }
        if (error.equals("timeout") || words.contains("expired")) {
            return new Step.Expired();
        }
        if (error.equals("access_denied") || error.equals("authorization_denied") || error.equals("user_rejected")) {
            return new Step.Rejected();
        }
        throw new RemoteTrouble(
                RemoteTrouble.Kind.REFUSED, method + " answered HTTP " + answer.status() + " " + known(error));
    }

    /** Nothing of the service's own choosing goes into our log but words of the standard's form. */
    static String known(String error) {
        return error.matches("[a-z_]{1,40}") ? error : "?";
    }

    private static BoundedJson.Answer required(BoundedJson.Answer answer, String method) throws RemoteTrouble {
        if (!answer.ok()) {
            throw new RemoteTrouble(RemoteTrouble.Kind.REFUSED, method + " answered HTTP " + answer.status());
        }
        return answer;
    }

    private BoundedJson.Answer ask(String path, Object question) throws RemoteTrouble {
        String held = token;
        if (held != null) {
            BoundedJson.Answer answer = http.post(path, question, bearer(held));
            if (answer.status() != 401) {
                return answer;
            }
        }
        String fresh = login();
        token = fresh;
        return http.post(path, question, bearer(fresh));
    }

    private String login() throws RemoteTrouble {
        if (edition == Edition.V2) {
            return tokens.service();
        }
        String basic = Base64.getEncoder()
                .encodeToString((place.clientId() + ":" + place.secret()).getBytes(StandardCharsets.UTF_8));
        BoundedJson.Answer answer =
                http.post("/auth/login", Map.of("rememberMe", false), it -> it.set("Authorization", "Basic " + basic));
        String given = answer.text("access_token");
        if (!answer.ok() || given.isEmpty()) {
            throw new RemoteTrouble(RemoteTrouble.Kind.REFUSED, "The service does not let this installation in");
        }
        return given;
    }

    private static java.util.function.Consumer<HttpHeaders> bearer(String token) {
        return it -> it.setBearerAuth(token);
    }

    private static String id(Credential credential) {
        return credential.id().substring(0, credential.id().lastIndexOf(' '));
    }

    private static List<String> base64(List<Sha256> digests) {
        return digests.stream()
                .map(it -> Base64.getEncoder().encodeToString(it.bytes()))
                .toList();
    }
}
