package vn.antin.issue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.json.JsonMapper;
import vn.antin.MockCsc;
import vn.antin.MockCsc.Mode;
import vn.antin.MockCsc.Wants;
import vn.antin.Peers;
import vn.antin.SoftHsm;
import vn.antin.kernel.AgencyId;
import vn.antin.kernel.PersonId;
import vn.antin.kernel.Refusal;
import vn.antin.kernel.Sha256;
import vn.antin.sign.PendingSignature.State;
import vn.antin.sign.PendingSignatures;
import vn.antin.sign.Pin;
import vn.antin.sign.RemoteLeave;
import vn.antin.sign.SignReason;
import vn.antin.sign.remote.CscService;
import vn.antin.sign.remote.Leave;
import vn.antin.sign.remote.Place;
import vn.antin.sign.remote.RemoteService;
import vn.antin.template.Templates;

/** Remote services that want a PIN, a one-time password, or leave at their own page, by both editions of their API. */
@DirtiesContext
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE)
@ExtendWith(OutputCaptureExtension.class)
class RemoteLeaveTests {
    private static final PersonId HEAD = new PersonId("vu-manh-hung");
    private static final String TOKEN = "tk-cho-phep";
    private static final String PIN = "593817";
    private static final String BACK = "http://localhost:8080/ky-tu-xa/tro-ve";

    @TempDir
    static Path home;

