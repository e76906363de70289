package vn.antin.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.antin.register.SignedSamples.REGISTRAR;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.antin.SetClock;
import vn.antin.kernel.AgencyId;
import vn.antin.kernel.DocumentKind;
import vn.antin.kernel.Refusal;
import vn.antin.kernel.SelfCheck.Fault;
import vn.antin.kernel.SelfCheck.Witness;
import vn.antin.sign.SignedDocument;

@DirtiesContext
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = "spring.main.lazy-initialization=true")
class OutgoingRegisterTests {
    private static final SetClock CLOCK = new SetClock(LocalDate.of(2025, 10, 20));

    @TempDir
    static Path home;

    @DynamicPropertySource
    static void home(DynamicPropertyRegistry properties) {
        properties.add("antin.home", () -> home.toString());
    }

    @TestConfiguration
    static class Time {
        @Bean
        @Primary
        SetClock setClock() {
            return CLOCK;
        }
    }

    @Autowired
    OutgoingRegister register;

    @Autowired
    RegisterCheck check;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    private AgencyId body;

    /** Each promise is tried on a body of its own, so that all start with an empty book. */
    @BeforeEach
    void aNewBody() {
        CLOCK.set(LocalDate.of(2025, 10, 20));
        body = new AgencyId("body-"
                + jdbc.sql("select count(*) from agency").query(Integer.class).single());
        jdbc.sql("insert into agency (id, name, symbol, place) values (:id, 'X', 'X', 'X')")
                .param("id", body.value())
                .update();
    }

    @Test
    void numbersFollowEachOtherInTheirSeries() {
        assertThat(register.enter(plan(), REGISTRAR).number().printed()).isEqualTo("01/KH-THTT-TT");
        assertThat(register.enter(plan(), REGISTRAR).number().printed()).isEqualTo("02/KH-THTT-TT");
        assertThat(register.enter(letter(), REGISTRAR).number().printed()).isEqualTo("01/THTT-TT-CM");
        assertThat(faults()).isEmpty();
    }

    @Test
    void aLineIsReadBackWhole() {
        var entry = register.enter(plan(), REGISTRAR);
        assertThat(entry.issuedOn()).isEqualTo(LocalDate.of(2025, 10, 20));
        assertThat(register.entry(entry.particulars().id())).contains(entry);
        assertThat(register.year(body, Year.of(2025))).containsExactly(entry);
        assertThat(register.year(body, Year.of(2024))).isEmpty();
    }

    @Test
    void aDocumentKeepsTheNumberItHas() {
        var signed = plan();
        var first = register.enter(signed, REGISTRAR);
        CLOCK.set(LocalDate.of(2025, 10, 21));
        assertThat(register.enter(signed, REGISTRAR)).isEqualTo(first);
        assertThat(register.year(body, Year.of(2025))).hasSize(1);
    }

