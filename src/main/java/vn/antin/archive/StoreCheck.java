package vn.antin.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.antin.kernel.SelfCheck;
import vn.antin.kernel.Sha256;

/** Every acknowledged original lies in the store with its digest and size, and nothing else lies there. */
@Component
class StoreCheck implements SelfCheck {
    private static final int PIECE = 1 << 16;
    private static final int PAGE = 1000;

    private final JdbcClient jdbc;
    private final TransactionTemplate writing;
    private final TransactionTemplate reading;
    private final Originals originals;

    StoreCheck(JdbcClient jdbc, PlatformTransactionManager transactions, Originals originals) {
        this.jdbc = jdbc;
        this.writing = new TransactionTemplate(transactions);
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.originals = originals;
    }

    @Override
    public String name() {
        return "archive";
    }

    @Override
    public void check(Witness witness) {
        eachOriginal(witness);
        strangers(witness);
    }

    private void eachOriginal(Witness witness) {
        long total = reading.execute(status -> jdbc.sql("select count(*) from archived_original")
                .query(Long.class)
                .single());
        long last = 0;
        List<Row> page;
        do {
            page = page(last);
            for (Row row : page) {
                if (row.sequence() != last + 1) {
                    witness.fault(new Fault("archive.SEQUENCE_GAP", last + 1, row.sequence() - 1));
                }
                last = row.sequence();
                if (!row.registered()) {
                    witness.fault(new Fault("archive.NOT_REGISTERED", row.digest(), row.document()));
                }
                prove(row, witness);
                witness.progress(last, Math.max(total, last));
            }
        } while (!page.isEmpty());
    }

    // Page by page: one long reading transaction would keep the database's log from being folded in.
    private List<Row> page(long last) {
        return reading.execute(status -> jdbc.sql("select o.sequence, o.digest, o.size, o.document,"
                        + " exists (select 1 from register_entry e where e.document = o.document and e.code = o.code)"
                        + " as registered from archived_original o where o.sequence > :last"
                        + " order by o.sequence limit " + PAGE)
                .param("last", last)
                .query((row, n) -> new Row(
                        row.getLong("sequence"),
                        row.getString("digest"),
                        row.getLong("size"),
                        row.getString("document"),
                        row.getBoolean("registered")))
                .list());
    }

    private void prove(Row row, Witness witness) {
        var digest = Sha256.newDigest();
        long size = 0;
        try (InputStream stream = originals.get(new Sha256(row.digest()))) {
            byte[] piece = new byte[PIECE];
            for (int n = stream.read(piece); n >= 0; n = stream.read(piece)) {
                digest.update(piece, 0, n);
                size += n;
            }
        } catch (NoSuchFileException e) {
            witness.fault(new Fault("archive.MISSING", row.digest(), row.document()));
            return;
        } catch (IOException e) {
            witness.fault(new Fault("archive.UNREADABLE", row.digest(), row.document()));
            return;
        }
        if (size != row.size() || !Sha256.ofDigest(digest.digest()).hex().equals(row.digest())) {
            witness.fault(new Fault("archive.ALTERED", row.digest(), row.document()));
        }
    }

    private void strangers(Witness witness) {
        var suspects = new Suspects();
        try {
            originals.list(suspects);
        } catch (IOException e) {
            witness.fault(new Fault("archive.UNLISTABLE"));
            return;
        }
        // A file is put under the writer's lock and its row committed with it. So, holding that lock, what is still
        // there without a row belongs to nobody.
        writing.executeWithoutResult(status -> {
            // The lock is taken with the transaction's first statement.
            jdbc.sql("select 1").query(Integer.class).single();
            suspects.withoutRow().stream()
                    .filter(originals::exists)
                    .forEach(it -> witness.fault(
                            new Fault(it.digest().isPresent() ? "archive.EXTRA" : "archive.STRAY", it.place())));
        });
    }

    private boolean acknowledged(Sha256 digest) {
        return jdbc.sql("select count(*) from archived_original where digest = :digest")
                        .param("digest", digest.hex())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private record Row(long sequence, String digest, long size, String document, boolean registered) {}

    /** What lies in the store without a row, sifted a thousand at a time. */
    private final class Suspects implements Consumer<Originals.Found> {
        private final List<Originals.Found> batch = new ArrayList<>();
        private List<Originals.Found> suspects = new ArrayList<>();

        @Override
        public void accept(Originals.Found found) {
            batch.add(found);
            if (batch.size() == PAGE) {
                reading.executeWithoutResult(status -> sift());
            }
        }

        /** Asked once more, of the rows as they are now. */
        List<Originals.Found> withoutRow() {
            batch.addAll(suspects);
            suspects = new ArrayList<>();
            sift();
            return suspects;
        }

        private void sift() {
            batch.stream()
                    .filter(it ->
                            it.digest().isEmpty() || !acknowledged(it.digest().get()))
                    .forEach(suspects::add);
            batch.clear();
        }
    }
}
