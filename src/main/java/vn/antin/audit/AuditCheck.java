package vn.antin.audit;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.antin.kernel.SelfCheck;

/** Recomputes the chain from its first line and names the first one that does not fit; after it nothing is proven. */
@Component
class AuditCheck implements SelfCheck {
    private static final int PAGE = 5000;

    private final JdbcClient jdbc;
    private final TransactionTemplate reading;

    AuditCheck(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    @Override
    public String name() {
        return "audit";
    }

    @Override
    public void check(Witness witness) {
        long total = reading.execute(status ->
                jdbc.sql("select count(*) from audit_entry").query(Long.class).single());
        long expected = 1;
        String previous = AuditEntry.BEFORE_THE_FIRST;
        List<Line> page;
        do {
            page = page(expected - 1);
            for (Line line : page) {
                var entry = line.entry();
                if (entry.sequence() != expected) {
                    witness.fault(new Fault("audit.GAP", expected, entry.sequence() - 1));
                    return;
                }
                if (!entry.previous().equals(previous) || !entry.hash().equals(line.hash())) {
                    witness.fault(new Fault("audit.BROKEN", entry.sequence()));
                    return;
                }
                previous = line.hash();
                witness.progress(expected, Math.max(total, expected));
                expected++;
            }
        } while (!page.isEmpty());
        // A sequence below 1 would never be walked over.
        if (total > expected - 1) {
            witness.fault(new Fault("audit.STRAY"));
        }
    }

    private List<Line> page(long after) {
        return reading.execute(status -> jdbc.sql(
                        "select * from audit_entry where sequence > :after order by sequence limit " + PAGE)
                .param("after", after)
                .query((row, n) -> new Line(
                        new AuditEntry(
                                row.getLong("sequence"),
                                row.getLong("at"),
                                row.getString("actor"),
                                row.getString("act"),
                                row.getString("document"),
                                row.getString("details"),
                                row.getString("previous")),
                        row.getString("hash")))
                .list());
    }

    private record Line(AuditEntry entry, String hash) {}
}
