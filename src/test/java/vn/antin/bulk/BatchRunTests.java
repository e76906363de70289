package vn.antin.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.Principal;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mockito.Mockito;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;
import vn.antin.agency.Member;
import vn.antin.agency.Role;
import vn.antin.bulk.Batch.RowState;
import vn.antin.bulk.Batch.State;
import vn.antin.issue.Drafts;
import vn.antin.issue.IssueReason;
import vn.antin.issue.Stage;
import vn.antin.kernel.AgencyId;
import vn.antin.kernel.Content;
import vn.antin.kernel.PersonId;
import vn.antin.kernel.Refusal;
import vn.antin.kernel.Sha256;
import vn.antin.template.Templates;

/** Rows become documents, each once, whatever happens to the others, to the power, or to the person's mind. */
@DirtiesContext
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE)
class BatchRunTests {
    private static final AgencyId BODY = new AgencyId("pgd-an-duong");
    private static final int SCHOOLS = 300;
    private static final String BODY_COLUMN = "Tình hình, minh chứng và kiến nghị";
    private static final String SCORE_COLUMN = "Điểm nhóm “Chuyển đổi số trong dạy, học”";

    @TempDir
    static Path home;

    @Autowired
    BulkDesk desk;

    @Autowired
    Batches batches;

    @Autowired
    BatchRun run;

    @Autowired
    Visitors visitors;

    @Autowired
    Words words;

    @Autowired
    Templates templates;

    @Autowired
    JdbcClient jdbc;

    @MockitoSpyBean
    Drafts drafts;

    @DynamicPropertySource
    static void home(DynamicPropertyRegistry properties) {
        properties.add("antin.home", () -> home.toString());
    }

    @AfterEach
    void nothingIsPlayedAnyMore() {
        Mockito.reset(drafts);
    }

    /** What is done to one row, and where the fault must be named. */
    private record Planted(Consumer<Spreadsheet> act, String column, String reason) {}

    @Test
    void whoHasMovedToAnotherBodySeesNothingOfTheFormerAnyMore() {
        Batch batch = small();
        Principal author = () -> batch.author();
        assertThat(visitors.batch(batch.id().toString(), visitors.member(author))
                        .id())
                .isEqualTo(batch.id());
        Member moved = new Member(
                new PersonId(batch.author()), "Văn thư", new AgencyId("th-toan-thang"), Set.of(Role.REGISTRAR));
        assertThatThrownBy(() -> visitors.batch(batch.id().toString(), moved)).hasMessage("bulk.UNKNOWN_BATCH");
        assertThat(batches.of(moved.agency(), 100)).noneMatch(it -> it.id().equals(batch.id()));
    }

    @Test
    void ofTwoBatchesOfOneFileOnlyOneBegins() {
        Batch first = small();
        Batch second = small(first.fileDigest());
        run.start(first.id(), false);
        assertThatThrownBy(() -> run.start(second.id(), false)).hasMessage("bulk.NOT_NOW");
        assertThat(state(second)).isEqualTo(State.READ);
        await(() -> !run.holds(first.id()), Duration.ofMinutes(1));
        run.start(second.id(), true);
        await(() -> !run.holds(second.id()), Duration.ofMinutes(1));
        assertThat(state(second)).isEqualTo(State.DONE);
    }

    /** A batch of one wrong row, of which nothing is made. */
    private Batch small() {
        return small(Content.of(drafts.newDocument().toString().getBytes(StandardCharsets.UTF_8))
                .digest());
    }

    private Batch small(Sha256 file) {
        var now = Instant.parse("2026-11-24T01:00:00Z");
        var batch = new Batch(
                drafts.newDocument().value(),
                BODY,
                "ke-hoach",
                templates.named("ke-hoach").digest(),
                "van-thu-an-duong",
                "nho.xlsx",
                file,
                State.READ,
                List.of(),
                List.of(),
                now,
                now);
        batches.keep(batch, List.of());
        return batch;
    }

