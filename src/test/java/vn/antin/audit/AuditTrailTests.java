package vn.antin.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.antin.kernel.AuditedEvent;
import vn.antin.kernel.DocumentId;
import vn.antin.kernel.SelfCheck.Fault;
import vn.antin.kernel.SelfCheck.Witness;

@DirtiesContext
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = "spring.main.lazy-initialization=true")
class AuditTrailTests {
    @TempDir
    static Path home;

    @DynamicPropertySource
    static void home(DynamicPropertyRegistry properties) {
        properties.add("antin.home", () -> home.toString());
    }

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    AuditCheck check;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void eightThreadsKeepOneChain() {
        long before = count();
        try (var pool = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 200; i++) {
                pool.execute(() -> events.publishEvent(happened()));
            }
        }
        assertThat(count()).isEqualTo(before + 200);
        assertThat(faults()).isEmpty();
    }

    @Test
    void actAndRecordAreKeptTogetherOrNotAtAll() {
        long before = count();
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            events.publishEvent(happened());
            status.setRollbackOnly();
        });
        assertThat(count()).isEqualTo(before);
    }

    @Test
    void anyAlteredColumnOfAnyLineIsFound() {
        for (int i = 0; i < 3; i++) {
            events.publishEvent(happened());
        }
        events.publishEvent(new Happened(null));
        long last = count();
        withoutTriggers(() -> {
            for (long line = last - 3; line <= last; line++) {
                for (String change : List.of(
                        "at = at + 1",
                        "actor = actor || 'x'",
                        "act = 'other'",
                        "document = coalesce(replace(document, '-', '0'), '')",
                        "details = replace(details, 'b', 'c')",
                        "previous = replace(previous, substr(previous, 1, 1), 'x')",
                        "hash = replace(hash, substr(hash, 1, 1), 'x')")) {
                    long number = line;
                    inPassing(() -> {
                        jdbc.sql("update audit_entry set " + change + " where sequence = " + number)
                                .update();
                        assertThat(faults())
                                .as(change + " of " + number)
                                .containsExactly(new Fault("audit.BROKEN", number));
                    });
                }
            }
        });
    }

    @Test
    void aRemovedOrMovedLineIsFound() {
        for (int i = 0; i < 3; i++) {
            events.publishEvent(happened());
        }
        long last = count();
        withoutTriggers(() -> {
            inPassing(() -> {
                jdbc.sql("delete from audit_entry where sequence = " + (last - 1))
                        .update();
                assertThat(faults()).containsExactly(new Fault("audit.GAP", last - 1, last - 1));
            });
            inPassing(() -> {
                jdbc.sql("update audit_entry set sequence = -1 where sequence = " + last)
                        .update();
                assertThat(faults()).containsExactly(new Fault("audit.STRAY"));
            });
        });
        assertThat(faults()).isEmpty();
    }

    @Test
    void aLineCannotBeChangedRemovedOrReplaced() {
        events.publishEvent(happened());
        for (String sql : List.of(
                "update audit_entry set actor = 'x'",
                "delete from audit_entry",
                "insert or replace into audit_entry select * from audit_entry where sequence = 1")) {
            assertThatThrownBy(() -> jdbc.sql(sql).update()).as(sql).isInstanceOf(DataAccessException.class);
        }
    }

    /** The worked example for whoever recomputes the chain elsewhere: `printf … | sha256sum` gives the same. */
    @Test
    void theDigestIsTheOneOfTheWrittenForm() {
        var entry = new AuditEntry(1, 0, "system", "document.sealed", null, "{}", "0".repeat(64));
        String written = "13:antin-audit-1,1:1,1:0,6:system,15:document.sealed,0:,2:{},64:" + "0".repeat(64) + ",";
        assertThat(entry.hash())
                .isEqualTo(vn.antin.kernel.Sha256.of(written.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .hex());
    }

    private void withoutTriggers(Runnable work) {
        inPassing(() -> {
            jdbc.sql("drop trigger audit_entry_is_never_changed").update();
            jdbc.sql("drop trigger audit_entry_is_never_removed").update();
            work.run();
        });
    }

    /** What is done here is undone again. */
    private void inPassing(Runnable work) {
        var nested = new TransactionTemplate(transactions);
        nested.setPropagationBehavior(TransactionTemplate.PROPAGATION_NESTED);
        nested.executeWithoutResult(status -> {
            work.run();
            status.setRollbackOnly();
        });
    }

    private long count() {
        return jdbc.sql("select count(*) from audit_entry").query(Long.class).single();
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

    private static Happened happened() {
        return new Happened(new DocumentId(UUID.randomUUID()));
    }

    private record Happened(@Nullable DocumentId document) implements AuditedEvent {
        @Override
        public String act() {
            return "something.happened";
        }

        @Override
        public String actor() {
            return "system";
        }

        @Override
        public Map<String, String> details() {
            return Map.of("a", "b");
        }
    }
}
