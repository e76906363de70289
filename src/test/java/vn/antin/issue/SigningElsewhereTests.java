package vn.antin.issue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.antin.MockCsc;
import vn.antin.MockCsc.Mode;
import vn.antin.Peers;
import vn.antin.SoftHsm;
import vn.antin.kernel.AgencyId;
import vn.antin.kernel.PersonId;
import vn.antin.kernel.Refusal;
import vn.antin.sign.PendingSignature;
import vn.antin.sign.PendingSignature.State;
import vn.antin.sign.PendingSignatures;
import vn.antin.sign.Pin;
import vn.antin.sign.SignReason;
import vn.antin.template.Templates;
import vn.antin.trust.TimestampAuthority;
import vn.antin.trust.TrustReason;

/** Signatures that are begun here and finished by a key elsewhere, in every way that this can go. */
@DirtiesContext
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE)
@ExtendWith(OutputCaptureExtension.class)
class SigningElsewhereTests {
    private static final PersonId HEAD = new PersonId("vu-manh-hung");
    private static final PersonId CLERK = new PersonId("van-thu-an-duong");
    private static final String TOKEN = "tk-tu-xa";
    private static final String PIN = "593817";
    private static final AtomicBoolean NO_TIMESTAMP = new AtomicBoolean();
    private static final AtomicReference<Duration> LATER = new AtomicReference<>(Duration.ZERO);

    @TempDir
    static Path home;

    @SuppressWarnings("NullAway.Init") // Before the context starts.
    private static X509Certificate head;

