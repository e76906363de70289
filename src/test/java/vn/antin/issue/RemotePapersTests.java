package vn.antin.issue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.node.ObjectNode;
import vn.antin.MockCsc;
import vn.antin.MockCsc.Mode;
import vn.antin.MockCsc.Wants;
import vn.antin.SoftHsm;
import vn.antin.agency.Member;
import vn.antin.agency.Role;
import vn.antin.issue.PaperRun.Act;
import vn.antin.issue.PaperRun.ItemState;
import vn.antin.issue.PaperRun.State;
import vn.antin.issue.PaperRun.Ticked;
import vn.antin.kernel.AgencyId;
import vn.antin.kernel.DocumentId;
import vn.antin.kernel.PersonId;
import vn.antin.sign.Pin;
import vn.antin.template.Templates;

/** Many papers by one confirmation at a remote service: each is signed or not, and none is half signed. */
@DirtiesContext
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE)
class RemotePapersTests {
    private static final AgencyId BODY = new AgencyId("pgd-an-duong");
    private static final Member HEAD =
            new Member(new PersonId("vu-manh-hung"), "Vũ Mạnh Hùng", BODY, Set.of(Role.SIGNATORY));
    private static final String TOKEN = "tk-nhieu";
    private static final String PIN = "593817";

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
        properties.add("antin.sign.remote.services[0].name", () -> "v2");
        properties.add("antin.sign.remote.services[0].address", () -> service.address("v2"));
        properties.add("antin.sign.remote.services[0].client-id", () -> "antin");
        properties.add("antin.sign.remote.services[0].secret-file", secret::toString);
        properties.add("antin.sign.remote.services[0].accounts.vu-manh-hung", () -> "0123456789");
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
    PaperDesk papers;

    @Autowired
    RemotePapers remote;

    @Autowired
    PaperRuns runs;

    @Autowired
    Templates templates;

    @BeforeEach
    void well() {
        service.behaves(Mode.SAD_AT_ONCE);
        service.wants(Wants.NOTHING);
    }

    @Test
    void oneConfirmationSignsThemAllAndABadOneSpoilsNoOther() {
        service.behaves(Mode.ONE_VALUE_MISSING);
        var written = written(4);
        var ticks = ticks(written);
        // The pages of the second are no longer those that were seen.
        var answers = (ObjectNode) written.get(1).answers().deepCopy();
        answers.put("subject", "Trích yếu khác");
        write(written.get(1).id(), answers);
        UUID run = remote.start(HEAD, ticks, "v2");
        service.confirm();
        over(run);
        assertThat(runs.find(run).orElseThrow().state()).isEqualTo(State.DONE);
        // The service left out the first value, and the others went where they fit.
        assertThat(runs.items(run).stream().map(PaperRun.Item::state))
                .containsExactly(ItemState.FAILED, ItemState.FAILED, ItemState.DONE, ItemState.DONE);
        assertThat(runs.items(run).get(1).reason()).isNotBlank();
        assertThat(written.stream().map(this::stage))
                .containsExactly(Stage.CHECKED, Stage.CHECKED, Stage.SIGNED, Stage.SIGNED);
        assertThat(service.asked().stream().filter("/credentials/authorize"::equals))
                .hasSize(1);
        assertThat(service.wordsShown()).isEqualTo("Ký 3 văn bản");
    }

    @Test
    void whoRejectsItHasSignedNoneAndAllStillWait() {
        service.behaves(Mode.REJECTED);
        var written = written(3);
        UUID run = remote.start(HEAD, ticks(written), "v2");
        over(run);
        var halted = runs.find(run).orElseThrow();
        assertThat(halted.state()).isEqualTo(State.HALTED);
        assertThat(halted.reason()).contains("từ chối");
        assertThat(runs.tally(run)).isEqualTo(new PaperRun.Tally(3, 0, 0));
        assertThat(written).allSatisfy(it -> assertThat(stage(it)).isEqualTo(Stage.CHECKED));
        // And can be signed by another key at once.
        try (var pin = new Pin("12345678")) {
            desk.sign(written.getFirst().id(), HEAD.person(), pin);
        }
    }

    @Test
    void aServiceWhereThePersonHasNoAccountHaltsTheRun() {
        var written = written(2);
        UUID run = remote.start(HEAD, ticks(written), "khong-co");
        over(run);
        assertThat(runs.find(run).orElseThrow().state()).isEqualTo(State.HALTED);
        assertThat(runs.tally(run)).isEqualTo(new PaperRun.Tally(2, 0, 0));
    }

    @Test
    void stoppedWhileThePersonIsAskedNothingIsSignedWhateverComesAfterwards() {
        service.behaves(Mode.PUSH);
        var written = written(3);
        UUID run = remote.start(HEAD, ticks(written), "v2");
        await(() -> service.asked().contains("/credentials/authorize"));
        assertThatThrownBy(() -> remote.start(HEAD, ticks(written), "v2")).hasMessage("issue.RUN_UNDER_WAY");
        assertThatThrownBy(() -> papers.start(HEAD, Act.SIGN, ticks(written), new Pin("12345678")))
                .hasMessage("issue.RUN_UNDER_WAY");
        await(() -> runs.find(run).orElseThrow().pending() != null);
        remote.stop(runs.find(run).orElseThrow());
        service.confirm();
        over(run);
        assertThat(runs.find(run).orElseThrow().state()).isEqualTo(State.STOPPED);
        assertThat(runs.items(run).stream().map(PaperRun.Item::state)).containsOnly(ItemState.WAITING);
        assertThat(written).allSatisfy(it -> assertThat(stage(it)).isEqualTo(Stage.CHECKED));
    }

    @Test
    void aRunGoesOnAfterARestart() {
        service.behaves(Mode.PUSH);
        var written = written(2);
        UUID run = remote.start(HEAD, ticks(written), "v2");
        await(() -> runs.find(run).orElseThrow().pending() != null && !papers.holds(run));
        // As when the service comes up again.
        papers.tellInterrupted();
        assertThat(runs.find(run).orElseThrow().state()).isEqualTo(State.RUNNING);
        service.confirm();
        over(run);
        assertThat(runs.tally(run)).isEqualTo(new PaperRun.Tally(2, 2, 0));
    }

    private void over(UUID run) {
        await(() -> {
            signing.workOnAll();
            remote.lookAfterAll();
            return !remote.moving(runs.find(run).orElseThrow());
        });
    }

    private static void await(BooleanSupplier done) {
        for (int i = 0; i < 400 && !done.getAsBoolean(); i++) {
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        assertThat(done.getAsBoolean()).isTrue();
    }

    private List<Issuance> written(int many) {
        return IntStream.range(0, many)
                .mapToObj(it -> write(desk.newDocument(), (ObjectNode)
                        templates.named("cong-van").sample()))
                .toList();
    }

    private Issuance write(DocumentId id, ObjectNode answers) {
        return desk.write(
                id,
                new OutgoingDesk.Draft(
                        BODY,
                        HEAD.person(),
                        null,
                        "cong-van",
                        answers,
                        false,
                        HEAD.person().value()));
    }

    private Stage stage(Issuance it) {
        return desk.document(it.id()).stage();
    }

    private static List<Ticked> ticks(List<Issuance> written) {
        return written.stream()
                .map(it -> new Ticked(it.id(), Objects.requireNonNull(it.pdf())))
                .toList();
    }
}
