package vn.antin.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampToken;
import org.bouncycastle.tsp.TimeStampTokenGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.antin.SetClock;
import vn.antin.kernel.Refusal;
import vn.antin.kernel.Sha256;

class TimestampAuthoritiesInOrderTests {
    private static final Path KEYS = Path.of("keys-sample");
    private static final Instant TIME = Instant.parse("2024-09-10T01:30:15Z");
    private static final Clock CLOCK = Clock.fixed(TIME, ZoneOffset.UTC);
    private static final Sha256 DIGEST = Sha256.of(new byte[] {1, 2, 3});

    private HttpServer server;
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile Answer answer = (exchange, request) -> {};

    /** What the authority of the test does with a question. */
    private interface Answer {
        void to(HttpExchange exchange, TimeStampRequest request) throws Exception;
    }

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI().getPath());
            try (exchange) {
                answer.to(
                        exchange, new TimeStampRequest(exchange.getRequestBody().readAllBytes()));
            } catch (IOException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void givesATokenOverTheDigestAskedFor() throws Exception {
        answer = (exchange, request) -> reply(exchange, granted(request));
        byte[] token = ask();
        var info = new TimeStampToken(new org.bouncycastle.cms.CMSSignedData(token)).getTimeStampInfo();
        assertThat(info.getMessageImprintDigest()).isEqualTo(DIGEST.bytes());
        assertThat(info.getGenTime()).isEqualTo(Date.from(TIME));
    }

    @Test
    void refusesAServerThatFails() {
        answer = (exchange, request) -> exchange.sendResponseHeaders(500, -1);
        requireRefused();
    }

    @Test
    void refusesGarbage() {
        answer = (exchange, request) -> reply(exchange, "<html>Đang bảo trì</html>".getBytes(StandardCharsets.UTF_8));
        requireRefused();
    }

    @Test
    void refusesAnEmptyAnswer() {
        answer = (exchange, request) -> exchange.sendResponseHeaders(200, -1);
        requireRefused();
    }

    @Test
    void refusesATokenOverAnotherDigest() {
        answer = (exchange, request) -> reply(exchange, granted(question(Sha256.of(new byte[9]), request.getNonce())));
        requireRefused();
    }

    @Test
    void refusesATokenForAnotherQuestion() {
        answer = (exchange, request) -> reply(exchange, granted(question(DIGEST, BigInteger.TEN)));
        requireRefused();
    }

    @Test
    void refusesATokenWithOneBitTurned() {
        answer = (exchange, request) -> {
            byte[] granted = granted(request);
            granted[granted.length - 5] ^= 1;
            reply(exchange, granted);
        };
        requireRefused();
    }

    @Test
    void refusesAnAuthorityNobodyVouchesFor() {
        answer = (exchange, request) -> reply(exchange, granted(request));
        requireRefused(new FolderTrustAnchors(List.of(), List.of()));
    }

    @Test
    void hangsUpOnAnEndlessAnswer() {
        answer = (exchange, request) -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] block = new byte[8192];
            for (int i = 0; i < 100_000; i++) {
                exchange.getResponseBody().write(block);
            }
        };
        requireRefused();
    }

    @Test
    void doesNotWaitForEverForTheFirstByte() {
        answer = (exchange, request) -> Thread.sleep(4000);
        requireRefused();
    }

    @Test
    void doesNotWaitForEverForTheLastByte() {
        answer = (exchange, request) -> {
            byte[] granted = granted(request);
            exchange.sendResponseHeaders(200, granted.length);
            for (byte it : granted) {
                exchange.getResponseBody().write(it);
                exchange.getResponseBody().flush();
                Thread.sleep(20);
            }
        };
        requireRefused();
    }

    @Test
    void refusesWhenNobodyListens() {
        int port = server.getAddress().getPort();
        server.stop(0);
        assertThatThrownBy(
                        () -> authority("http://127.0.0.1:" + port, anchors()).stamp(DIGEST))
                .isInstanceOf(Refusal.class)
                .hasMessage("trust.TIMESTAMP_UNAVAILABLE");
    }

    @Test
    void refusesWhenNoAddressIsSet() {
        assertThatThrownBy(() -> authority("", anchors()).stamp(DIGEST))
                .isInstanceOf(Refusal.class)
                .hasMessage("trust.TIMESTAMP_UNAVAILABLE");
    }

    @Test
    void theSecondIsAskedWhenTheFirstFails() {
        answer = (exchange, request) -> {
            if (exchange.getRequestURI().getPath().equals("/first")) {
                exchange.sendResponseHeaders(503, -1);
            } else {
                reply(exchange, granted(request));
            }
        };
        var both = authorities(
                List.of(place(base() + "/first", 1), place(base() + "/second", 1)),
                Duration.ofSeconds(20),
                anchors(),
                CLOCK);
        assertThat(both.stamp(DIGEST)).isNotEmpty();
        assertThat(asked).containsExactly("/first", "/second");
    }

    @Test
    void oneThatStumblesIsAskedAgain() {
        answer = (exchange, request) -> {
            if (asked.size() < 2) {
                exchange.sendResponseHeaders(503, -1);
            } else {
                reply(exchange, granted(request));
            }
        };
        assertThat(authorities(List.of(place(base() + "/only", 3)), Duration.ofSeconds(20), anchors(), CLOCK)
                        .stamp(DIGEST))
                .isNotEmpty();
        assertThat(asked).containsExactly("/only", "/only");
    }

    @Test
    void garbageIsNotAskedForAgain() {
        answer = (exchange, request) -> reply(exchange, new byte[] {1, 2, 3});
        var one = authorities(List.of(place(base() + "/only", 5)), Duration.ofSeconds(20), anchors(), CLOCK);
        assertThatThrownBy(() -> one.stamp(DIGEST)).hasMessage("trust.TIMESTAMP_UNAVAILABLE");
        assertThat(asked).hasSize(1);
    }

    @Test
    void aDeadOneIsLeftAloneForAWhileThenTriedOnce() {
        var clock = new SetClock(LocalDate.of(2024, 9, 10));
        answer = (exchange, request) -> {
            if (exchange.getRequestURI().getPath().equals("/dead")) {
                exchange.sendResponseHeaders(503, -1);
            } else {
                reply(exchange, granted(request));
            }
        };
        var both = authorities(
                List.of(place(base() + "/dead", 1), place(base() + "/well", 1)),
                Duration.ofSeconds(20),
                anchors(),
                clock);
        for (int i = 0; i < 6; i++) {
            both.stamp(DIGEST);
        }
        assertThat(asked.stream().filter("/dead"::equals)).hasSize(Circuits.FAILURES);
        assertThat(asked.stream().filter("/well"::equals)).hasSize(6);
        clock.advance(Circuits.PAUSE.plusSeconds(1));
        both.stamp(DIGEST);
        both.stamp(DIGEST);
        assertThat(asked.stream().filter("/dead"::equals)).hasSize(Circuits.FAILURES + 1);
    }

    @Test
    void authoritiesOutOfTheirTimeAreNotAsked() {
        answer = (exchange, request) -> reply(exchange, granted(request));
        var ended = new TimestampPlace(
                "ended",
                URI.create(base() + "/ended"),
                Optional.empty(),
                null,
                LocalDate.of(2024, 9, 9),
                Duration.ofSeconds(1),
                1);
        authorities(List.of(ended, place(base() + "/now", 1)), Duration.ofSeconds(20), anchors(), CLOCK)
                .stamp(DIGEST);
        assertThat(asked).containsExactly("/now");
    }

    @Test
    void aStampOfAnotherThanTheOneLaidDownIsRefused() throws Exception {
        answer = (exchange, request) -> reply(exchange, granted(request));
        var other = anchors().anchors().getFirst();
        var pinned = new TimestampPlace(
                "pinned", URI.create(base() + "/x"), Optional.of(other), null, null, Duration.ofSeconds(1), 1);
        assertThatThrownBy(() -> authorities(List.of(pinned), Duration.ofSeconds(20), anchors(), CLOCK)
                        .stamp(DIGEST))
                .hasMessage("trust.TIMESTAMP_UNAVAILABLE");
    }

    private void requireRefused() {
        requireRefused(anchors());
    }

    private void requireRefused(TrustAnchors anchors) {
        long started = System.nanoTime();
        assertThatThrownBy(() -> authority(address(), anchors).stamp(DIGEST))
                .isInstanceOf(Refusal.class)
                .hasMessage("trust.TIMESTAMP_UNAVAILABLE");
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(4));
    }

    private byte[] ask() {
        return authority(address(), anchors()).stamp(DIGEST);
    }

    private String address() {
        return base() + "/tsa";
    }

    private String base() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private static TrustAnchors anchors() {
        return FolderTrustAnchors.read(policy(), CLOCK);
    }

    private static TrustPolicy policy() {
        return TrustPolicies.of(KEYS.resolve("anchors").toString(), "", true);
    }

    private static TimestampAuthoritiesInOrder authority(String url, TrustAnchors anchors) {
        return authorities(url.isEmpty() ? List.of() : List.of(place(url, 1)), Duration.ofMillis(1500), anchors, CLOCK);
    }

    private static TimestampAuthoritiesInOrder authorities(
            List<TimestampPlace> places, Duration patience, TrustAnchors anchors, Clock clock) {
        return new TimestampAuthoritiesInOrder(() -> places, patience, anchors, clock, new Random(1));
    }

    private static TimestampPlace place(String address, int attempts) {
        return new TimestampPlace(
                address, URI.create(address), Optional.empty(), null, null, Duration.ofMillis(1500), attempts);
    }

    private static void reply(HttpExchange exchange, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/timestamp-reply");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
    }

    private static TimeStampRequest question(Sha256 digest, BigInteger nonce) throws IOException {
        var generator = new TimeStampRequestGenerator();
        generator.setCertReq(true);
        return generator.generate(TSPAlgorithms.SHA256, digest.bytes(), nonce);
    }

    private static byte[] granted(TimeStampRequest request) throws Exception {
        var store = KeyStore.getInstance("PKCS12");
        char[] pin = "12345678".toCharArray();
        try (var stream = Files.newInputStream(KEYS.resolve("tsa.p12"))) {
            store.load(stream, pin);
        }
        String alias = store.aliases().nextElement();
        X509Certificate[] chain = Arrays.stream(store.getCertificateChain(alias))
                .map(X509Certificate.class::cast)
                .toArray(X509Certificate[]::new);
        var generator = new TimeStampTokenGenerator(
                new JcaSimpleSignerInfoGeneratorBuilder()
                        .build("SHA256withECDSA", (PrivateKey) store.getKey(alias, pin), chain[0]),
                new JcaDigestCalculatorProviderBuilder()
                        .build()
                        .get(new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256)),
                new ASN1ObjectIdentifier("1.2.3.4"));
        generator.addCertificates(new JcaCertStore(List.of(chain)));
        return new TimeStampResponseGenerator(generator, TSPAlgorithms.ALLOWED)
                .generate(request, BigInteger.ONE, Date.from(TIME))
                .getEncoded();
    }
}
