package vn.antin.issue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;
import tools.jackson.databind.node.ObjectNode;
import vn.antin.agency.Member;
import vn.antin.agency.Role;
import vn.antin.issue.PaperRun.Act;
import vn.antin.issue.PaperRun.ItemState;
import vn.antin.issue.PaperRun.State;
import vn.antin.issue.PaperRun.Ticked;
import vn.antin.kernel.AgencyId;
import vn.antin.kernel.DocumentId;
import vn.antin.kernel.PersonId;
import vn.antin.kernel.Refusal;
import vn.antin.sign.Pin;
import vn.antin.template.Templates;
import vn.antin.trust.TrustReason;

/** Many papers by one act: each succeeds or fails by itself, it can be stopped, and none is half signed. */
@DirtiesContext
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE)
class PaperDeskTests {
    private static final AgencyId BODY = new AgencyId("pgd-an-duong");
    private static final Member HEAD =
            new Member(new PersonId("vu-manh-hung"), "Vũ Mạnh Hùng", BODY, Set.of(Role.SIGNATORY));
    private static final Member CLERK =
            new Member(new PersonId("van-thu-an-duong"), "Văn thư", BODY, Set.of(Role.REGISTRAR));
    private static final String PIN = "12345678";

    @TempDir
    static Path home;

    @DynamicPropertySource
    static void home(DynamicPropertyRegistry properties) {
        properties.add("antin.home", () -> home.toString());
    }

    @MockitoSpyBean
    OutgoingDesk desk;

    @Autowired
    PaperDesk papers;

    @Autowired
    PaperRuns runs;

    @Autowired
    Templates templates;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void asBefore() {
        reset(desk);
    }

    @Test
    void oneTypedPinSignsThemAllAndIsGoneAfterwards() {
        var written = written(5);
        var pin = new Pin(PIN);
        UUID run = finished(papers.start(HEAD, Act.SIGN, ticks(written), pin));
        assertThat(runs.find(run).orElseThrow().state()).isEqualTo(State.DONE);
        assertThat(runs.tally(run)).isEqualTo(new PaperRun.Tally(5, 5, 0));
        assertThat(written).allSatisfy(it -> assertThat(stage(it)).isEqualTo(Stage.SIGNED));
        // Overwritten: whoever still holds it holds zeros.
        var late = written(1).getFirst();
        assertThatThrownBy(() -> desk.sign(late.id(), HEAD.person(), pin)).hasMessage("sign.PIN_INCORRECT");
        try (var right = new Pin(PIN)) {
            desk.sign(late.id(), HEAD.person(), right);
        }
        String kept = String.join(
                "\n",
                jdbc.sql("select reason || state from paper_run union all"
                                + " select subject || coalesce(reason, '') from paper_run_item union all"
                                + " select details from audit_entry")
                        .query((row, n) -> String.valueOf(row.getString(1)))
                        .list());
        assertThat(kept).doesNotContainPattern(Pattern.compile("(?<![0-9a-f])" + PIN + "(?![0-9a-f])"));
    }

    @Test
    void stopsBetweenTwoPapersAndNoneIsHalfSigned() throws InterruptedException {
        var written = written(4);
        var second = new CountDownLatch(1);
        var stopped = new CountDownLatch(1);
        doAnswer(call -> {
                    second.countDown();
                    stopped.await();
                    return call.callRealMethod();
                })
                .when(desk)
                .sign(eq(written.get(1).id()), any(), any(), any());
        UUID run = papers.start(HEAD, Act.SIGN, ticks(written), new Pin(PIN));
        second.await();
        papers.stop(run);
        assertThat(papers.holds(run)).isTrue();
        stopped.countDown();
        finished(run);
        assertThat(runs.find(run).orElseThrow().state()).isEqualTo(State.STOPPED);
        assertThat(written.stream().map(this::stage))
                .containsExactly(Stage.SIGNED, Stage.SIGNED, Stage.CHECKED, Stage.CHECKED);
        assertThat(runs.items(run).stream().map(PaperRun.Item::state))
                .containsExactly(ItemState.DONE, ItemState.DONE, ItemState.WAITING, ItemState.WAITING);
        assertThatThrownBy(() -> papers.stop(run)).hasMessage("issue.RUN_OVER");
    }

