package vn.antin.issue;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.antin.kernel.SelfCheck;
import vn.antin.kernel.Sha256;
import vn.antin.template.TemplateRevisions;

/** Every document names a template revision that is kept. That what is kept is unaltered, the template room proves. */
@Component
class RevisionsCheck implements SelfCheck {
    private final JdbcClient jdbc;
    private final TemplateRevisions revisions;

    RevisionsCheck(JdbcClient jdbc, TemplateRevisions revisions) {
        this.jdbc = jdbc;
        this.revisions = revisions;
    }

    @Override
    public String name() {
        return "issue";
    }

    @Override
    public void check(Witness witness) {
        record Named(String template, String digest, String document) {}
        List<Named> named = jdbc.sql("select template, template_digest, min(id) from issuance"
                        + " group by template, template_digest")
                .query((row, n) -> new Named(row.getString(1), row.getString(2), row.getString(3)))
                .list();
        long done = 0;
        for (Named it : named) {
            if (!revisions.wasInForce(it.template(), new Sha256(it.digest()))) {
                witness.fault(new Fault("issue.NO_REVISION", it.document(), it.digest(), it.template()));
            }
            witness.progress(++done, named.size());
        }
    }
}
