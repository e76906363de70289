package vn.antin.agency;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.antin.kernel.AgencyId;
import vn.antin.kernel.AuditedEvent;
import vn.antin.kernel.DocumentId;
import vn.antin.kernel.PersonId;
import vn.antin.kernel.Refusal;

/**
 * Where the register of bodies, posts and delegations is written (danh bạ). Nothing is removed: what ends is given a last
 * day, and each act is audited in the same transaction.
 */
@Component
class Directory {
    private final JdbcClient jdbc;
    private final Agencies agencies;
    private final CertificateDesk certificates;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final RandomGenerator chance;

    Directory(
            JdbcClient jdbc,
            Agencies agencies,
            CertificateDesk certificates,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            Clock clock,
            RandomGenerator chance) {
        this.jdbc = jdbc;
        this.agencies = agencies;
        this.certificates = certificates;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
        this.chance = chance;
    }

    /** An entry that was audited. */
    record Written(String act, String actor, Map<String, String> details) implements AuditedEvent {
        @Override
        public @Nullable DocumentId document() {
            return null;
        }
    }

    void addBody(Agency it, PersonId who) {
        transaction.executeWithoutResult(status -> {
            requireFree("person", it.id().value());
            try {
                jdbc.sql("insert into agency (id, superior, name, symbol, place, contact)"
                                + " values (:id, :superior, :name, :symbol, :place, :contact)")
                        .param("id", it.id().value())
                        .param("superior", it.superior())
                        .param("name", it.name())
                        .param("symbol", it.symbol())
                        .param("place", it.place())
                        .param("contact", it.contact())
                        .update();
            } catch (DataIntegrityViolationException e) {
                throw new Refusal(AgencyReason.ALREADY_THERE, e, it.id().value());
            }
            tell("agency.entered", who, "agency", it.id().value(), "name", it.name());
        });
    }

    /** Gives a post; a person not yet known is entered by their full name. */
    void appoint(Entry.Post post, PersonId who) {
        requireAnother(post.person(), who);
        requireOrder(post);
        agencies.named(post.agency());
        transaction.executeWithoutResult(status -> {
            enter(post.person(), post.fullName());
            Authority authority = post.authority();
            try {
                jdbc.sql("insert into post (person, agency, role, title, authority, on_behalf_of, from_day, to_day,"
                                + " document) values (:person, :agency, :role, :title, :authority, :onBehalfOf, :from,"
                                + " :to, :document)")
                        .param("person", post.person().value())
                        .param("agency", post.agency().value())
                        .param("role", post.role().name())
                        .param("title", post.title())
                        .param(
                                "authority",
                                authority == null
                                        ? null
                                        : Capacity.of(authority).name())
                        .param("onBehalfOf", authority == null ? null : Capacity.principal(authority))
                        .param("from", post.from().toString())
                        .param("to", text(post.until()))
                        .param("document", post.document())
                        .update();
            } catch (DataIntegrityViolationException e) {
                throw new Refusal(AgencyReason.ALREADY_THERE, e, post.person().value() + ", " + post.from());
            }
            tell("post.given", who, post, "role", post.role().name());
        });
    }

    /** Gives the right to sign beside a post: KT., TL., TUQ., Q., TM. */
    Entry.Delegation delegate(Entry.Delegation typed, PersonId who) {
        requireAnother(typed.person(), who);
        requireOrder(typed);
        agencies.named(typed.agency());
        if (typed.authority() instanceof Authority.Delegated && typed.until() == null) {
            throw new Refusal(AgencyReason.DELEGATION_WITHOUT_END);
        }
        byte[] random = new byte[16];
        chance.nextBytes(random);
        var given = new Entry.Delegation(
                UUID.nameUUIDFromBytes(random).toString(),
                typed.person(),
                typed.fullName(),
                typed.agency(),
                typed.authority(),
                typed.scope(),
                typed.from(),
                typed.until(),
                typed.document());
        transaction.executeWithoutResult(status -> {
            enter(given.person(), given.fullName());
            jdbc.sql("insert into delegation (id, agency, person, authority, on_behalf_of, title, scope, document,"
                            + " from_day, to_day) values (:id, :agency, :person, :authority, :onBehalfOf, :title,"
                            + " :scope, :document, :from, :to)")
                    .param("id", given.id())
                    .param("agency", given.agency().value())
                    .param("person", given.person().value())
                    .param("authority", Capacity.of(given.authority()).name())
                    .param("onBehalfOf", Capacity.principal(given.authority()))
                    .param("title", Capacity.post(given.authority()))
                    .param("scope", given.scope())
                    .param("document", given.document())
                    .param("from", given.from().toString())
                    .param("to", text(given.until()))
                    .update();
            tell("delegation.given", who, given, "scope", given.scope());
        });
        return given;
    }