    @Test
    void aPaperWhosePagesChangedSinceTheyWereSeenFailsAlone() {
        var written = written(3);
        var ticks = ticks(written);
        var answers = (ObjectNode) written.get(1).answers().deepCopy();
        answers.put("subject", "Trích yếu khác");
        write(written.get(1).id(), answers);
        UUID run = finished(papers.start(HEAD, Act.SIGN, ticks, new Pin(PIN)));
        assertThat(runs.find(run).orElseThrow().state()).isEqualTo(State.DONE);
        assertThat(runs.items(run).stream().map(PaperRun.Item::state))
                .containsExactly(ItemState.DONE, ItemState.FAILED, ItemState.DONE);
        assertThat(runs.items(run).get(1).reason()).contains("đã đổi sau khi bạn xem");
        assertThat(stage(written.get(1))).isEqualTo(Stage.CHECKED);
    }

    @Test
    void whateverBreaksInOnePaperTheOthersAreSigned() {
        var written = written(3);
        doThrow(new IllegalStateException("broken on purpose"))
                .when(desk)
                .sign(eq(written.get(0).id()), any(), any(), any());
        UUID run = finished(papers.start(HEAD, Act.SIGN, ticks(written), new Pin(PIN)));
        assertThat(runs.tally(run)).isEqualTo(new PaperRun.Tally(3, 2, 1));
        assertThat(runs.items(run).getFirst().reason()).contains("nhật ký của máy chủ");
    }

    @Test
    void aWrongPinIsTriedOnceOnlyAndThePapersStillWait() {
        var written = written(4);
        clearInvocations(desk);
        UUID run = finished(papers.start(HEAD, Act.SIGN, ticks(written), new Pin("00000000")));
        var halted = runs.find(run).orElseThrow();
        assertThat(halted.state()).isEqualTo(State.HALTED);
        assertThat(halted.reason()).contains("PIN");
        assertThat(runs.tally(run)).isEqualTo(new PaperRun.Tally(4, 0, 0));
        verify(desk, times(1)).sign(any(), any(), any(), any());
        assertThat(written).allSatisfy(it -> assertThat(stage(it)).isEqualTo(Stage.CHECKED));
        UUID again = finished(papers.start(HEAD, Act.SIGN, ticks(written), new Pin(PIN)));
        assertThat(runs.tally(again)).isEqualTo(new PaperRun.Tally(4, 4, 0));
    }

    @Test
    void withoutTimeStampsItGivesUpAfterThreePapers() {
        var written = written(5);
        doThrow(new Refusal(TrustReason.TIMESTAMP_UNAVAILABLE)).when(desk).sign(any(), any(), any(), any());
        UUID run = finished(papers.start(HEAD, Act.SIGN, ticks(written), new Pin(PIN)));
        assertThat(runs.find(run).orElseThrow().state()).isEqualTo(State.HALTED);
        assertThat(runs.tally(run)).isEqualTo(new PaperRun.Tally(5, 0, 3));
    }

    @Test
    void aRunCutShortByTheEndOfTheServiceTellsWhatReallyBecameOfEachPaper() {
        var written = written(2);
        UUID run = UUID.randomUUID();
        var items = new ArrayList<PaperRun.Item>();
        written.forEach(it -> items.add(
                new PaperRun.Item(items.size() + 1, it.id(), it.subject(), pdf(it), ItemState.WAITING, null)));
        runs.keep(run, BODY, HEAD.person(), Act.SIGN, null, items);
        try (var pin = new Pin(PIN)) {
            desk.sign(written.getFirst().id(), HEAD.person(), pin);
        }
        papers.tellInterrupted();
        assertThat(runs.find(run).orElseThrow().state()).isEqualTo(State.INTERRUPTED);
        assertThat(runs.items(run).stream().map(PaperRun.Item::state))
                .containsExactly(ItemState.DONE, ItemState.WAITING);
    }

