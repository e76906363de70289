package vn.antin.template;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.antin.kernel.AgencyId;
import vn.antin.kernel.AuditedEvent;
import vn.antin.kernel.DocumentId;
import vn.antin.kernel.PersonId;
import vn.antin.kernel.Refusal;
import vn.antin.kernel.Sha256;
import vn.antin.template.KeptRevision.State;

/**
 * Every revision of every template that was ever saved or in force, for ever. A body sees the installation's and its
 * own. What is kept is never changed; the files are on the disk before the row that names them.
 */
@Component
public class TemplateRevisions {
    /** Lines one body's history of one template may have: a line a day for five years. */
    static final int MOST_REVISIONS = 2000;

    static final int MOST_NAMES = 200;
    private static final int LONGEST_NOTE = 500;
    private static final String SYSTEM = "system";

    private final RevisionFolder folder;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    TemplateRevisions(
            RevisionFolder folder,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.folder = folder;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.events = events;
        this.clock = clock;
    }

    /** The body's own lines of that template, newest first. */
    public List<KeptRevision> own(AgencyId agency, String name) {
        return jdbc.sql("select * from template_revision where name = :name and agency = :agency order by id desc")
                .param("name", name)
                .param("agency", agency.value())
                .query((row, n) -> revision(row))
                .list();
    }

    /** The installation's lines of that template, newest first. */
    public List<KeptRevision> installed(String name) {
        return jdbc.sql("select * from template_revision where name = :name and agency is null order by id desc")
                .param("name", name)
                .query((row, n) -> revision(row))
                .list();
    }

    /** Names of the templates of which the body has lines of its own, published or not. */
    public List<String> ownNames(AgencyId agency) {
        return jdbc.sql("select distinct name from template_revision where agency = :agency order by name")
                .param("agency", agency.value())
                .query((row, n) -> row.getString(1))
                .list();
    }

    /** One line, if the body may see it; a refusal otherwise. */
    public KeptRevision line(AgencyId agency, String name, long id) {
        return jdbc.sql("select * from template_revision where id = :id and name = :name"
                        + " and (agency is null or agency = :agency)")
                .param("id", id)
                .param("name", name)
                .param("agency", agency.value())
                .query((row, n) -> revision(row))
                .optional()
                .orElseThrow(() -> new Refusal(TemplateReason.UNKNOWN_REVISION, String.valueOf(id)));
    }

    /** Where whoever edits the template begins: the body's newest line, else what the installation has in force. */
    public Optional<KeptRevision> newest(AgencyId agency, String name) {
        return own(agency, name).stream().findFirst().or(() -> inForce(null, name));
    }

    /** The files of one line. */
    public TemplateFiles files(KeptRevision line) {
        return folder.get(line.digest());
    }

    /**
     * Keeps a draft of the body, whatever is wrong with it.
     *
     * @param base id of the line it was made from; null for a template of a new name. Refused with
     *     {@link TemplateReason#CHANGED_MEANWHILE} when that is no longer the newest.
     */
    public KeptRevision save(
            AgencyId agency, String name, TemplateFiles files, @Nullable Long base, PersonId author, String note) {
        if (!InstalledTemplates.NAME.matcher(name).matches() || name.length() > 60) {
            throw new Refusal(TemplateReason.UNKNOWN_TEMPLATE, Questions.showable(name));
        }
        return locked(() -> {
            Optional<KeptRevision> newest = newest(agency, name);
            newest.ifPresent(it -> {
                if (base == null || base != it.id()) {
                    throw new Refusal(TemplateReason.CHANGED_MEANWHILE);
                }
            });
            if (newest.isPresent() && newest.get().digest().equals(files.digest())) {
                return newest.get();
            }
            List<KeptRevision> own = own(agency, name);
            if (own.size() >= MOST_REVISIONS
                    || (own.isEmpty() && ownNames(agency).size() >= MOST_NAMES)) {
                throw new Refusal(TemplateReason.TOO_MANY_REVISIONS);
            }
            folder.put(files);
            Sha256 parent = newest.map(KeptRevision::digest).orElse(null);
            return line(agency, name, insert(name, agency, files.digest(), parent, author.value(), note, State.DRAFT));
        });
    }

