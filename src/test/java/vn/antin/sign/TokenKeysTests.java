package vn.antin.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import vn.antin.SoftHsm;
import vn.antin.kernel.Refusal;
import vn.antin.kernel.Sha256;
import vn.antin.sign.demo.SampleTimestampAuthority;
import vn.antin.trust.TimestampAuthority;
import vn.antin.trust.TrustAnchors;

@ExtendWith(OutputCaptureExtension.class)
class TokenKeysTests {
    private static final String PIN = "482915";
    private static final String OTHER_PIN = "771230";
    private static final List<Sha256> DIGESTS =
            List.of(Sha256.of(new byte[] {1}), Sha256.of(new byte[] {2}), Sha256.of(new byte[] {3}));

    private static Path office;
    private static X509Certificate head;
    private static X509Certificate seal;
    private static X509Certificate deputy;

    private final Keys keys = keys(5);
    private final TimestampAuthority time =
            new SampleTimestampAuthority(SigningOrderTests.KEYS.toString(), SigningOrderTests.CLOCK, new Random(7));

    @BeforeAll
    static void twoTokens() {
        office = SoftHsm.token("tk-van-phong", PIN);
        SoftHsm.token("tk-pho", OTHER_PIN);
        head = SoftHsm.key("tk-van-phong", PIN, "hieu-truong", "rsa:2048", "Vũ Mạnh Hùng");
        seal = SoftHsm.key("tk-van-phong", PIN, "con-dau", "EC:prime256v1", "PHÒNG GIÁO DỤC VÀ ĐÀO TẠO");
        deputy = SoftHsm.key("tk-pho", OTHER_PIN, "pho", "rsa:3072", "Phạm Thị Nga");
    }

    @Test
    void aTokenSignsAndSealsADocument() throws IOException {
        var signer = new Signer(keys, time, SigningOrderTests.CLOCK);
        var sealer = new Sealer(keys, time, SigningOrderTests.CLOCK);
        try (var pin = new Pin(PIN)) {
            var signed = signer.sign(ReservedPages.document(), pin);
            var sealed = sealer.seal(signed, ReservedPages.LINE, pin);
            var pdfsig = Judges.pdfsig(sealed.pdf());
            assertThat(pdfsig.verdicts()).hasSize(2).containsOnly("Signature is Valid.");
            assertThat(pdfsig.signers()).containsExactly("Vũ Mạnh Hùng", "PHÒNG GIÁO DỤC VÀ ĐÀO TẠO");
            assertThat(pdfsig.coverage().getLast()).isEqualTo("Total document signed");
        }
    }

    @Test
    void findsKeysByLabelOrSerialNumberInTheTokenOfThatLabel() {
        assertThat(keys.holds("vu-manh-hung")).isTrue();
        assertThat(keys.holds("ai-do")).isFalse();
        try (var pin = new Pin(PIN);
                var other = new Pin(OTHER_PIN)) {
            assertThat(keys.open("vu-manh-hung", pin).certificate()).isEqualTo(head);
            assertThat(keys.open("pgd-an-duong", pin).certificate()).isEqualTo(seal);
            assertThat(keys.open("pham-thi-nga", other).certificate()).isEqualTo(deputy);
            refused(() -> keys.open("khong-co-khoa", pin), SignReason.NO_KEY);
            refused(() -> keys.open("ai-do", pin), SignReason.NO_KEY);
        }
    }

    @Test
    void signsManyDigestsWithOneOpening() {
        try (var pin = new Pin(PIN)) {
            var key = keys.open("vu-manh-hung", pin);
            var answers = key.sign(DIGESTS);
            assertThat(answers).hasSize(3);
            for (int i = 0; i < 3; i++) {
                assertThat(answers.get(i)).isInstanceOf(SigningKey.Answer.Value.class);
                assertThat(Algorithm.RSA.verifies(
                                head.getPublicKey(),
                                new byte[] {(byte) (i + 1)},
                                ((SigningKey.Answer.Value) answers.get(i)).bytes()))
                        .isTrue();
            }
        }
    }