    @Test
    void theRegistrarNumbersAndSealsManyInTheirOrder() {
        var written = written(3);
        finished(papers.start(HEAD, Act.SIGN, ticks(written), new Pin(PIN)));
        var signed = written.stream().map(it -> desk.document(it.id())).toList();
        UUID run = finished(papers.start(CLERK, Act.SEAL, ticks(signed), new Pin(PIN)));
        assertThat(runs.tally(run)).isEqualTo(new PaperRun.Tally(3, 3, 0));
        var numbers = written.stream()
                .map(it -> desk.entry(it.id()).orElseThrow().number().number())
                .toList();
        assertThat(numbers).containsExactly(numbers.getFirst(), numbers.getFirst() + 1, numbers.getFirst() + 2);
        assertThat(written).allSatisfy(it -> assertThat(stage(it)).isEqualTo(Stage.ARCHIVED));
    }

    @Test
    void refusesWhatIsNothingTooMuchNotTheirsOrASecondAtTheSameTime() throws InterruptedException {
        assertThatThrownBy(() -> papers.start(HEAD, Act.SIGN, List.of(), new Pin(PIN)))
                .hasMessage("issue.NO_PAPER_CHOSEN");
        var written = written(2);
        var many = new ArrayList<Ticked>();
        for (int i = 0; i <= PaperDesk.MOST_PAPERS; i++) {
            many.add(new Ticked(new DocumentId(UUID.randomUUID()), pdf(written.getFirst())));
        }
        assertThatThrownBy(() -> papers.start(HEAD, Act.SIGN, many, new Pin(PIN)))
                .hasMessage("issue.TOO_MANY_PAPERS");
        var stranger = new Member(
                new PersonId("pham-thi-nga"), "Phạm Thị Nga", new AgencyId("th-toan-thang"), Set.of(Role.SIGNATORY));
        assertThatThrownBy(() -> papers.start(stranger, Act.SIGN, ticks(written), new Pin(PIN)))
                .hasMessage("issue.NOT_YOUR_DOCUMENT");
        assertThatThrownBy(() -> papers.start(HEAD, Act.SEAL, ticks(written), new Pin(PIN)))
                .hasMessage("issue.ONLY_THE_REGISTRAR_SEALS");
        var go = new CountDownLatch(1);
        doAnswer(call -> {
                    go.await();
                    return call.callRealMethod();
                })
                .when(desk)
                .sign(any(), any(), any(), any());
        UUID run = papers.start(HEAD, Act.SIGN, ticks(written), new Pin(PIN));
        assertThatThrownBy(() -> papers.start(HEAD, Act.SIGN, ticks(written), new Pin(PIN)))
                .hasMessage("issue.RUN_UNDER_WAY");
        go.countDown();
        finished(run);
        assertThat(runs.tally(run)).isEqualTo(new PaperRun.Tally(2, 2, 0));
    }

    private UUID finished(UUID run) {
        Instant patience = Instant.now().plus(Duration.ofSeconds(60));
        while (papers.holds(run)) {
            assertThat(Instant.now()).as("the run ends").isBefore(patience);
            Thread.onSpinWait();
        }
        return run;
    }

    private List<Issuance> written(int many) {
        var all = new ArrayList<Issuance>();
        for (int i = 0; i < many; i++) {
            all.add(write(
                    desk.newDocument(), (ObjectNode) templates.named("cong-van").sample()));
        }
        return all;
    }

    private Issuance write(DocumentId id, ObjectNode answers) {
        Issuance it = desk.write(
                id,
                new OutgoingDesk.Draft(
                        BODY,
                        HEAD.person(),
                        null,
                        "cong-van",
                        answers,
                        false,
                        HEAD.person().value()));
        assertThat(it.stage()).isEqualTo(Stage.CHECKED);
        return it;
    }

    private Stage stage(Issuance it) {
        return desk.document(it.id()).stage();
    }

    private static List<Ticked> ticks(List<Issuance> written) {
        return written.stream().map(it -> new Ticked(it.id(), pdf(it))).toList();
    }

    private static vn.antin.kernel.Sha256 pdf(Issuance it) {
        return java.util.Objects.requireNonNull(it.pdf());
    }
}
