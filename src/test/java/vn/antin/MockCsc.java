package vn.antin;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A remote signing service that signs with a key in SoftHSM and misbehaves as it is told: CSC API 2.0 under {@code /v2},
 * 1.0.4.2 under {@code /v1}, VNPT SmartCA under {@code /sca}, Viettel MySign under {@code /vtss}.
 */
public final class MockCsc implements AutoCloseable {
    /** How it behaves from the authorization on. */
    public enum Mode {
        SAD_AT_ONCE,
        PUSH,
        PUSH_THEN_ASYNC,
        REJECTED,
        EXPIRED,
        ONE_VALUE_MISSING,
        ONE_VALUE_TOO_MANY,
        OTHER_ORDER,
        OTHER_KEY,
        NOT_BASE64,
        ERROR_500,
        GARBAGE,
        NO_OBJECT,
        HUGE,
        DRIPPING,
        SILENT,
        REDIRECTED,
        WRONG_SAD,
        SAD_EXPIRED,
        /** Its page sends the browser back with another's state. */
        STATE_MISMATCH,
        /** Its codes are worth nothing by the time they are brought. */
        CODE_USED
    }

    /** What it wants of the person before it signs. */
    public enum Wants {
        NOTHING,
        PIN,
        OTP,
        PIN_AND_OTP,
        BROWSER
    }

    /** The PIN that the person has with the service. */
    public static final String RIGHT_PIN = "246810";

    private static final int TRIES = 3;

    private static final JsonMapper JSON = new JsonMapper();
    private final HttpServer server;
    private final String token;
    private final String pin;
    private final String label;
    private final String otherLabel;
    private final X509Certificate certificate;
    private final Map<String, List<String>> acts = new ConcurrentHashMap<>();
    private final AtomicInteger names = new AtomicInteger();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile Mode mode = Mode.PUSH;
    private volatile boolean confirmed;
    private volatile String accessToken = "t1";
    private volatile String wordsShown = "";
    private volatile Wants wants = Wants.NOTHING;
    private volatile boolean extending;
    private volatile String otp = "";
    private volatile int most = 1000;
    private final AtomicInteger wrongPins = new AtomicInteger();
    private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();

    /** @param otherLabel another key in the same token, for {@link Mode#OTHER_KEY} */
    public MockCsc(String token, String pin, String label, String otherLabel, X509Certificate certificate) {
        this.token = token;
        this.pin = pin;
        this.label = label;
        this.otherLabel = otherLabel;
        this.certificate = certificate;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    public String address(String edition) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + edition;
    }

    /** What {@code credentials/info} says from now on; wrong PINs are forgiven. */
    public void wants(Wants wants) {
        this.wants = wants;
        wrongPins.set(0);
        otp = "";
        extending = false;
        most = 1000;
    }

    /** From now on leave is given for fifty digests, and widened ({@code credentials/extendTransaction}). */
    public void extendsLeave() {
        extending = true;
    }

    /** With one confirmation. */
    public void signsAtMost(int most) {
        this.most = most;
    }

    /** The one-time password that was sent last, as the person reads it. */
    public String otpSent() {
        return otp;
    }

    /** As after a minute: the one that was sent is worth nothing. */
    public void otpExpires() {
        otp = "";
    }

    public void behaves(Mode mode) {
        this.mode = mode;
        this.confirmed = false;
        this.asked.clear();
    }

    /** What the person presses on the telephone. */
    public void confirm() {
        confirmed = true;
    }

    /** As after an hour: tokens given before are worth nothing. */
    public void forgetsTokens() {
        accessToken = "t" + names.incrementAndGet();
    }