    @Test
    void neverGivesOneNumberTwiceUnderConcurrency() throws Exception {
        int threads = 8;
        int each = 40;
        var shared = plan();
        List<Future<Integer>> numbers = new ArrayList<>();
        try (var pool = Executors.newFixedThreadPool(threads)) {
            for (int i = 0; i < threads * each; i++) {
                // Every eighth is the same document again: it must not use up a number.
                SignedDocument signed = i % 8 == 0 ? shared : plan();
                Callable<Integer> enter =
                        () -> register.enter(signed, REGISTRAR).number().number();
                numbers.add(pool.submit(enter));
            }
        }
        var given = new java.util.TreeSet<Integer>();
        for (var it : numbers) {
            given.add(it.get());
        }
        int documents = threads * each * 7 / 8 + 1;
        assertThat(given)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, documents).boxed().toList());
        assertThat(register.year(body, Year.of(2025))).hasSize(documents);
        assertThat(faults()).isEmpty();
    }

    @Test
    void aNumberOfACallersTransactionThatFailsIsGivenToTheNext() {
        register.enter(plan(), REGISTRAR);
        var broken = plan();
        assertThatThrownBy(() -> new TransactionTemplate(transactions).executeWithoutResult(status -> {
                    assertThat(register.enter(broken, REGISTRAR).number().number())
                            .isEqualTo(2);
                    throw new IllegalStateException("the caller failed");
                }))
                .hasMessage("the caller failed");
        assertThat(register.entry(broken.particulars().id())).isEmpty();
        assertThat(register.enter(plan(), REGISTRAR).number().number()).isEqualTo(2);
        assertThat(faults()).isEmpty();
    }

    @Test
    void refusesWhenTheClockHasGoneBack() {
        register.enter(plan(), REGISTRAR);
        CLOCK.set(LocalDate.of(2025, 10, 19));
        assertThatThrownBy(() -> register.enter(plan(), REGISTRAR))
                .isInstanceOf(Refusal.class)
                .hasMessage("register.DATE_RUNS_BACK");
        assertThat(register.enter(letter(), REGISTRAR).number().number())
                .as("another series has no later date")
                .isEqualTo(1);
        CLOCK.set(LocalDate.of(2025, 10, 20));
        assertThat(register.enter(plan(), REGISTRAR).number().number()).isEqualTo(2);
    }

    @Test
    void refusesWhenTheClockHasGoneBackOverTheNewYear() {
        CLOCK.set(LocalDate.of(2026, 1, 1));
        register.enter(plan(), REGISTRAR);
        CLOCK.set(LocalDate.of(2025, 12, 31));
        assertThatThrownBy(() -> register.enter(plan(), REGISTRAR)).hasMessage("register.DATE_RUNS_BACK");
    }

    @Test
    void everyYearStartsAtOne() {
        register.enter(plan(), REGISTRAR);
        register.enter(plan(), REGISTRAR);
        CLOCK.set(LocalDate.of(2026, 1, 2));
        assertThat(register.enter(plan(), REGISTRAR).number().number()).isEqualTo(1);
        assertThat(faults()).isEmpty();
    }

    @Test
    void aBookTakenOverFromPaperGoesOnAfterItsLastNumber() {
        var plans = Series.of(DocumentKind.PLAN);
        register.takeOver(body, Year.of(2025), plans, 57, LocalDate.of(2025, 10, 17), REGISTRAR);
        assertThat(register.enter(plan(), REGISTRAR).number().number()).isEqualTo(58);
        assertThat(faults()).isEmpty();
        assertThatThrownBy(
                        () -> register.takeOver(body, Year.of(2025), plans, 90, LocalDate.of(2025, 10, 17), REGISTRAR))
                .hasMessage("register.SERIES_IN_USE");
        assertThat(jdbc.sql("select count(*) from audit_entry where act = 'series.taken-over'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aLineCannotBeChangedRemovedOrReplaced() {
        var entry = register.enter(plan(), REGISTRAR);
        String id = entry.particulars().id().toString();
        for (String sql : List.of(
                "update register_entry set number = 9 where document = :id",
                "update register_entry set particulars = '{}' where document = :id",
                "delete from register_entry where document = :id",
                "insert or replace into register_entry select document, agency, year, series, number, issued_on, code,"
                        + " 'x', entered_at, particulars from register_entry where document = :id",
                "update register_series set last_number = last_number + 2 where :id <> ''",
                "delete from register_series where :id <> ''")) {
            assertThatThrownBy(() -> jdbc.sql(sql).param("id", id).update())
                    .as(sql)
                    .isInstanceOf(DataAccessException.class);
        }
        assertThat(register.entry(entry.particulars().id())).contains(entry);
    }

    @Test
    void theCheckNamesGapsDuplicatesAndDatesThatRunBack() {
        register.enter(plan(), REGISTRAR);
        register.enter(plan(), REGISTRAR);
        register.enter(plan(), REGISTRAR);
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            jdbc.sql("drop trigger register_entry_is_never_changed").update();
            jdbc.sql("drop trigger register_entry_is_never_removed").update();
            jdbc.sql("update register_entry set issued_on = '2025-10-18' where agency = :a and number = 3")
                    .param("a", body.value())
                    .update();
            jdbc.sql("delete from register_entry where agency = :a and number = 2")
                    .param("a", body.value())
                    .update();
            assertThat(faults())
                    .containsExactly(
                            new Fault("register.GAP", body + " 2025 KH", 2, 2),
                            new Fault("register.DATE_RUNS_BACK", body + " 2025 KH", 3, "2025-10-18", "2025-10-20"));
            jdbc.sql("delete from register_entry where agency = :a and number = 3")
                    .param("a", body.value())
                    .update();
            assertThat(faults()).containsExactly(new Fault("register.COUNTER", body + " 2025 KH", 3, 1));
            status.setRollbackOnly();
        });
        assertThat(faults()).isEmpty();
    }

    private SignedDocument plan() {
        return SignedSamples.of(body, DocumentKind.PLAN, "Kiểm tra nội bộ", "x");
    }

    private SignedDocument letter() {
        return SignedSamples.of(body, DocumentKind.LETTER, "V/v báo cáo", "x");
    }

    private List<Fault> faults() {
        var found = new ArrayList<Fault>();
        check.check(new Witness() {
            @Override
            public void fault(Fault fault) {
                found.add(fault);
            }

            @Override
            public void progress(long done, long total) {
                assertThat(done).isBetween(1L, total);
            }
        });
        return found;
    }
}