    /** Gives a post its last day. */
    void endPost(AgencyId agency, PersonId person, Role role, LocalDate from, LocalDate last, PersonId who) {
        transaction.executeWithoutResult(status -> {
            int rows = jdbc.sql("update post set to_day = :last where agency = :agency and person = :person"
                            + " and role = :role and from_day = :from and from_day <= :last"
                            + " and (to_day is null or to_day > :last)")
                    .param("last", last.toString())
                    .param("agency", agency.value())
                    .param("person", person.value())
                    .param("role", role.name())
                    .param("from", from.toString())
                    .update();
            requireOne(rows);
            tell("post.ended", who, "agency", agency.value(), "person", person.value(), "last", last.toString());
        });
    }

    /** Gives a delegation its last day. */
    void endDelegation(AgencyId agency, String id, LocalDate last, PersonId who) {
        transaction.executeWithoutResult(status -> {
            int rows = jdbc.sql("update delegation set to_day = :last where agency = :agency and id = :id"
                            + " and from_day <= :last and (to_day is null or to_day > :last)")
                    .param("last", last.toString())
                    .param("agency", agency.value())
                    .param("id", id)
                    .update();
            requireOne(rows);
            tell("delegation.ended", who, "agency", agency.value(), "delegation", id, "last", last.toString());
        });
    }

    /**
     * Someone retires or leaves (nghỉ hưu, thôi việc): after that day they hold no post and no delegation in the body,
     * what was to begin later never begins, and where nothing is left to them anywhere their certificates are withdrawn.
     */
    void retire(AgencyId agency, PersonId person, LocalDate last, String document, PersonId who) {
        requireAnother(person, who);
        transaction.executeWithoutResult(status -> {
            int ended = 0;
            for (String table : List.of("post", "delegation")) {
                // What begins later is given the day before it begins: it is kept, and holds on no day.
                ended += jdbc.sql("update " + table + " set to_day = case when from_day > :last"
                                + " then date(from_day, '-1 day') else :last end where agency = :agency"
                                + " and person = :person and (to_day is null or to_day > :last)")
                        .param("last", last.toString())
                        .param("agency", agency.value())
                        .param("person", person.value())
                        .update();
            }
            if (ended == 0) {
                throw new Refusal(AgencyReason.UNKNOWN_ENTRY);
            }
            tell(
                    "person.retired",
                    who,
                    "agency",
                    agency.value(),
                    "person",
                    person.value(),
                    "last",
                    last.toString(),
                    "document",
                    document);
            long left = jdbc.sql("select count(*) from office where person = :person"
                            + " and (to_day is null or (to_day > :last and to_day >= from_day))")
                    .param("person", person.value())
                    .param("last", last.toString())
                    .query(Long.class)
                    .single();
            if (left == 0) {
                certificates.withdrawAll(person, last.plusDays(1), "Nghỉ hưu hoặc thôi việc", document, who);
            }
        });
    }