    /** The methods that were asked for, in order. */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    public String wordsShown() {
        return wordsShown;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            byte[] body = exchange.getRequestBody().readAllBytes();
            String method = path.replaceFirst("^/(v1|v2|sca|vtss)/?", "/");
            asked.add(method);
            JsonNode question = body.length > 0 && body[0] == '{' ? JSON.readTree(body) : JSON.createObjectNode();
            if (path.startsWith("/sca")) {
                vnpt(exchange, method, question);
            } else if (path.startsWith("/vtss")) {
                viettel(exchange, method, question);
            } else {
                csc(exchange, method, question, new String(body, StandardCharsets.UTF_8), path.startsWith("/v1"));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void csc(HttpExchange exchange, String method, JsonNode question, String body, boolean v1)
            throws IOException, InterruptedException {
        if (method.equals("/info")) {
            say(
                    exchange,
                    200,
                    Map.of(
                            "specs",
                            v1 ? "1.0.4.0" : "2.0.0.0",
                            "methods",
                            Stream.of(
                                            "credentials/list",
                                            "credentials/info",
                                            "credentials/authorize",
                                            v1 ? "credentials/sendOTP" : "credentials/getChallenge",
                                            "signatures/signHash",
                                            extending ? "credentials/extendTransaction" : "")
                                    .filter(it -> !it.isEmpty())
                                    .toList()));
            return;
        }
        if (method.equals("/oauth2/authorize")) {
            leavePage(exchange, v1);
            return;
        }
        String given = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        if (method.equals("/oauth2/token") || method.equals("/auth/login")) {
            boolean right = given.equals("Basic "
                    + Base64.getEncoder().encodeToString("antin:bi-mat-cua-he-thong".getBytes(StandardCharsets.UTF_8)));
            if (right && method.equals("/oauth2/token") && body.contains("grant_type=authorization_code")) {
                redeem(exchange, fields(body));
                return;
            }
            right &= method.equals(v1 ? "/auth/login" : "/oauth2/token");
            say(
                    exchange,
                    right ? 200 : 401,
                    right
                            ? Map.of("access_token", accessToken, "token_type", "Bearer", "expires_in", 3600)
                            : Map.of("error", "invalid_client"));
            return;
        }
        if (!given.equals("Bearer " + accessToken)) {
            say(exchange, 401, Map.of("error", "invalid_token"));
            return;
        }
        String hashes = v1 ? "hash" : "hashes";
        switch (method) {
            case "/credentials/list" -> say(exchange, 200, Map.of("credentialIDs", List.of("dead", "k1")));
            case "/credentials/info" ->
                say(
                        exchange,
                        200,
                        info(
                                v1,
                                Map.of(
                                        "key",
                                        Map.of(
                                                "status",
                                                question.path("credentialID")
                                                                .asString("")
                                                                .equals("k1")
                                                        ? "enabled"
                                                        : "disabled",
                                                "algo",
                                                List.of("1.2.840.113549.1.1.1", "1.2.840.113549.1.1.11"),
                                                "len",
                                                2048),
                                        "cert",
                                        Map.of("status", "valid", "certificates", List.of(base64(certificate))))));
            case "/credentials/authorize" -> {
                if (misbehaves(exchange) || refusesFactors(exchange, question, v1)) {
                    return;
                }
                wordsShown = question.path("description").asString("");
                String name = "h" + names.incrementAndGet();
                acts.put(name, texts(question.path(hashes)));
                if (mode == Mode.SAD_AT_ONCE || v1) {
                    say(exchange, 200, Map.of("SAD", "SAD-" + name, "expiresIn", 300));
                } else {
                    say(exchange, 202, Map.of("handle", name));
                }
            }
            case "/credentials/authorizeCheck" -> {
                String name = question.path("handle").asString("");
                if (misbehaves(exchange)) {
                    return;
                }
                if (confirmed) {
                    say(exchange, 200, Map.of("SAD", "SAD-" + name, "expiresIn", 300));
                } else {
                    say(exchange, 202, Map.of("handle", name));
                }
            }
            case "/credentials/getChallenge", "/credentials/sendOTP" -> {
                if (v1 != method.endsWith("sendOTP")) {
                    say(exchange, 404, Map.of("error", "invalid_request"));
                    return;
                }
                otp = "%06d".formatted(names.incrementAndGet() * 7919 % 1_000_000);
                say(exchange, 200, Map.of());
            }
            case "/credentials/extendTransaction" -> {
                String used = question.path("SAD").asString("").replace("SAD-", "");
                if (!extending || acts.remove(used) == null) {
                    say(exchange, 400, Map.of("error", "invalid_request", "error_description", "Invalid SAD"));
                    return;
                }
                String name = "x" + names.incrementAndGet();
                acts.put(name, texts(question.path(hashes)));
                say(exchange, 200, Map.of("SAD", "SAD-" + name, "expiresIn", 300));
            }
            case "/signatures/signHash" -> {
                String name = question.path("SAD").asString("").replace("SAD-", "");
                if (mode == Mode.SAD_EXPIRED) {
                    say(exchange, 400, Map.of("error", "invalid_request", "error_description", "SAD expired"));
                    return;
                }
                List<String> wanted = texts(question.path(hashes));
                if (mode == Mode.WRONG_SAD || !wanted.equals(acts.get(name))) {
                    say(
                            exchange,
                            400,
                            Map.of(
                                    "error",
                                    "invalid_request",
                                    "error_description",
                                    "Hash is not authorized by the SAD"));
                } else if (mode == Mode.PUSH_THEN_ASYNC) {
                    say(exchange, 200, Map.of("responseID", name));
                } else {
                    say(exchange, 200, Map.of("signatures", values(wanted)));
                }
            }
            case "/signatures/signPolling" -> {
                List<String> wanted = of(question.path("responseID").asString(""));
                if (Collections.frequency(asked, method) < 2) {
                    say(
                            exchange,
                            200,
                            Map.of("responseID", question.path("responseID").asString("")));
                } else {
                    say(exchange, 200, Map.of("signatures", values(wanted)));
                }
            }
            default -> say(exchange, 404, Map.of("error", "invalid_request"));
        }
    }

    private Map<String, Object> info(boolean v1, Map<String, ?> always) {
        var all = new LinkedHashMap<String, Object>(always);
        all.put("multisign", most);
        boolean pin = wants == Wants.PIN || wants == Wants.PIN_AND_OTP;
        boolean oneTime = wants == Wants.OTP || wants == Wants.PIN_AND_OTP;
        if (v1) {
            all.put(
                    "authMode",
                    wants == Wants.BROWSER ? "oauth2code" : wants == Wants.NOTHING ? "implicit" : "explicit");
            all.put("PIN", Map.of("presence", String.valueOf(pin), "format", "N"));
            all.put("OTP", Map.of("presence", String.valueOf(oneTime), "type", "online", "format", "N"));
            return all;
        }
        var objects = new ArrayList<Map<String, String>>();
        if (pin) {
            objects.add(Map.of("type", "Password", "id", "pin-1", "format", "N"));
        }
        if (oneTime) {
            objects.add(Map.of("type", "ChallengeResponse", "id", "otp-1", "format", "N", "generator", "sms"));
        }
        all.put(
                "auth",
                Map.of(
                        "mode",
                        wants == Wants.BROWSER ? "oauth2code" : "explicit",
                        "expression",
                        objects.size() == 2 ? "pin-1 AND otp-1" : "",
                        "objects",
                        objects));
        return all;
    }

    /** Each edition takes them by its own names; a one-time password is good once. */
    private boolean refusesFactors(HttpExchange exchange, JsonNode question, boolean v1) throws IOException {
        var given = new LinkedHashMap<String, String>();
        question.path("authData")
                .forEach(it ->
                        given.put(it.path("id").asString(""), it.path("value").asString("")));
        if (v1) {
            given.put("pin-1", question.path("PIN").asString(""));
            given.put("otp-1", question.path("OTP").asString(""));
        }
        if (wants == Wants.BROWSER) {
            say(exchange, 400, Map.of("error", "invalid_request", "error_description", "Leave is given at the page"));
            return true;
        }
        if (wants == Wants.PIN || wants == Wants.PIN_AND_OTP) {
            if (wrongPins.get() >= TRIES) {
                say(exchange, 400, Map.of("error", "invalid_request", "error_description", "PIN locked"));
                return true;
            }
            if (!RIGHT_PIN.equals(given.get("pin-1"))) {
                wrongPins.incrementAndGet();
                say(exchange, 400, Map.of("error", v1 ? "invalid_pin" : "invalid_authentication_data"));
                return true;
            }
        }
        if (wants == Wants.OTP || wants == Wants.PIN_AND_OTP) {
            if (otp.isEmpty() || !otp.equals(given.get("otp-1"))) {
                say(exchange, 400, Map.of("error", "invalid_otp", "error_description", "OTP expired"));
                return true;
            }
            otp = "";
        }
        return false;
    }

    /** What the person sees in their browser: whom they give leave for what, yes and no. */
    private void leavePage(HttpExchange exchange, boolean v1) throws IOException {
        Map<String, String> asked = fields(exchange.getRequestURI().getRawQuery());
        boolean right = "code".equals(asked.get("response_type"))
                && "antin".equals(asked.get("client_id"))
                && "credential".equals(asked.get("scope"))
                && "S256".equals(asked.get("code_challenge_method"))
                && asked.containsKey(v1 ? "hash" : "hashes");
        String code = "c" + names.incrementAndGet();
        codes.put(code, asked);
        wordsShown = asked.getOrDefault("description", "");
        String state = mode == Mode.STATE_MISMATCH ? "0123" : asked.get("state");
        String back = asked.get("redirect_uri") + "?state=" + state;
        String page = right
                ? "<!doctype html><title>Cho phép ký</title><p>Antin xin ký " + asked.get("numSignatures")
                        + " văn bản</p><p><a id='dong-y' href='" + back + "&amp;code=" + code
                        + "'>Đồng ý</a> <a id='tu-choi' href='" + back + "&amp;error=access_denied'>Từ chối</a></p>"
                : "<!doctype html><p>Sai</p>";
        exchange.getResponseHeaders().set("Content-Type", "text/html; charset=UTF-8");
        byte[] bytes = page.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(right ? 200 : 400, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    /** A code is good once, for whoever knows what its page was asked with (RFC 7636, 4.6). */
    private void redeem(HttpExchange exchange, Map<String, String> given) throws IOException {
        Map<String, String> page = codes.remove(given.getOrDefault("code", ""));
        boolean right = mode != Mode.CODE_USED
                && page != null
                && page.getOrDefault("redirect_uri", "").equals(given.get("redirect_uri"))
                && page.getOrDefault("code_challenge", "")
                        .equals(Base64.getUrlEncoder()
                                .withoutPadding()
                                .encodeToString(vn.antin.kernel.Sha256.of(given.getOrDefault("code_verifier", "")
                                                .getBytes(StandardCharsets.US_ASCII))
                                        .bytes()));
        if (page == null || !right) {
            say(exchange, 400, Map.of("error", "invalid_grant"));
            return;
        }
        String name = "o" + names.incrementAndGet();
        String hashes = page.getOrDefault("hashes", page.getOrDefault("hash", ""));
        acts.put(
                name,
                Stream.of(hashes.split(",", -1))
                        .map(it -> Base64.getEncoder()
                                .encodeToString(Base64.getUrlDecoder().decode(it)))
                        .toList());
        say(exchange, 200, Map.of("access_token", "SAD-" + name, "token_type", "SAD", "expires_in", 300));
    }

    private static Map<String, String> fields(String form) {
        var fields = new LinkedHashMap<String, String>();
        for (String it : form.split("&", -1)) {
            int mark = it.indexOf('=');
            if (mark > 0) {
                fields.put(
                        URLDecoder.decode(it.substring(0, mark), StandardCharsets.UTF_8),
                        URLDecoder.decode(it.substring(mark + 1), StandardCharsets.UTF_8));
            }
        }
        return fields;
    }

    private boolean misbehaves(HttpExchange exchange) throws IOException, InterruptedException {
        switch (mode) {
            case REJECTED -> say(exchange, 400, Map.of("error", "access_denied", "error_description", "declined"));
            case EXPIRED ->
                say(exchange, 400, Map.of("error", "invalid_request", "error_description", "handle expired"));
            case ERROR_500 -> say(exchange, 503, Map.of("error", "server_error"));
            case GARBAGE -> raw(exchange, 200, "<html>đang bảo trì</html>".getBytes(StandardCharsets.UTF_8));
            case NO_OBJECT -> raw(exchange, 200, "[[[[1]]]]".getBytes(StandardCharsets.UTF_8));
            case HUGE ->
                raw(exchange, 200, ("{\"SAD\":\"" + "A".repeat(4_000_000) + "\"}").getBytes(StandardCharsets.UTF_8));
            case REDIRECTED -> {
                exchange.getResponseHeaders().set("Location", address("v2") + "/elsewhere");
                exchange.sendResponseHeaders(307, -1);
            }
            case SILENT -> Thread.sleep(2_500);
            case DRIPPING -> {
                exchange.sendResponseHeaders(200, 0);
                for (int i = 0; i < 25; i++) {
                    exchange.getResponseBody().write(' ');
                    exchange.getResponseBody().flush();
                    Thread.sleep(100);
                }
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void vnpt(HttpExchange exchange, String method, JsonNode question) throws IOException {
        if (!method.matches("/v1/signatures/sign/.+/status")
                && !question.path("sp_password").asString("").equals("bi-mat-cua-he-thong")) {
            say(exchange, 200, Map.of("status_code", 401));
        } else if (method.equals("/v1/credentials/get_certificate")) {
            say(
                    exchange,
                    200,
                    Map.of(
                            "status_code",
                            200,
                            "data",
                            Map.of(
                                    "user_certificates",
                                    List.of(Map.of(
                                            "cert_id",
                                            "1",
                                            "serial_number",
                                            "5eed",
                                            "cert_data",
                                            base64(certificate),
                                            "chain_data",
                                            Map.of())))));
        } else if (method.equals("/v1/signatures/sign")) {
            String name = "v" + names.incrementAndGet();
            wordsShown = question.path("transaction_desc").asString("");
            var digests = new ArrayList<String>();
            question.path("sign_files")
                    .forEach(it -> digests.add(it.path("data_to_be_signed").asString("")));
            acts.put(name, digests);
            say(
                    exchange,
                    200,
                    Map.of(
                            "status_code",
                            200,
                            "message",
                            "sig_wait_for_user_confirm",
                            "data",
                            Map.of("tran_code", name)));
        } else if (mode == Mode.REJECTED) {
            say(exchange, 200, Map.of("status_code", 4002));
        } else {
            String name = method.replaceFirst("^/v1/signatures/sign/(.+)/status$", "$1");
            var signatures = new ArrayList<Map<String, Object>>();
            if (confirmed) {
                values(of(name)).forEach(it -> signatures.add(Map.of("doc_id", "x", "signature_value", it)));
            }
            say(exchange, 200, Map.of("status_code", 200, "data", Map.of("signatures", signatures)));
        }
    }

    private void viettel(HttpExchange exchange, String method, JsonNode question) throws IOException {
        switch (method) {
            case "/service/ras/v1/login" -> say(exchange, 200, Map.of("access_token", accessToken));
            case "/service/certificates/info" ->
                say(
                        exchange,
                        200,
                        Map.of(
                                "certificates",
                                List.of(Map.of(
                                        "credential_id",
                                        "c1",
                                        "cert",
                                        Map.of("certificates", List.of(base64(certificate)))))));
            case "/service/signHash" -> {
                String name = "w" + names.incrementAndGet();
                acts.put(name, texts(question.path("hash")));
                say(exchange, 200, Map.of("transactionId", name));
            }
            case "/service/requests/status" -> {
                if (mode == Mode.REJECTED || !confirmed) {
                    say(exchange, 200, Map.of("status", mode == Mode.REJECTED ? 4002 : 4000));
                } else {
                    say(
                            exchange,
                            200,
                            Map.of(
                                    "status",
                                    1,
                                    "signatures",
                                    values(of(question.path("transactionId").asString("")))));
                }
            }
            default -> say(exchange, 404, Map.of());
        }
    }

    private List<String> values(List<String> digests) {
        var values = new ArrayList<String>();
        for (String it : digests) {
            byte[] digest = Base64.getDecoder().decode(it);
            values.add(Base64.getEncoder()
                    .encodeToString(
                            SoftHsm.signs(token, pin, mode == Mode.OTHER_KEY ? otherLabel : label, true, digest)));
        }
        switch (mode) {
            case ONE_VALUE_MISSING -> values.removeFirst();
            case ONE_VALUE_TOO_MANY -> values.addFirst(Base64.getEncoder().encodeToString(new byte[256]));
            case OTHER_ORDER -> Collections.reverse(values);
            case NOT_BASE64 -> values.set(0, "%%%");
            default -> {}
        }
        return values;
    }

    private List<String> of(String name) {
        return acts.getOrDefault(name, List.of());
    }

    private static List<String> texts(JsonNode array) {
        var texts = new ArrayList<String>();
        array.forEach(it -> texts.add(it.asString("")));
        return texts;
    }

    private static String base64(X509Certificate certificate) {
        try {
            return Base64.getEncoder().encodeToString(certificate.getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void say(HttpExchange exchange, int status, Map<String, ?> answer) throws IOException {
        raw(exchange, status, JSON.writeValueAsBytes(new LinkedHashMap<>(answer)));
    }

    private static void raw(HttpExchange exchange, int status, byte[] answer) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, answer.length);
        exchange.getResponseBody().write(answer);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