    /** Puts a draft of the body in force in place of what was. Whether it is fit to be used was asked before. */
    public KeptRevision publish(AgencyId agency, String name, long id, PersonId who, String note) {
        return locked(() -> {
            KeptRevision draft = line(agency, name, id);
            if (draft.state() != State.DRAFT || draft.agency() == null) {
                throw new Refusal(TemplateReason.NOT_THIS_STATE);
            }
            Optional<KeptRevision> before = retireInForce(agency, name);
            jdbc.sql("update template_revision set state = 'PUBLISHED', note = :note, published_by = :who,"
                            + " published_at = :at where id = :id")
                    .param("note", note.isBlank() ? draft.note() : brief(note))
                    .param("who", who.value())
                    .param("at", now().toString())
                    .param("id", id)
                    .update();
            return published(line(agency, name, id), before, who.value());
        });
    }

    /** Puts the text of an older line in force again, as a new line. */
    public KeptRevision restore(AgencyId agency, String name, long id, PersonId who, String note) {
        return locked(() -> {
            KeptRevision older = line(agency, name, id);
            if (older.state() == State.PUBLISHED && older.agency() != null) {
                throw new Refusal(TemplateReason.NOT_THIS_STATE);
            }
            if (own(agency, name).size() >= MOST_REVISIONS) {
                throw new Refusal(TemplateReason.TOO_MANY_REVISIONS);
            }
            Sha256 parent = newest(agency, name).map(KeptRevision::digest).orElse(null);
            Optional<KeptRevision> before = retireInForce(agency, name);
            long line = insert(name, agency, older.digest(), parent, who.value(), note, State.PUBLISHED);
            return published(line(agency, name, line), before, who.value());
        });
    }

    /** Takes the body's own revision out of force; the installation's, if there is one, is in force again. */
    public void retire(AgencyId agency, String name, PersonId who) {
        locked(() -> {
            KeptRevision it = retireInForce(agency, name).orElseThrow(() -> new Refusal(TemplateReason.NOT_THIS_STATE));
            events.publishEvent(new Act("template.retired", who.value(), details(it)));
            return it;
        });
    }

    /** What is in force for the body alone, one line a name. */
    List<KeptRevision> inForce(AgencyId agency) {
        return jdbc.sql("select * from template_revision where agency = :agency and state = 'PUBLISHED' order by name")
                .param("agency", agency.value())
                .query((row, n) -> revision(row))
                .list();
    }

    /** What is in force of that name for the body alone; for the installation when {@code agency} is null. */
    Optional<KeptRevision> inForce(@Nullable AgencyId agency, String name) {
        return jdbc.sql("select * from template_revision where name = :name and agency is :agency"
                        + " and state = 'PUBLISHED'")
                .param("name", name)
                .param("agency", agency == null ? null : agency.value())
                .query((row, n) -> revision(row))
                .optional();
    }