    @Test
    void severalThreadsUseSeveralTokensAtOnce() throws Exception {
        List<Callable<Boolean>> acts = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            String owner =
                    List.of("vu-manh-hung", "pgd-an-duong", "pham-thi-nga").get(i % 3);
            acts.add(() -> {
                try (var pin = new Pin(i(owner))) {
                    var key = keys.open(owner, pin);
                    byte[] value = key.sign(Sha256.of(owner.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
                    return Algorithm.of(key.certificate().getPublicKey())
                            .orElseThrow()
                            .verifies(
                                    key.certificate().getPublicKey(),
                                    owner.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                                    value);
                }
            });
        }
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var it : threads.invokeAll(acts)) {
                assertThat(it.get()).isTrue();
            }
        }
    }

    private static String i(String owner) {
        return owner.equals("pham-thi-nga") ? OTHER_PIN : PIN;
    }

    @Test
    void aWrongPinDoesNotPassWhileSomebodyElseIsAtTheSameToken() throws Exception {
        var module = new CryptoModule(SoftHsm.MODULE);
        var token = new Token(module, "tk-van-phong");
        var inside = new CountDownLatch(1);
        var leave = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(2);
                var right = new Pin(PIN);
                var wrong = new Pin("000000")) {
            var first = threads.submit(() -> token.open(right, it -> {
                inside.countDown();
                await(leave);
                return true;
            }));
            assertThat(inside.await(10, java.util.concurrent.TimeUnit.SECONDS)).isTrue();
            var second = threads.submit(() -> token.open(wrong, it -> true));
            leave.countDown();
            assertThat(first.get()).contains(true);
            assertThat(second.get()).isEmpty();
        }
        // Nor after an act that left a login behind, as another program part or a crash would.
        try (var right = new Pin(PIN);
                var wrong = new Pin("000000")) {
            keys.open("vu-manh-hung", right).sign(DIGESTS);
            refused(() -> keys.open("pgd-an-duong", wrong), SignReason.PIN_INCORRECT);
            var left = java.security.KeyStore.getInstance(
                    "PKCS11",
                    java.security.Security.getProvider("SunPKCS11")
                            .configure("--name=left\nlibrary=" + SoftHsm.MODULE + "\nslot="
                                    + module.find("tk-van-phong").orElseThrow().id() + "\n"));
            left.load(null, PIN.toCharArray());
            refused(() -> keys.open("pgd-an-duong", wrong), SignReason.PIN_INCORRECT);
        }
    }

    @Test
    void tellsHowManyTriesAreLeftAndThenPausesBeforeTheTokenLocksItself() {
        Keys strict = keys(2);
        try (var right = new Pin(PIN);
                var wrong = new Pin("1")) {
            refused(() -> strict.open("vu-manh-hung", wrong), SignReason.PIN_INCORRECT);
            refused(() -> strict.open("vu-manh-hung", wrong), SignReason.PIN_LOCKED);
            refused(() -> strict.open("vu-manh-hung", right), SignReason.PIN_LOCKED);
        }
    }

    @Test
    void aPinThatTheTokenHasLockedIsToldApart() throws IOException {
        Path folder = SoftHsm.token("tk-khoa", PIN);
        SoftHsm.key("tk-khoa", PIN, "k", "EC:prime256v1", "Người Bị Khóa");
        Keys mine = keys(5, Map.of("tk-khoa", Map.of("nguoi-bi-khoa", "k")));
        try (var pin = new Pin(PIN)) {
            assertThat(mine.open("nguoi-bi-khoa", pin)).isNotNull();
            raiseLockedFlag(folder.resolve("token.object"));
            // SoftHSM reads its flags when it starts.
            var driver = new CryptoModule(SoftHsm.MODULE);
            driver.restart(driver.starts());
            refused(() -> mine.open("nguoi-bi-khoa", pin), SignReason.TOKEN_PIN_LOCKED);
        }
    }

    @Test
    void aTokenPulledOutIsToldAndPutBackSignsAgain() throws IOException {
        Path away = office.resolveSibling("../" + office.getFileName()).normalize();
        try (var pin = new Pin(PIN);
                var other = new Pin(OTHER_PIN)) {
            var key = keys.open("vu-manh-hung", pin);
            Files.move(office, away);
            try {
                refused(() -> key.sign(DIGESTS), SignReason.TOKEN_UNAVAILABLE);
                refused(() -> keys.open("vu-manh-hung", pin), SignReason.TOKEN_UNAVAILABLE);
                // The other token goes on.
                assertThat(keys.open("pham-thi-nga", other).sign(DIGESTS)).hasSize(3);
            } finally {
                Files.move(away, office);
            }
            // The very key that was open before the token went away.
            assertThat(key.sign(DIGESTS)).hasSize(3);
            assertThat(keys.open("pgd-an-duong", pin).sign(DIGESTS)).hasSize(3);
        }
    }

    @Test
    void lostSessionsAreOpenedAnewWithoutAWord() {
        try (var pin = new Pin(PIN)) {
            var key = keys.open("vu-manh-hung", pin);
            key.sign(DIGESTS);
            // Another part of the process starts the driver anew: every session is gone.
            var elsewhere = new CryptoModule(SoftHsm.MODULE);
            elsewhere.restart(elsewhere.starts());
            assertThat(key.sign(DIGESTS)).hasSize(3);
        }
    }

    @Test
    void aPinIsNeitherLoggedNorStored(CapturedOutput output, @TempDir Path home) throws IOException {
        String secret = "90817263";
        SoftHsm.token("tk-pin", secret);
        SoftHsm.key("tk-pin", secret, "k", "rsa:2048", "Người Giữ PIN");
        Keys mine = keys(5, Map.of("tk-pin", Map.of("nguoi-giu-pin", "k")));
        var pin = new Pin(secret);
        var key = mine.open("nguoi-giu-pin", pin);
        key.sign(DIGESTS);
        refused(() -> mine.open("nguoi-giu-pin", new Pin(secret + "1")), SignReason.PIN_INCORRECT);
        pin.close();
        assertThat(new String(pin.digits())).doesNotContain(secret);
        // The act is over: its key signs nothing more.
        refused(() -> key.sign(DIGESTS), SignReason.PIN_INCORRECT);
        assertThat(output.getAll()).doesNotContain(secret);
        try (var files = Files.walk(SoftHsm.tokens())) {
            for (Path it : files.filter(Files::isRegularFile).toList()) {
                assertThat(HexFormat.of().formatHex(Files.readAllBytes(it)))
                        .doesNotContain(
                                HexFormat.of().formatHex(secret.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
            }
        }
    }

    @Test
    void settingsThatCannotWorkAreRefusedAtTheStart() {
        String module = SoftHsm.MODULE.toString();
        var owner = Map.of("ai", "k");
        for (var wrong : List.of(
                new TokenProperties.TypedToken("/khong/co.so", "a", owner),
                new TokenProperties.TypedToken(module, " ", owner),
                new TokenProperties.TypedToken(module, "a".repeat(33), owner),
                new TokenProperties.TypedToken(module, "a", Map.of()))) {
            refused(() -> TokenPolicy.from(new TokenProperties(List.of(wrong))), SignReason.SETTING_WRONG);
        }
        var right = new TokenProperties.TypedToken(module, "a", owner);
        refused(
                () -> TokenPolicy.from(
                        new TokenProperties(List.of(right, new TokenProperties.TypedToken(module, "b", owner)))),
                SignReason.SETTING_WRONG);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As a token does after too many wrong PINs: CKF_USER_PIN_LOCKED (0x40000) in what it says of itself. */
    private static void raiseLockedFlag(Path object) throws IOException {
        byte[] bytes = Files.readAllBytes(object);
        // SoftHSM's own attribute for the flags: type 0x8000534B, kind 2 (number), value; each 8 bytes, big-endian.
        byte[] sought = HexFormat.of().parseHex("000000008000534b0000000000000002");
        for (int i = 0; i + sought.length + 8 <= bytes.length; i++) {
            if (Arrays.equals(bytes, i, i + sought.length, sought, 0, sought.length)) {
                bytes[i + sought.length + 5] |= 0x04;
                Files.write(object, bytes);
                Path generation = object.resolveSibling("generation");
                byte[] counter = Files.readAllBytes(generation);
                counter[counter.length - 1]++;
                Files.write(generation, counter);
                return;
            }
        }
        throw new IllegalStateException(
                "SoftHSM keeps its flags elsewhere: " + HexFormat.of().formatHex(bytes));
    }

    private static Keys keys(int attempts) {
        return keys(
                attempts,
                Map.of(
                        "tk-van-phong",
                        Map.of(
                                "vu-manh-hung", "hieu-truong",
                                "pgd-an-duong",
                                        seal.getSerialNumber().toString(16).toUpperCase(java.util.Locale.ROOT),
                                "khong-co-khoa", "khong-co"),
                        "tk-pho",
                        Map.of("pham-thi-nga", "pho")));
    }

    private static Keys keys(int attempts, Map<String, Map<String, String>> tokens) {
        var policy = new SigningPolicy(Optional.empty(), attempts, Duration.ofMinutes(5), false);
        return new TokenKeys(
                TokenPolicy.from(new TokenProperties(tokens.entrySet().stream()
                        .map(it ->
                                new TokenProperties.TypedToken(SoftHsm.MODULE.toString(), it.getKey(), it.getValue()))
                        .toList())),
                policy,
                new UsableCertificates(false, (owner, it, at) -> {}, SigningOrderTests.CLOCK),
                new TrustAnchors() {
                    @Override
                    public List<X509Certificate> anchors() {
                        return List.of(SoftHsm.root());
                    }

                    @Override
                    public List<X509Certificate> intermediates() {
                        return List.of();
                    }
                },
                SigningOrderTests.CLOCK);
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable act, Refusal.Reason reason) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Refusal.class, it -> assertThat(it.reason()).isEqualTo(reason));
    }
}