    /** The body's posts, of all times, the latest first. */
    List<Entry.Post> posts(AgencyId agency) {
        return jdbc.sql("select p.*, person.full_name from post p join person on person.id = p.person"
                        + " where p.agency = :agency order by p.to_day is not null, p.from_day desc, p.person")
                .param("agency", agency.value())
                .query((row, n) -> new Entry.Post(
                        new PersonId(row.getString("person")),
                        row.getString("full_name"),
                        agency,
                        Role.valueOf(row.getString("role")),
                        row.getString("title"),
                        row.getString("authority") == null
                                ? null
                                : Capacity.valueOf(row.getString("authority"))
                                        .authority(
                                                Optional.ofNullable(row.getString("on_behalf_of"))
                                                        .orElse(""),
                                                row.getString("title")),
                        LocalDate.parse(row.getString("from_day")),
                        day(row.getString("to_day")),
                        Optional.ofNullable(row.getString("document")).orElse("")))
                .list();
    }

    /** The body's delegations, of all times, the latest first. */
    List<Entry.Delegation> delegations(AgencyId agency) {
        return jdbc.sql("select d.*, person.full_name from delegation d join person on person.id = d.person"
                        + " where d.agency = :agency order by d.from_day desc, d.id")
                .param("agency", agency.value())
                .query((row, n) -> new Entry.Delegation(
                        row.getString("id"),
                        new PersonId(row.getString("person")),
                        row.getString("full_name"),
                        agency,
                        Capacity.valueOf(row.getString("authority"))
                                .authority(row.getString("on_behalf_of"), row.getString("title")),
                        row.getString("scope"),
                        LocalDate.parse(row.getString("from_day")),
                        day(row.getString("to_day")),
                        row.getString("document")))
                .list();
    }

    private void enter(PersonId person, String fullName) {
        boolean known = jdbc.sql("select count(*) from person where id = :id")
                        .param("id", person.value())
                        .query(Long.class)
                        .single()
                > 0;
        if (known) {
            return;
        }
        if (fullName.isBlank()) {
            throw new Refusal(AgencyReason.UNKNOWN_PERSON, person.value());
        }
        requireFree("agency", person.value());
        jdbc.sql("insert into person (id, full_name) values (:id, :name)")
                .param("id", person.value())
                .param("name", fullName)
                .update();
    }

    /** Keys and certificates bear the names of their owners, so a person and a body never share one. */
    private void requireFree(String table, String id) {
        long others = jdbc.sql("select count(*) from " + table + " where id = :id")
                .param("id", id)
                .query(Long.class)
                .single();
        if (others > 0) {
            throw new Refusal(AgencyReason.ALREADY_THERE, id);
        }
    }

    /** Whoever keeps the register gives nothing to themselves: two people stand behind every right to sign. */
    static void requireAnother(PersonId person, PersonId who) {
        if (person.equals(who)) {
            throw new Refusal(AgencyReason.NOT_FOR_ONESELF);
        }
    }

    private static void requireOrder(Entry it) {
        LocalDate until = it.until();
        if (until != null && until.isBefore(it.from())) {
            throw new Refusal(AgencyReason.TYPED_WRONG, "Đến hết ngày");
        }
    }

    private static void requireOne(int rows) {
        if (rows == 0) {
            throw new Refusal(AgencyReason.UNKNOWN_ENTRY);
        }
    }

    private void tell(String act, PersonId who, Entry it, String more, String value) {
        Authority authority = it.authority();
        tell(
                act,
                who,
                "agency",
                it.agency().value(),
                "person",
                it.person().value(),
                "authority",
                authority == null ? "" : String.join(" ", authority.lines()),
                "from",
                it.from().toString(),
                "until",
                Optional.ofNullable(text(it.until())).orElse(""),
                "document",
                it.document(),
                more,
                value);
    }

    private void tell(String act, PersonId who, String... details) {
        var told = new LinkedHashMap<String, String>();
        for (int i = 0; i < details.length; i += 2) {
            told.put(details[i], details[i + 1]);
        }
        events.publishEvent(new Written(act, who.value(), told));
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    private static @Nullable LocalDate day(@Nullable String kept) {
        return kept == null ? null : LocalDate.parse(kept);
    }
}
