package vn.antin.audit;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;
import vn.antin.kernel.AuditedEvent;

/**
 * Writes each audited event once, in order, chained to the one before. It listens inside the transaction of the act:
 * act and record are kept together or not at all.
 */
@Component
class AuditTrail {
    private final JdbcClient jdbc;
    private final TransactionTemplate writing;
    private final Clock clock;
    private final JsonMapper json = new JsonMapper();

    AuditTrail(JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = jdbc;
        this.writing = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @EventListener
    void on(AuditedEvent event) {
        writing.executeWithoutResult(status -> {
            var document = event.document();
            var entry = new AuditEntry(
                    last().map(it -> it.sequence() + 1).orElse(1L),
                    ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant()),
                    event.actor(),
                    event.act(),
                    document == null ? null : document.toString(),
                    json.writeValueAsString(event.details()),
                    last().map(Last::hash).orElse(AuditEntry.BEFORE_THE_FIRST));
            jdbc.sql("insert into audit_entry (sequence, at, actor, act, document, details, previous, hash)"
                            + " values (:sequence, :at, :actor, :act, :document, :details, :previous, :hash)")
                    .param("sequence", entry.sequence())
                    .param("at", entry.at())
                    .param("actor", entry.actor())
                    .param("act", entry.act())
                    .param("document", entry.document())
                    .param("details", entry.details())
                    .param("previous", entry.previous())
                    .param("hash", entry.hash())
                    .update();
        });
    }

    private Optional<Last> last() {
        return jdbc.sql("select sequence, hash from audit_entry order by sequence desc limit 1")
                .query((row, n) -> new Last(row.getLong("sequence"), row.getString("hash")))
                .optional();
    }

    private record Last(long sequence, String hash) {}
}