    @SuppressWarnings("NullAway.Init") // Before the context starts.
    private static MockCsc service;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry properties) throws IOException {
        SoftHsm.token(TOKEN, PIN);
        head = SoftHsm.key(TOKEN, PIN, "hung", "rsa:2048", "Vũ Mạnh Hùng");
        SoftHsm.key(TOKEN, PIN, "khac", "rsa:2048", "Người Khác");
        service = new MockCsc(TOKEN, PIN, "hung", "khac", head);
        Path secret = home.resolve("secret.txt");
        Files.writeString(secret, "bi-mat-cua-he-thong\n");
        Path anchors = SoftHsm.anchors(home.resolve("anchors"));
        properties.add("antin.home", () -> home.resolve("data").toString());
        // Its keys are its own, and nobody registered them.
        properties.add("antin.agency.unregistered-certificates", () -> "allow");
        properties.add("antin.trust.anchors", anchors::toString);
        int i = 0;
        for (var kind : List.of("CSC_V2/v2", "CSC_V1/v1", "VNPT/sca", "VIETTEL/vtss")) {
            String at = "antin.sign.remote.services[" + i++ + "].";
            String edition = kind.substring(kind.indexOf('/') + 1);
            properties.add(at + "name", () -> edition);
            properties.add(at + "kind", () -> kind.substring(0, kind.indexOf('/')));
            properties.add(at + "address", () -> service.address(edition.equals("vtss") ? "" : edition));
            properties.add(at + "client-id", () -> "antin");
            properties.add(at + "secret-file", secret::toString);
            properties.add(at + "timeout", () -> "1s");
            properties.add(at + "accounts.vu-manh-hung", () -> "0123456789");
        }
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class FailingTimestampsAndATurnableClock {
        @Bean
        static BeanPostProcessor onDemand() {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return switch (bean) {
                        case TimestampAuthority real ->
                            (TimestampAuthority) digest -> {
                                if (NO_TIMESTAMP.get()) {
                                    throw new Refusal(TrustReason.TIMESTAMP_UNAVAILABLE);
                                }
                                return real.stamp(digest);
                            };
                        case Clock real ->
                            new Clock() {
                                @Override
                                public ZoneId getZone() {
                                    return real.getZone();
                                }

                                @Override
                                public Clock withZone(ZoneId zone) {
                                    return real.withZone(zone);
                                }

                                @Override
                                public Instant instant() {
                                    return real.instant().plus(LATER.get());
                                }
                            };
                        default -> bean;
                    };
                }
            };
        }
    }

    @Autowired
    OutgoingDesk desk;

    @Autowired
    SigningDesk signing;

    @Autowired
    PendingSignatures pending;

    @Autowired
    Templates templates;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    AutowireCapableBeanFactory beans;

    @AfterEach
    void asItWas() {
        NO_TIMESTAMP.set(false);
        LATER.set(Duration.ZERO);
    }

    @Test
    void aProgramSignsADigestAndTheDocumentIsSealedAfterwards() throws Exception {
        Issuance it = written();
        var toSign = signing.begin(seen(it), HEAD, List.of(head.getEncoded()));
        assertThat(desk.document(it.id()).stage()).isEqualTo(Stage.CHECKED);
        assertThat(toSign.algorithm()).isEqualTo("SHA256withRSA");
        byte[] wrong = value(toSign);
        wrong[9] ^= 1;
        refused(() -> signing.bring(toSign.pending().id(), HEAD, wrong), SignReason.VALUE_WRONG);
        refused(() -> signing.bring(toSign.pending().id(), CLERK, value(toSign)), IssueReason.ONLY_THE_SIGNATORY_SIGNS);
        // The right value is still welcome, once.
        pending.bring(toSign.pending().id(), value(toSign));
        refused(() -> pending.bring(toSign.pending().id(), value(toSign)), SignReason.PENDING_GONE);
        signing.workOn(toSign.pending().id());
        assertThat(desk.document(it.id()).stage()).isEqualTo(Stage.SIGNED);
        assertThat(pending.find(toSign.pending().id()).state()).isEqualTo(State.SIGNED);
        try (var pin = new Pin("12345678")) {
            var original = desk.numberAndSeal(it.id(), CLERK, pin);
            assertThat(original).isNotNull();
        }
        assertThat(Peers.said(desk.pages(it.id()).bytes(), "pdfsig", "-nocert"))
                .contains("Vũ Mạnh Hùng")
                .satisfies(
                        said -> assertThat(said.split("Signature is Valid", -1)).hasSize(3));
        assertThat(home.resolve("data/pending").resolve(toSign.pending().id().toString()))
                .doesNotExist();
    }

    @Test
    void aPendingSignatureSurvivesARestartWithExactlyItsParameters() throws Exception {
        Issuance it = written();
        var before = signing.begin(seen(it), HEAD, List.of(head.getEncoded()));
        LATER.set(Duration.ofMinutes(3));
        PendingSignatures restarted = beans.createBean(PendingSignatures.class);
        var after = restarted.toSign(before.pending().id());
        assertThat(after.digest()).isEqualTo(before.digest());
        assertThat(after.attributes()).isEqualTo(before.attributes());
        restarted.bring(before.pending().id(), value(before));
        signing.workOn(before.pending().id());
        assertThat(desk.document(it.id()).stage()).isEqualTo(Stage.SIGNED);
    }

    @Test
    void whatWasAlteredOnTheDiskIsNotCompleted() throws Exception {
        Issuance it = written();
        var toSign = signing.begin(seen(it), HEAD, List.of(head.getEncoded()));
        UUID id = toSign.pending().id();
        Path folder = home.resolve("data/pending").resolve(id.toString());
        Path file;
        try (var files = Files.list(folder)) {
            file = files.findFirst().orElseThrow();
        }
        byte[] right = Files.readAllBytes(file);
        byte[] altered = right.clone();
        altered[500] ^= 1;
        Files.write(file, altered);
        refused(() -> signing.bring(id, HEAD, value(toSign)), SignReason.PENDING_DAMAGED);
        Files.write(file, right);
        // Nor what was altered in the rows: another range, other attributes, another's certificate.
        for (String change : List.of(
                "range_from = range_from + 2",
                "range_to = range_to - 2",
                "source_size = source_size - 1",
                "attributes = 'MAA='",
                "chain = '"
                        + java.util.Base64.getEncoder()
                                .encodeToString(SoftHsm.root().getEncoded()) + "'")) {
            var kept = jdbc.sql(
                            "select range_from, range_to, source_size, attributes, chain from pending_signature where id = :id")
                    .param("id", id.toString())
                    .query()
                    .singleRow();
            jdbc.sql("update pending_signature set " + change + " where id = :id")
                    .param("id", id.toString())
                    .update();
            refused(() -> signing.bring(id, HEAD, value(toSign)), SignReason.PENDING_DAMAGED);
            jdbc.sql(
                            "update pending_signature set range_from = :range_from, range_to = :range_to, source_size = :source_size,"
                                    + " attributes = :attributes, chain = :chain where id = :id")
                    .params(kept)
                    .param("id", id.toString())
                    .update();
        }
        pending.bring(id, value(toSign));
        signing.workOn(id);
        assertThat(desk.document(it.id()).stage()).isEqualTo(Stage.SIGNED);
    }

    @Test
    void aValueThatComesTooLateIsNotTaken() throws Exception {
        Issuance it = written();
        var toSign = signing.begin(seen(it), HEAD, List.of(head.getEncoded()));
        LATER.set(Duration.ofMinutes(16));
        refused(() -> signing.bring(toSign.pending().id(), HEAD, value(toSign)), SignReason.PENDING_EXPIRED);
        assertThat(pending.find(toSign.pending().id()).state()).isEqualTo(State.EXPIRED);
        assertThat(desk.document(it.id()).stage()).isEqualTo(Stage.CHECKED);
        // And another can be begun.
        assertThat(signing.begin(seen(it), HEAD, List.of(head.getEncoded()))).isNotNull();
    }

    @Test
    void oneDocumentHasOneSignatureUnderWay() throws Exception {
        Issuance it = written();
        var toSign = signing.begin(seen(it), HEAD, List.of(head.getEncoded()));
        refused(() -> signing.begin(seen(it), HEAD, List.of(head.getEncoded())), SignReason.PENDING_ALREADY);
        refused(() -> signing.beginErrand(seen(it), HEAD), SignReason.PENDING_ALREADY);
        signing.cancel(toSign.pending().id(), HEAD);
        refused(() -> signing.bring(toSign.pending().id(), HEAD, value(toSign)), SignReason.PENDING_GONE);
        assertThat(signing.beginErrand(seen(it), HEAD)).isNotNull();
    }

    @Test
    void aDocumentChangedWithdrawnOrSignedOtherwiseCancelsIt() throws Exception {
        for (String act : List.of("changed", "withdrawn", "signed")) {
            Issuance it = written();
            var toSign = signing.begin(seen(it), HEAD, List.of(head.getEncoded()));
            switch (act) {
                case "changed" -> written(it.id());
                case "withdrawn" -> desk.withdraw(it.id(), HEAD);
                default -> {
                    try (var pin = new Pin("12345678")) {
                        desk.sign(it.id(), HEAD, pin);
                    }
                }
            }
            assertThat(pending.find(toSign.pending().id()).state()).isEqualTo(State.CANCELLED);
            refused(() -> signing.bring(toSign.pending().id(), HEAD, value(toSign)), SignReason.PENDING_GONE);
        }
    }

    @Test
    void anotherWhoMayNotSignOrSawOtherPagesBeginsNothing() throws Exception {
        Issuance it = written();
        refused(() -> signing.begin(seen(it), CLERK, List.of(head.getEncoded())), IssueReason.ONLY_THE_SIGNATORY_SIGNS);
        var other = new SigningDesk.Seen(it.id(), vn.antin.kernel.Sha256.of(new byte[0]));
        refused(() -> signing.begin(other, HEAD, List.of(head.getEncoded())), IssueReason.NOT_THIS_STAGE);
        var keys = java.security.KeyPairGenerator.getInstance("RSA");
        keys.initialize(2048);
        byte[] own = Files.readAllBytes(Path.of("keys-sample/people/vu-manh-hung.pem"));
        assertThat(signing.begin(seen(it), HEAD, List.of(own))).isNotNull();
        pending.cancelOf(it.id());
        refused(
                () -> signing.begin(
                        seen(it),
                        HEAD,
                        List.of(SelfMade.certificate(keys.generateKeyPair()).getEncoded())),
                SignReason.CERTIFICATE_NOT_TRUSTED);
        refused(() -> signing.begin(seen(it), HEAD, List.of(new byte[] {0x30, 1, 1})), SignReason.VALUE_WRONG);
    }

    @Test
    void aDeadTimeStampAuthorityLosesNothing() throws Exception {
        Issuance it = written();
        var toSign = signing.begin(seen(it), HEAD, List.of(head.getEncoded()));
        UUID id = toSign.pending().id();
        NO_TIMESTAMP.set(true);
        pending.bring(id, value(toSign));
        signing.workOn(id);
        assertThat(pending.find(id).state()).isEqualTo(State.AWAITING_TIMESTAMP);
        assertThat(pending.due()).extracting(PendingSignature::id).doesNotContain(id);
        // Hours later, after a restart, long after the value itself would have come too late.
        LATER.set(Duration.ofHours(9));
        assertThat(pending.due()).extracting(PendingSignature::id).contains(id);
        beans.createBean(PendingSignatures.class).work(id);
        assertThat(pending.find(id).state()).isEqualTo(State.AWAITING_TIMESTAMP);
        NO_TIMESTAMP.set(false);
        signing.workOn(id);
        assertThat(desk.document(it.id()).stage()).isEqualTo(Stage.SIGNED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"v2", "vtss", "sca"})
    void aRemoteServiceSignsWhenThePersonConfirmsOnTheTelephone(String name) {
        service.behaves(Mode.PUSH);
        Issuance it = written();
        var begun = signing.begin(List.of(seen(it)), HEAD, name).getFirst();
        await(() -> waits(begun));
        later(Duration.ofSeconds(3));
        signing.workOn(begun.id());
        assertThat(pending.find(begun.id()).state()).isEqualTo(State.AWAITING_VALUE);
        service.confirm();
        until(begun.id(), State.SIGNED);
        assertThat(desk.document(it.id()).stage()).isEqualTo(Stage.SIGNED);
        assertThat(Peers.said(desk.pages(it.id()).bytes(), "pdfsig", "-nocert"))
                .contains("Signature is Valid", "Vũ Mạnh Hùng", "Total document signed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"v1", "v2"})
    void aServiceMayAuthoriseAtOnce(String name) {
        service.behaves(Mode.SAD_AT_ONCE);
        Issuance it = written();
        var begun = signing.begin(List.of(seen(it)), HEAD, name).getFirst();
        until(begun.id(), State.SIGNED);
        assertThat(service.asked()).contains("/credentials/authorize", "/signatures/signHash");
        assertThat(service.wordsShown()).startsWith("Ký văn bản: ");
    }

    @Test
    void aServiceMaySignLaterAndForgetItsTokens() {
        service.behaves(Mode.PUSH_THEN_ASYNC);
        Issuance it = written();
        var begun = signing.begin(List.of(seen(it)), HEAD, "v2").getFirst();
        service.confirm();
        service.forgetsTokens();
        until(begun.id(), State.SIGNED);
        assertThat(service.asked()).contains("/signatures/signPolling");
    }

    @Test
    void severalPapersAreConfirmedByOneActAndABadOneSpoilsNoOther() {
        for (var mode : List.of(Mode.OTHER_ORDER, Mode.ONE_VALUE_TOO_MANY, Mode.ONE_VALUE_MISSING, Mode.NOT_BASE64)) {
            service.behaves(mode);
            List<Issuance> all = List.of(written(), written(), written());
            var begun =
                    signing.begin(all.stream().map(SigningElsewhereTests::seen).toList(), HEAD, "v2");
            service.confirm();
            boolean spoilt = mode == Mode.ONE_VALUE_MISSING || mode == Mode.NOT_BASE64;
            until(begun.get(0).id(), spoilt ? State.FAILED : State.SIGNED);
            until(begun.get(1).id(), State.SIGNED);
            until(begun.get(2).id(), State.SIGNED);
            assertThat(service.asked().stream().filter("/credentials/authorize"::equals))
                    .hasSize(1);
            assertThat(service.wordsShown()).isEqualTo("Ký 3 văn bản");
            assertThat(all)
                    .extracting(it -> desk.document(it.id()).stage())
                    .containsExactly(spoilt ? Stage.CHECKED : Stage.SIGNED, Stage.SIGNED, Stage.SIGNED);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Mode.class,
            names = {
                "REJECTED",
                "EXPIRED",
                "OTHER_KEY",
                "WRONG_SAD",
                "ERROR_500",
                "GARBAGE",
                "NO_OBJECT",
                "HUGE",
                "DRIPPING",
                "SILENT",
                "REDIRECTED"
            })
    void aServiceThatMisbehavesSignsNothingAndIsToldApart(Mode mode, CapturedOutput output) {
        service.behaves(mode);
        Issuance it = written();
        var begun = signing.begin(List.of(seen(it)), HEAD, "v2").getFirst();
        service.confirm();
        State end = mode == Mode.REJECTED ? State.REJECTED : mode == Mode.EXPIRED ? State.EXPIRED : State.FAILED;
        until(begun.id(), end);
        SignReason reason = switch (mode) {
            case REJECTED -> SignReason.REMOTE_REJECTED;
            case EXPIRED -> SignReason.PENDING_EXPIRED;
            case OTHER_KEY -> SignReason.REMOTE_ANSWER_WRONG;
            default -> SignReason.REMOTE_UNAVAILABLE;
        };
        assertThat(pending.find(begun.id()).outcome()).isEqualTo(reason);
        assertThat(desk.document(it.id()).stage()).isEqualTo(Stage.CHECKED);
        assertThat(service.asked()).doesNotContain("/elsewhere");
        assertThat(output.getAll()).doesNotContain("bi-mat-cua-he-thong", "SAD-");
        // The document can be signed by another way.
        try (var pin = new Pin("12345678")) {
            assertThat(desk.sign(it.id(), HEAD, pin).stage()).isEqualTo(Stage.SIGNED);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Mode.class,
            names = {"ERROR_500", "GARBAGE", "SILENT"})
    void aServiceThatFailsWhileThePersonConfirmsIsAskedAgain(Mode mode) {
        service.behaves(Mode.PUSH);
        Issuance it = written();
        var begun = signing.begin(List.of(seen(it)), HEAD, "v2").getFirst();
        await(() -> service.asked().contains("/credentials/authorize"));
        await(() -> waits(begun));
        service.behaves(mode);
        later(Duration.ofSeconds(3));
        signing.workOn(begun.id());
        assertThat(service.asked()).contains("/credentials/authorizeCheck");
        assertThat(pending.find(begun.id()).state()).isEqualTo(State.AWAITING_VALUE);
        service.behaves(Mode.PUSH);
        service.confirm();
        until(begun.id(), State.SIGNED);
    }

    private boolean waits(PendingSignature it) {
        return jdbc.sql("select r.state from remote_act r join pending_signature p on p.act = r.id where p.id = :id")
                .param("id", it.id().toString())
                .query(String.class)
                .single()
                .equals("WAITING");
    }

    @Test
    void whoDoesNotConfirmInFiveMinutesHasSignedNothing() {
        service.behaves(Mode.PUSH);
        Issuance it = written();
        var begun = signing.begin(List.of(seen(it)), HEAD, "v2").getFirst();
        await(() -> waits(begun));
        LATER.set(Duration.ofMinutes(6));
        signing.workOn(begun.id());
        assertThat(pending.find(begun.id()).state()).isEqualTo(State.EXPIRED);
        service.confirm();
        signing.workOn(begun.id());
        assertThat(desk.document(it.id()).stage()).isEqualTo(Stage.CHECKED);
    }

    @Test
    void aQuestionOfWhichNobodyKnowsWhetherItArrivedIsNotAskedTwice() {
        service.behaves(Mode.PUSH);
        Issuance it = written();
        var begun = signing.begin(List.of(seen(it)), HEAD, "v2").getFirst();
        await(() -> waits(begun));
        // As if the process had ended while it asked.
        jdbc.sql("update remote_act set state = 'ASKING', progress = null where id = (select act from pending_signature"
                        + " where id = :id)")
                .param("id", begun.id().toString())
                .update();
        service.behaves(Mode.PUSH);
        later(Duration.ofSeconds(3));
        signing.workOn(begun.id());
        assertThat(pending.find(begun.id()).state()).isEqualTo(State.FAILED);
        assertThat(service.asked()).isEmpty();
    }

    @Test
    void neitherSecretsNorLeaveToSignAreKept() throws IOException {
        service.behaves(Mode.SAD_AT_ONCE);
        Issuance it = written();
        var begun = signing.begin(List.of(seen(it)), HEAD, "v2").getFirst();
        until(begun.id(), State.SIGNED);
        try (var files = Files.walk(home.resolve("data"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain("bi-mat-cua-he-thong", "SAD-h");
            }
        }
    }

    private void until(UUID id, State state) {
        await(() -> {
            later(Duration.ofMillis(2100));
            signing.workOn(id);
            return pending.find(id).state() == state;
        });
    }

    private static void later(Duration time) {
        LATER.updateAndGet(it -> it.plus(time));
    }

    private static void await(java.util.function.BooleanSupplier done) {
        for (int i = 0; i < 150 && !done.getAsBoolean(); i++) {
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        assertThat(done.getAsBoolean()).isTrue();
    }

    private static byte[] value(PendingSignatures.ToSign it) {
        return SoftHsm.signs(TOKEN, PIN, "hung", true, it.digest().bytes());
    }

    private static SigningDesk.Seen seen(Issuance it) {
        return new SigningDesk.Seen(it.id(), java.util.Objects.requireNonNull(it.pdf()));
    }

    private Issuance written() {
        return written(desk.newDocument());
    }

    private Issuance written(vn.antin.kernel.DocumentId id) {
        Issuance it = desk.write(
                id,
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

    /** A certificate that nobody issued but its owner. */
    private static final class SelfMade {
        static X509Certificate certificate(java.security.KeyPair pair) throws Exception {
            var name = new org.bouncycastle.asn1.x500.X500Name("CN=Vũ Mạnh Hùng");
            return new org.bouncycastle.cert.jcajce.JcaX509CertificateConverter()
                    .getCertificate(new org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder(
                                    name,
                                    java.math.BigInteger.TEN,
                                    java.util.Date.from(Instant.parse("2020-01-01T00:00:00Z")),
                                    java.util.Date.from(java.time.LocalDate.of(2040, 1, 1)
                                            .atStartOfDay()
                                            .toInstant(ZoneOffset.UTC)),
                                    name,
                                    pair.getPublic())
                            .build(new org.bouncycastle.operator.jcajce.JcaContentSignerBuilder("SHA256withRSA")
                                    .build(pair.getPrivate())));
        }
    }
}
