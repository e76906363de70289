package vn.antin.archive;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.antin.kernel.SelfCheck;

/** The database's own proof: its pages, its indexes and the references between its tables. */
@Component
class DatabaseCheck implements SelfCheck {
    private final JdbcClient jdbc;
    private final TransactionTemplate reading;

    DatabaseCheck(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    @Override
    public String name() {
        return "database";
    }

    @Override
    public void check(Witness witness) {
        reading.executeWithoutResult(status -> {
            long tables = jdbc.sql("select count(*) from sqlite_schema where type = 'table'")
                    .query(Long.class)
                    .single();
            jdbc.sql("pragma integrity_check(20)").query(String.class).list().stream()
                    .filter(it -> !it.equals("ok"))
                    .forEach(it -> witness.fault(new Fault("archive.DATABASE", it)));
            jdbc.sql("pragma foreign_key_check").query(row -> {
                witness.fault(new Fault("archive.REFERENCE", row.getString(1), row.getLong(2), row.getString(3)));
            });
            witness.progress(tables, tables);
        });
    }
}