    @Test
    void ofThreeHundredRowsTheGoodOnesBecomeDocumentsAndEachBadOneIsNamed() {
        Form form = form("bao-cao-tu-danh-gia");
        Map<Integer, Planted> planted = planted();
        var book = new Spreadsheet(desk.form("bao-cao-tu-danh-gia", BODY));
        for (int row = 3; row < 3 + SCHOOLS; row++) {
            book.fill(row, "truong-" + row, form, form.template().sample())
                    .type(row, "Trích yếu", "Kết quả tự đánh giá của trường số " + row);
        }
        planted.values().forEach(it -> it.act().accept(book));
        Batch batch = desk.read(book.saved(), "300.xlsx", "bao-cao-tu-danh-gia", BODY, "van-thu-an-duong");
        assertThat(batches.tally(batch.id()).wrong()).isEqualTo(planted.size());

        int before = documents();
        run.start(batch.id(), true);
        await(() -> !run.holds(batch.id()), Duration.ofMinutes(5));

        assertThat(state(batch)).isEqualTo(State.DONE);
        var rows = batches.rows(batch.id()).stream()
                .collect(Collectors.toMap(Batch.Row::number, it -> it, (a, b) -> a, LinkedHashMap::new));
        assertThat(rows).hasSize(SCHOOLS);
        rows.forEach((number, row) -> {
            Planted fault = planted.get(number);
            if (fault == null && number != GATE) {
                assertThat(row.state()).as("row %d: %s", number, row.faults()).isEqualTo(RowState.MADE);
                var written =
                        drafts.find(Objects.requireNonNull(row.document())).orElseThrow();
                assertThat(written.stage()).isEqualTo(Stage.CHECKED);
                assertThat(written.subject()).isEqualTo("Kết quả tự đánh giá của trường số " + number);
                assertThat(row.code()).isEqualTo(written.code().value());
            } else if (fault != null) {
                assertThat(row.state()).isEqualTo(RowState.WRONG);
                assertThat(row.document()).isNull();
                assertThat(row.faults()).singleElement().satisfies(it -> {
                    assertThat(it.sheet()).isEqualTo("Văn bản");
                    assertThat(it.row()).isEqualTo(number);
                    assertThat(it.column()).isEqualTo(fault.column());
                    assertThat(it.reason()).contains(fault.reason());
                });
            }
        });
        // What only the finished pages show is found while running: the draft is kept, to be mended by hand.
        Batch.Row stopped = Objects.requireNonNull(rows.get(GATE));
        assertThat(stopped.state()).isEqualTo(RowState.DRAFT);
        assertThat(stopped.faults())
                .singleElement()
                .satisfies(it -> assertThat(it.reason()).contains("Dòng cuối của nơi nhận"));
        assertThat(documents() - before).isEqualTo(SCHOOLS - planted.size());
        resultSaysTheSame(batch, rows);
    }

    private static final int GATE = 250;

    private static Map<Integer, Planted> planted() {
        var planted = new LinkedHashMap<Integer, Planted>();
        plant(planted, 10, "C", "Cần điền “Trích yếu”", book -> book.type(10, "Trích yếu", ""));
        plant(planted, 30, "C", "dài quá 600 ký tự", book -> book.type(30, "Trích yếu", "dài ".repeat(300)));
        plant(planted, 50, "H", "một trong các lựa chọn", book -> book.type(50, "Mức độ tự đánh giá", "Mức độ 7"));
        plant(planted, 70, "E", "ngày có thật", book -> book.type(70, "Ngày tự đánh giá", "30/02/2026"));
        plant(planted, 90, "F", "một con số", book -> book.type(90, SCORE_COLUMN, "8 điểm"));
        plant(planted, 110, "I", "thiếu dấu ]", book -> book.type(110, BODY_COLUMN, "Chú thích^[không đóng"));
        plant(planted, 130, "I", "số ô ngăn", book -> book.type(130, BODY_COLUMN, "| a | b |\n| 1 | 2 | 3 |"));
        plant(planted, 150, "B", "không có trong danh bạ", book -> book.type(150, "Người ký", "Người Lạ [nguoi-la]"));
        plant(planted, 170, "A", "dòng 171", book -> book.type(170, "Mã dòng", "trung"));
        plant(planted, 171, "A", "dòng 170", book -> book.type(171, "Mã dòng", "trung"));
        plant(
                planted,
                190,
                "",
                "giống hệt dòng 189",
                book -> book.type(190, "Trích yếu", "Kết quả tự đánh giá của trường số 189"));
        plant(planted, 210, "D", "công thức", book -> book.with(210, "Kính gửi", it -> it.setCellFormula("D3")));
        plant(planted, 230, "J", "Cần điền “Nơi nhận”", book -> {
            book.type(230, "Nơi nhận", "");
            book.type(GATE, "Nơi nhận", "Như trên");
        });
        return planted;
    }

    private static void plant(
            Map<Integer, Planted> planted, int row, String column, String reason, Consumer<Spreadsheet> act) {
        planted.put(row, new Planted(act, column, reason));
    }

