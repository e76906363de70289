package vn.antin.register;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.antin.kernel.SelfCheck;

/** Every series runs without gap or duplicate from where it was opened to its counter, and its dates never run back. */
@Component
class RegisterCheck implements SelfCheck {
    private final JdbcClient jdbc;
    private final TransactionTemplate reading;

    RegisterCheck(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    @Override
    public String name() {
        return "register";
    }

    @Override
    public void check(Witness witness) {
        // One transaction, so that counters and lines are of the same moment.
        reading.executeWithoutResult(status -> {
            long total = jdbc.sql("select count(*) from register_entry")
                    .query(Long.class)
                    .single();
            var walk = new Walk(witness, total);
            jdbc.sql("select s.agency, s.year, s.series, s.opened_after, s.last_number, s.last_date,"
                            + " e.number, e.issued_on from register_series s left join register_entry e"
                            + " on e.agency = s.agency and e.year = s.year and e.series = s.series"
                            + " order by s.agency, s.year, s.series, e.number, e.rowid")
                    .query(row -> {
                        walk.series(new Book(
                                row.getString("agency") + " " + row.getInt("year") + " " + row.getString("series"),
                                row.getInt("opened_after"),
                                row.getInt("last_number"),
                                row.getString("last_date")));
                        String date = row.getString("issued_on");
                        if (date != null) {
                            walk.line(row.getInt("number"), date);
                        }
                    });
            walk.end();
            jdbc.sql("select document from register_entry e where not exists (select 1 from register_series s"
                            + " where s.agency = e.agency and s.year = e.year and s.series = e.series)")
                    .query(row -> {
                        witness.fault(new Fault("register.NO_SERIES", row.getString("document")));
                    });
        });
    }

    private record Book(String name, int openedAfter, int lastNumber, String lastDate) {}

    private static final class Walk {
        private final Witness witness;
        private final long total;
        private long done;
        private @Nullable Book book;
        private int number;
        private String date = "";

        Walk(Witness witness, long total) {
            this.witness = witness;
            this.total = total;
        }

        void series(Book next) {
            if (!next.equals(book)) {
                end();
                book = next;
                number = next.openedAfter();
                date = "";
            }
        }

        void line(int next, String nextDate) {
            String name = book == null ? "" : book.name();
            if (next <= number) {
                witness.fault(new Fault("register.DUPLICATE", name, next));
            } else if (next != number + 1) {
                witness.fault(new Fault("register.GAP", name, number + 1, next - 1));
            }
            if (nextDate.compareTo(date) < 0) {
                witness.fault(new Fault("register.DATE_RUNS_BACK", name, next, nextDate, date));
            }
            number = Math.max(number, next);
            date = nextDate.compareTo(date) < 0 ? date : nextDate;
            witness.progress(++done, total);
        }

        void end() {
            if (book == null) {
                return;
            }
            if (number != book.lastNumber()) {
                witness.fault(new Fault("register.COUNTER", book.name(), book.lastNumber(), number));
            }
            if (date.compareTo(book.lastDate()) > 0) {
                witness.fault(new Fault("register.DATE_RUNS_BACK", book.name(), number, book.lastDate(), date));
            }
        }
    }
}