    @SuppressWarnings("NullAway.Init") // Before the context starts.
    private static MockCsc service;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry properties) throws IOException {
        SoftHsm.token(TOKEN, PIN);
        X509Certificate head = SoftHsm.key(TOKEN, PIN, "hung", "rsa:2048", "Vũ Mạnh Hùng");
        service = new MockCsc(TOKEN, PIN, "hung", "hung", head);
        Path secret = home.resolve("secret.txt");
        Files.writeString(secret, "bi-mat-cua-he-thong");
        Path anchors = SoftHsm.anchors(home.resolve("anchors"));
        properties.add("antin.home", () -> home.resolve("data").toString());
        // Its keys are its own, and nobody registered them.
        properties.add("antin.agency.unregistered-certificates", () -> "allow");
        properties.add("antin.trust.anchors", anchors::toString);
        for (int i = 0; i < 2; i++) {
            String edition = i == 0 ? "v2" : "v1";
            String at = "antin.sign.remote.services[" + i + "].";
            properties.add(at + "name", () -> edition);
            properties.add(at + "kind", () -> "CSC_" + edition.toUpperCase(java.util.Locale.ROOT));
            properties.add(at + "address", () -> service.address(edition));
            properties.add(at + "client-id", () -> "antin");
            properties.add(at + "secret-file", secret::toString);
            properties.add(at + "accounts.vu-manh-hung", () -> "0123456789");
        }
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Autowired
    OutgoingDesk desk;

    @Autowired
    SigningDesk signing;

    @Autowired
    PendingSignatures pending;

    @Autowired
    RemoteLeave leave;

    @Autowired
    Templates templates;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void well() {
        service.behaves(Mode.SAD_AT_ONCE);
        service.wants(Wants.NOTHING);
    }

    @ParameterizedTest
    @CsvSource({"v2, PIN", "v2, OTP", "v2, PIN_AND_OTP", "v1, PIN", "v1, OTP", "v1, PIN_AND_OTP"})
    void signsWithWhatThePersonTypesAndKeepsNoneOfIt(String edition, Wants wants, CapturedOutput output)
            throws IOException {
        service.wants(wants);
        Issuance it = written();
        UUID id = begun(it, edition);
        signing.workOn(id);
        // Nothing is asked for before the person has typed.
        assertThat(service.asked()).doesNotContain("/credentials/authorize");
        var wanted = leave.wanted(id).orElseThrow();
        assertThat(wanted.pin()).isEqualTo(wants != Wants.OTP);
        assertThat(wanted.otp()).isEqualTo(wants != Wants.PIN);
        String otp = service.otpSent();
        assertThat(otp.isEmpty()).isEqualTo(wants == Wants.PIN);
        give(id, MockCsc.RIGHT_PIN, otp);
        until(id, State.SIGNED);
        assertThat(Peers.said(desk.pages(it.id()).bytes(), "pdfsig", "-nocert")).contains("Signature is Valid");
        nowhere(MockCsc.RIGHT_PIN, output);
        if (!otp.isEmpty()) {
            nowhere(otp, output);
        }
    }

    /** In no row, file or line of the log. */
    private void nowhere(String secret, CapturedOutput output) throws IOException {
        var alone = Pattern.compile("(?<![0-9A-Za-z])" + secret + "(?![0-9A-Za-z])");
        assertThat(output.getAll()).doesNotContainPattern(alone);
        for (String table : List.of("remote_act", "pending_signature", "audit_entry")) {
            assertThat(jdbc.sql("select * from " + table).query().listOfRows().toString())
                    .doesNotContainPattern(alone);
        }
        try (var files = Files.walk(home.resolve("data/pending"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).doesNotContain(secret);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"v1", "v2"})
    void aWrongPinMayBeTypedAgainUntilTheServiceLocksIt(String edition) {
        service.wants(Wants.PIN);
        Issuance it = written();
        UUID id = begun(it, edition);
        for (int i = 0; i < 3; i++) {
            give(id, "000000", "");
            await(() -> {
                signing.workOn(id);
                return leave.wanted(id).filter(now -> now.trouble() != null).isPresent();
            });
            assertThat(trouble(id)).isEqualTo(SignReason.REMOTE_PIN_WRONG);
            assertThat(pending.find(id).state()).isEqualTo(State.AWAITING_VALUE);
        }
        give(id, MockCsc.RIGHT_PIN, "");
        until(id, State.FAILED);
        assertThat(pending.find(id).outcome()).isEqualTo(SignReason.REMOTE_PIN_LOCKED);
        assertThat(desk.document(it.id()).stage()).isEqualTo(Stage.CHECKED);
        refused(() -> give(id, MockCsc.RIGHT_PIN, ""), SignReason.PENDING_GONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"v1", "v2"})
    void anOtpThatExpiredIsSentAgain(String edition) {
        service.wants(Wants.PIN_AND_OTP);
        Issuance it = written();
        UUID id = begun(it, edition);
        String old = service.otpSent();
        service.otpExpires();
        give(id, MockCsc.RIGHT_PIN, old);
        await(() -> {
            signing.workOn(id);
            return leave.wanted(id).filter(now -> now.trouble() != null).isPresent();
        });
        assertThat(trouble(id)).isEqualTo(SignReason.REMOTE_OTP_WRONG);
        leave.sendAgain(id);
        assertThat(service.otpSent()).isNotEqualTo(old);
        give(id, MockCsc.RIGHT_PIN, service.otpSent());
        until(id, State.SIGNED);
    }

    @Test
    void refusesWhatWasNotTypedOrIsTooLong() {
        service.wants(Wants.PIN_AND_OTP);
        UUID id = begun(written(), "v2");
        refused(() -> give(id, "", "123456"), SignReason.REMOTE_PIN_WRONG);
        refused(() -> give(id, MockCsc.RIGHT_PIN, " "), SignReason.REMOTE_OTP_WRONG);
        refused(() -> give(id, "1".repeat(65), "123456"), SignReason.REMOTE_PIN_WRONG);
        assertThat(service.asked()).doesNotContain("/credentials/authorize");
        refused(() -> leave.page(id, BACK), SignReason.PENDING_GONE);
    }

    @Test
    void aSadThatExpiresBeforeItIsUsedSignsNothing() {
        service.behaves(Mode.SAD_EXPIRED);
        service.wants(Wants.PIN);
        Issuance it = written();
        UUID id = begun(it, "v1");
        give(id, MockCsc.RIGHT_PIN, "");
        until(id, State.EXPIRED);
        assertThat(desk.document(it.id()).stage()).isEqualTo(Stage.CHECKED);
    }

    /** What was typed lived in memory only, so that whoever comes after a restart is asked again, and the service is not. */
    @Test
    void afterARestartThePersonIsAskedAgain() {
        service.wants(Wants.PIN);
        UUID id = begun(written(), "v2");
        jdbc.sql("update remote_act set state = 'NEW' where id = (select act from pending_signature where id = :id)")
                .param("id", id.toString())
                .update();
        await(() -> {
            signing.workOn(id);
            return leave.wanted(id).isPresent();
        });
        assertThat(service.asked()).doesNotContain("/credentials/authorize");
        give(id, MockCsc.RIGHT_PIN, "");
        until(id, State.SIGNED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"v1", "v2"})
    void leaveGivenAtTheServicesPageSignsExactlyWhatWasAsked(String edition, CapturedOutput output) throws Exception {
        service.wants(Wants.BROWSER);
        List<Issuance> all = List.of(written(), written());
        var begun = signing.begin(all.stream().map(RemoteLeaveTests::seen).toList(), HEAD, edition);
        UUID id = begun.getFirst().id();
        assertThat(leave.wanted(id).orElseThrow().browser()).isTrue();
        refused(() -> give(id, MockCsc.RIGHT_PIN, ""), SignReason.PENDING_GONE);
        OAuth2AuthorizationRequest page = leave.page(id, BACK);
        assertThat(page.getScopes()).containsExactly("credential");
        assertThat(page.getAdditionalParameters())
                .containsEntry("numSignatures", "2")
                .containsEntry("code_challenge_method", "S256")
                .containsKey(edition.equals("v1") ? "hash" : "hashes");
        String code = code(page);
        leave.allowed(id, page, code);
        for (var it : begun) {
            until(it.id(), State.SIGNED);
        }
        // The leave for one act is not what this installation asks with, nor the other way round.
        assertThat(service.asked())
                .contains("/oauth2/token", "/signatures/signHash")
                .doesNotContain("/credentials/authorize");
        assertThat(output.getAll()).doesNotContain(code + " ", "SAD-", "bi-mat-cua-he-thong");
        refused(() -> leave.allowed(id, page, code), SignReason.PENDING_GONE);
    }

    @Test
    void aCodeOfAnotherPageOrAUsedOneGivesNoLeave() throws Exception {
        service.wants(Wants.BROWSER);
        Issuance it = written();
        UUID id = begun(it, "v2");
        String code = code(leave.page(id, BACK));
        // Another page, another verifier: whoever got hold of the code alone has nothing (RFC 7636, 1).
        leave.allowed(id, leave.page(id, BACK), code);
        until(id, State.REJECTED);
        assertThat(desk.document(it.id()).stage()).isEqualTo(Stage.CHECKED);
        service.behaves(Mode.CODE_USED);
        UUID again = begun(it, "v2");
        var page = leave.page(again, BACK);
        leave.allowed(again, page, code(page));
        until(again, State.REJECTED);
        assertThat(desk.document(it.id()).stage()).isEqualTo(Stage.CHECKED);
    }

    @ParameterizedTest
    @EnumSource(CscService.Edition.class)
    void leaveForManyIsWidenedFiftyAtATime(CscService.Edition edition) throws Exception {
        service.wants(Wants.PIN);
        service.extendsLeave();
        String name = edition.name().toLowerCase(java.util.Locale.ROOT);
        var place = new Place(
                name, name, URI.create(service.address(name)), "antin", "bi-mat-cua-he-thong", Duration.ofSeconds(20));
        var csc = new CscService(place, edition, new JsonMapper());
        var credential = csc.credential("0123456789");
        List<Sha256> digests = IntStream.range(0, 52)
                .mapToObj(it -> Sha256.of(new byte[] {(byte) it}))
                .toList();
        var step = csc.start(credential, digests, UUID.randomUUID(), "Ký", new Leave.Factors(MockCsc.RIGHT_PIN, null));
        assertThat(((RemoteService.Step.Done) step).values()).hasSize(52).doesNotHaveDuplicates();
        assertThat(service.asked()
                        .subList(
                                service.asked().indexOf("/credentials/authorize"),
                                service.asked().size()))
                .containsExactly(
                        "/credentials/authorize",
                        "/signatures/signHash",
                        "/credentials/extendTransaction",
                        "/signatures/signHash");
    }

    @Test
    void moreThanTheServiceSignsWithOneConfirmationIsRefusedAtOnce() {
        service.wants(Wants.PIN);
        service.signsAtMost(1);
        var two = List.of(seen(written()), seen(written()));
        refused(() -> signing.begin(two, HEAD, "v2"), SignReason.REMOTE_TOO_MANY);
        assertThat(pending.openOf(two.getFirst().document())).isEmpty();
    }

    private Refusal.Reason trouble(UUID id) {
        return java.util.Objects.requireNonNull(leave.wanted(id).orElseThrow().trouble())
                .reason();
    }

    private void give(UUID id, String pin, String otp) {
        try (var first = new Pin(pin);
                var second = new Pin(otp)) {
            leave.give(id, first, second);
        }
    }

    /** As a browser does it: the page, and the link that says yes. */
    private static String code(OAuth2AuthorizationRequest page) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            String shown = http.send(
                            HttpRequest.newBuilder(URI.create(page.getAuthorizationRequestUri()))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
            Matcher yes = Pattern.compile("state=([0-9a-f]+)&amp;code=(c\\d+)").matcher(shown);
            assertThat(yes.find()).as(shown).isTrue();
            assertThat(yes.group(1)).isEqualTo(page.getState());
            return yes.group(2);
        }
    }

    private UUID begun(Issuance it, String edition) {
        return signing.begin(List.of(seen(it)), HEAD, edition).getFirst().id();
    }

    private void until(UUID id, State state) {
        await(() -> {
            signing.workOn(id);
            return pending.find(id).state() == state;
        });
    }

    private void await(BooleanSupplier done) {
        for (int i = 0; i < 200 && !done.getAsBoolean(); i++) {
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        assertThat(done.getAsBoolean())
                .as(() -> jdbc.sql(
                                        "select p.state, p.next_try_at, p.tries, p.outcome, r.state as r, r.needs, r.trouble"
                                                + " from pending_signature p join remote_act r on p.act = r.id order by p.created_at desc limit 2")
                                .query()
                                .listOfRows()
                        + " " + java.time.Instant.now())
                .isTrue();
    }

    private static SigningDesk.Seen seen(Issuance it) {
        return new SigningDesk.Seen(it.id(), java.util.Objects.requireNonNull(it.pdf()));
    }

    private Issuance written() {
        Issuance it = desk.write(
                desk.newDocument(),
                new OutgoingDesk.Draft(
                        new AgencyId("pgd-an-duong"),
                        HEAD,
                        null,
                        "cong-van",
                        templates.named("cong-van").sample(),
                        false,
                        HEAD.value()));
        assertThat(it.stage()).isEqualTo(Stage.CHECKED);
        return it;
    }

    private static void refused(ThrowingCallable act, Refusal.Reason reason) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Refusal.class, it -> assertThat(it.reason()).isEqualTo(reason));
    }
}