    private void resultSaysTheSame(Batch batch, Map<Integer, Batch.Row> rows) {
        var sheet = new Spreadsheet(desk.result(batch.id())).sheet("Kết quả");
        assertThat(sheet.getLastRowNum()).isEqualTo(SCHOOLS);
        int line = 1;
        for (Batch.Row row : rows.values()) {
            var told = sheet.getRow(line++);
            assertThat(told.getCell(0).getStringCellValue()).isEqualTo(Integer.toString(row.number()));
            assertThat(told.getCell(2).getStringCellValue())
                    .isEqualTo(row.state().vietnamese());
            assertThat(told.getCell(4).getStringCellValue()).isEqualTo(row.code() == null ? "" : row.code());
            assertThat(told.getCell(5).getStringCellValue())
                    .isEqualTo(row.code() == null ? "" : "http://localhost:8080/van-ban/" + row.document());
            row.faults()
                    .forEach(it ->
                            assertThat(told.getCell(6).getStringCellValue()).contains(it.place(), it.reason()));
        }
    }

    @Test
    void cancelStopsSaysHowManyWereMadeAndTheRestCanBeMadeLater() throws InterruptedException {
        Batch batch = letters(12, "huy");
        var third = new CountDownLatch(1);
        var cancelled = new CountDownLatch(1);
        doAnswer(call -> {
                    third.countDown();
                    cancelled.await();
                    return call.callRealMethod();
                })
                .when(drafts)
                .write(
                        any(),
                        argThat(it -> it != null
                                && it.answers().path("subject").asString().endsWith("số 3")));
        int before = documents();
        run.start(batch.id(), true);
        third.await();
        run.cancel(batch.id());
        cancelled.countDown();
        await(() -> !run.holds(batch.id()), Duration.ofSeconds(60));

        assertThat(state(batch)).isEqualTo(State.CANCELLED);
        // The row in hand is finished: nobody can say of half a document what it is.
        assertThat(batches.tally(batch.id())).isEqualTo(new Batch.Tally(0, 9, 3, 0, 0));
        assertThat(documents() - before).isEqualTo(3);
        assertThatThrownBy(() -> run.cancel(batch.id())).hasMessage("bulk.NOT_NOW");

        run.start(batch.id(), true);
        await(() -> !run.holds(batch.id()), Duration.ofSeconds(60));
        assertThat(state(batch)).isEqualTo(State.DONE);
        assertThat(batches.tally(batch.id())).isEqualTo(new Batch.Tally(0, 0, 12, 0, 0));
        assertThat(documents() - before).isEqualTo(12);
        assertThatThrownBy(() -> run.start(batch.id(), true)).hasMessage("bulk.NOT_NOW");
    }

    @Test
    void whatStoppedWithTheServiceGoesOnWithTheNextAndNothingIsMadeTwice() {
        Batch batch = letters(12, "dung");
        int before = documents();
        var first = new BatchRun(batches, drafts, words, home);
        first.start(batch.id(), true);
        await(() -> batches.tally(batch.id()).made() >= 3, Duration.ofSeconds(60));
        first.destroy();
        int made = batches.tally(batch.id()).made();
        assertThat(made).isBetween(3, 11);
        assertThat(state(batch)).isEqualTo(State.RUNNING);

        var second = new BatchRun(batches, drafts, words, home);
        second.takeUp();
        await(() -> !second.holds(batch.id()), Duration.ofSeconds(60));
        second.destroy();
        assertThat(state(batch)).isEqualTo(State.DONE);
        assertThat(batches.tally(batch.id()).made()).isEqualTo(12);
        assertThat(documents() - before).isEqualTo(12);
    }

    @Test
    void aDocumentThatWasWrittenJustBeforeTheCrashIsFoundNotWrittenAgain() {
        Batch batch = letters(3, "mat-dien");
        var rows = batches.rows(batch.id());
        write(batch, rows.get(0));
        write(batch, rows.get(1));
        // Since then a person has mended the second one.
        var mended = rows.get(1).answers().deepCopy();
        ((tools.jackson.databind.node.ObjectNode) mended).put("subject", "Người đã sửa tay");
        drafts.write(
                Objects.requireNonNull(rows.get(1).document()),
                new Drafts.Draft(BODY, new PersonId("vu-manh-hung"), "cong-van", mended, "vu-manh-hung"));
        String written = changedAt(rows.get(0));
        batches.advance(batch.id(), List.of(State.READ), State.RUNNING);

        run.takeUp();
        await(() -> !run.holds(batch.id()), Duration.ofSeconds(60));

        assertThat(batches.tally(batch.id())).isEqualTo(new Batch.Tally(0, 0, 3, 0, 0));
        assertThat(changedAt(rows.get(0))).isEqualTo(written);
        assertThat(batches.rows(batch.id()).get(1).subject()).contains("Người đã sửa tay");
    }

