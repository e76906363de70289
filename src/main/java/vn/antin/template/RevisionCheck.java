package vn.antin.template;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.antin.kernel.Refusal;
import vn.antin.kernel.SelfCheck;
import vn.antin.kernel.Sha256;

/** Every kept revision lies in its folder, byte for byte. */
@Component
class RevisionCheck implements SelfCheck {
    private final JdbcClient jdbc;
    private final RevisionFolder folder;

    RevisionCheck(JdbcClient jdbc, RevisionFolder folder) {
        this.jdbc = jdbc;
        this.folder = folder;
    }

    @Override
    public String name() {
        return "template";
    }

    @Override
    public void check(Witness witness) {
        record Row(String digest, String name) {}
        List<Row> rows = jdbc.sql("select digest, min(name) from template_revision group by digest order by min(id)")
                .query((row, n) -> new Row(row.getString(1), row.getString(2)))
                .list();
        long done = 0;
        for (Row it : rows) {
            try {
                folder.get(new Sha256(it.digest()));
            } catch (Refusal refusal) {
                String code = refusal.reason() == TemplateReason.UNKNOWN_REVISION
                        ? "template.MISSING"
                        : refusal.reason() == TemplateReason.REVISION_ALTERED
                                ? "template.ALTERED"
                                : "template.UNREADABLE";
                witness.fault(new Fault(code, it.digest(), it.name()));
            }
            witness.progress(++done, rows.size());
        }
    }
}