    /** Whether that revision was ever in force for anybody, so that documents may name it. */
    public boolean wasInForce(String name, Sha256 digest) {
        return jdbc.sql("select count(*) from template_revision where name = :name and digest = :digest"
                                + " and state <> 'DRAFT'")
                        .param("name", name)
                        .param("digest", digest.hex())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Sees to it that what the installation uses is kept and known to be in force. */
    void keepInstalled(TemplateRevision it) {
        if (isInstalled(it)) {
            return;
        }
        locked(() -> {
            if (isInstalled(it)) {
                return it;
            }
            folder.put(it.files());
            Optional<KeptRevision> before = inForce(null, it.name());
            before.ifPresent(this::retireLine);
            long id = insert(
                    it.name(),
                    null,
                    it.digest(),
                    before.map(KeptRevision::digest).orElse(null),
                    SYSTEM,
                    "",
                    State.PUBLISHED);
            published(byId(id), before, SYSTEM);
            return it;
        });
    }

    private boolean isInstalled(TemplateRevision it) {
        return inForce(null, it.name())
                .filter(line -> line.digest().equals(it.digest()))
                .isPresent();
    }

    /** What the installation no longer has is no longer in force; documents keep it. */
    void retireInstalledExcept(List<String> names) {
        var gone = jdbc
                .sql("select * from template_revision where agency is null and state = 'PUBLISHED'")
                .query((row, n) -> revision(row))
                .list()
                .stream()
                .filter(it -> !names.contains(it.name()))
                .toList();
        for (KeptRevision it : gone) {
            locked(() -> {
                retireLine(it);
                events.publishEvent(new Act("template.retired", SYSTEM, details(it)));
                return it;
            });
        }
    }

    private Optional<KeptRevision> retireInForce(AgencyId agency, String name) {
        Optional<KeptRevision> before = inForce(agency, name);
        before.ifPresent(this::retireLine);
        return before;
    }

    private void retireLine(KeptRevision it) {
        jdbc.sql("update template_revision set state = 'RETIRED' where id = :id and state = 'PUBLISHED'")
                .param("id", it.id())
                .update();
    }

    private KeptRevision published(KeptRevision it, Optional<KeptRevision> before, String who) {
        var details = details(it);
        before.ifPresent(old -> details.put("replaces", old.digest().hex()));
        events.publishEvent(new Act("template.published", who, details));
        return it;
    }

    private static Map<String, String> details(KeptRevision it) {
        var details = new LinkedHashMap<String, String>();
        details.put("template", it.name());
        details.put("sha256", it.digest().hex());
        if (it.agency() != null) {
            details.put("agency", it.agency().value());
        }
        return details;
    }

    private long insert(
            String name,
            @Nullable AgencyId agency,
            Sha256 digest,
            @Nullable Sha256 parent,
            String author,
            String note,
            State state) {
        boolean published = state == State.PUBLISHED;
        return jdbc.sql("insert into template_revision (name, agency, digest, parent, author, saved_at, note, state,"
                        + " published_by, published_at) values (:name, :agency, :digest, :parent, :author, :at, :note,"
                        + " :state, :by, :publishedAt) returning id")
                .param("name", name)
                .param("agency", agency == null ? null : agency.value())
                .param("digest", digest.hex())
                .param("parent", parent == null ? null : parent.hex())
                .param("author", author)
                .param("at", now().toString())
                .param("note", brief(note))
                .param("state", state.name())
                .param("by", published ? author : null)
                .param("publishedAt", published ? now().toString() : null)
                .query(Long.class)
                .single();
    }

    private KeptRevision byId(long id) {
        return jdbc.sql("select * from template_revision where id = :id")
                .param("id", id)
                .query((row, n) -> revision(row))
                .single();
    }

    private static String brief(String note) {
        String plain = note.strip();
        return plain.length() <= LONGEST_NOTE ? plain : plain.substring(0, LONGEST_NOTE);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    /** One writer at a time, here and in other processes: the database's write lock is taken first. */
    private <T> T locked(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> {
            // The lock is taken with the transaction's first statement.
            jdbc.sql("select 1").query(Integer.class).single();
            return work.get();
        }));
    }

    private static KeptRevision revision(java.sql.ResultSet row) throws java.sql.SQLException {
        String agency = row.getString("agency");
        String parent = row.getString("parent");
        String publishedAt = row.getString("published_at");
        return new KeptRevision(
                row.getLong("id"),
                row.getString("name"),
                agency == null ? null : new AgencyId(agency),
                new Sha256(row.getString("digest")),
                parent == null ? null : new Sha256(parent),
                row.getString("author"),
                Instant.parse(row.getString("saved_at")),
                row.getString("note"),
                State.valueOf(row.getString("state")),
                row.getString("published_by"),
                publishedAt == null ? null : Instant.parse(publishedAt));
    }

    private record Act(String act, String actor, Map<String, String> details) implements AuditedEvent {
        @Override
        public @Nullable DocumentId document() {
            return null;
        }
    }
}