    @Test
    void whateverOneRowDoesTheOthersAreMade() {
        Batch batch = letters(4, "loi-la");
        doThrow(new IllegalStateException("planted"))
                .when(drafts)
                .write(
                        any(),
                        argThat(it -> it != null
                                && it.answers().path("subject").asString().endsWith("số 2")));
        run.start(batch.id(), true);
        await(() -> !run.holds(batch.id()), Duration.ofSeconds(60));
        assertThat(batches.tally(batch.id())).isEqualTo(new Batch.Tally(0, 0, 3, 0, 1));
        assertThat(batches.rows(batch.id()).get(1).faults())
                .singleElement()
                .satisfies(it -> assertThat(it.place()).isEqualTo("Văn bản, dòng 4"));
    }

    @Test
    void aDiskThatIsFullStopsTheBatchInsteadOfFailingItsRows() {
        Batch batch = letters(4, "dia-day");
        doThrow(new Refusal(IssueReason.CANNOT_KEEP_WORK))
                .doCallRealMethod()
                .when(drafts)
                .write(
                        any(),
                        argThat(it -> it != null
                                && it.answers().path("subject").asString().endsWith("số 2")));
        run.start(batch.id(), true);
        await(() -> !run.holds(batch.id()), Duration.ofSeconds(60));
        assertThat(state(batch)).isEqualTo(State.RUNNING);
        assertThat(batches.tally(batch.id())).isEqualTo(new Batch.Tally(0, 3, 1, 0, 0));
        run.start(batch.id(), true);
        await(() -> !run.holds(batch.id()), Duration.ofSeconds(60));
        assertThat(batches.tally(batch.id())).isEqualTo(new Batch.Tally(0, 0, 4, 0, 0));
    }

    @Test
    void theSameFileIsKnownAgain() {
        byte[] file = letterFile(2, "hai-lan");
        Batch first = desk.read(file, "a.xlsx", "cong-van", BODY, "van-thu-an-duong");
        Batch second = desk.read(file, "b.xlsx", "cong-van", BODY, "van-thu-an-duong");
        assertThat(desk.earlierRun(second)).isEmpty();
        run.start(first.id(), true);
        await(() -> !run.holds(first.id()), Duration.ofSeconds(60));
        assertThat(desk.earlierRun(second))
                .hasValueSatisfying(it -> assertThat(it.id()).isEqualTo(first.id()));
        batches.forget(second.id());
        assertThat(batches.find(second.id())).isEmpty();
        assertThatThrownBy(() -> batches.forget(first.id())).hasMessage("bulk.NOT_NOW");
    }

    private Batch letters(int count, String name) {
        return desk.read(letterFile(count, name), name + ".xlsx", "cong-van", BODY, "van-thu-an-duong");
    }

    private byte[] letterFile(int count, String name) {
        Form form = form("cong-van");
        var book = new Spreadsheet(desk.form("cong-van", BODY));
        for (int i = 1; i <= count; i++) {
            book.fill(i + 2, name + i, form, form.template().sample())
                    .type(i + 2, "Về việc", "thử lô " + name + " số " + i);
        }
        return book.saved();
    }

    private void write(Batch batch, Batch.Row row) {
        drafts.write(
                Objects.requireNonNull(row.document()),
                new Drafts.Draft(
                        BODY, new PersonId("vu-manh-hung"), batch.template(), row.answers(), "van-thu-an-duong"));
    }

    private Form form(String template) {
        return new Form(templates.named(template), false);
    }

    private State state(Batch batch) {
        return batches.find(batch.id()).orElseThrow().state();
    }

    private int documents() {
        return jdbc.sql("select count(*) from issuance").query(Integer.class).single();
    }

    private String changedAt(Batch.Row row) {
        return jdbc.sql("select changed_at from issuance where id = :id")
                .param("id", String.valueOf(row.document()))
                .query(String.class)
                .single();
    }

    private static void await(BooleanSupplier until, Duration most) {
        long end = System.nanoTime() + most.toNanos();
        while (!until.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Not within " + most);
            }
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
