package vn.antin.agency;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.antin.kernel.AgencyId;
import vn.antin.kernel.PersonId;
import vn.antin.kernel.Refusal;

/** The register of bodies, posts and people. Every question names the day it is asked about. */
@Component
public class Agencies {
    private static final String IN_OFFICE = " p.from_day <= :day and (p.to_day is null or p.to_day >= :day) ";

    private final JdbcClient jdbc;

    Agencies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The body, or a refusal that names it. */
    public Agency named(AgencyId id) {
        return jdbc.sql("select * from agency where id = :id")
                .param("id", id.value())
                .query((row, n) -> agency(row))
                .optional()
                .orElseThrow(() -> new Refusal(AgencyReason.UNKNOWN_AGENCY, id.value()));
    }

    /** All bodies, by name. */
    public List<Agency> all() {
        return jdbc.sql("select * from agency order by id")
                .query((row, n) -> agency(row))
                .list();
    }

    /**
     * Who may sign for the body on that day, by a post or by a delegation, the head first. Whoever holds several rights
     * signs as head where they are that, else by the latest: a deputy made acting head signs as such.
     */
    public List<Signatory> signatories(AgencyId agency, LocalDate day) {
        var seen = new HashSet<PersonId>();
        return rights(agency, day).stream()
                .filter(it -> seen.add(it.signatory().person()))
                .map(Right::signatory)
                .toList();
    }

    /** A right to sign, and the document that gave it, if the register names one. */
    record Right(Signatory signatory, Optional<String> document) {}

    /** All rights to sign for the body on that day, of each person the latest first. */
    List<Right> rights(AgencyId agency, LocalDate day) {
        return jdbc.sql(
                        "select p.*, person.full_name from office p join person on person.id = p.person"
                                + " where p.agency = :agency and p.authority is not null and" + IN_OFFICE
                                + " order by case p.authority when 'HEAD' then 0 else 1 end, p.person, p.from_day desc, p.granted desc")
                .param("agency", agency.value())
                .param("day", day.toString())
                .query((row, n) -> new Right(
                        new Signatory(
                                new PersonId(row.getString("person")),
                                row.getString("full_name"),
                                agency,
                                Capacity.valueOf(row.getString("authority"))
                                        .authority(
                                                Optional.ofNullable(row.getString("on_behalf_of"))
                                                        .orElse(""),
                                                row.getString("title"))),
                        Optional.ofNullable(row.getString("document"))))
                .list();
    }

    /** That person's right to sign for the body on that day, or a refusal. */
    public Signatory signatory(AgencyId agency, PersonId person, LocalDate day) {
        return signatories(agency, day).stream()
                .filter(it -> it.person().equals(person))
                .findFirst()
                .orElseThrow(() -> new Refusal(AgencyReason.MAY_NOT_SIGN, person.value(), agency.value()));
    }

    /** Every body that the person may sign for on that day, and how. */
    public List<Signatory> rightsOf(PersonId person, LocalDate day) {
        return jdbc
                .sql("select distinct p.agency from office p where p.person = :person and p.authority is not null and"
                        + IN_OFFICE + " order by p.agency")
                .param("person", person.value())
                .param("day", day.toString())
                .query((row, n) -> row.getString(1))
                .list()
                .stream()
                .flatMap(agency -> signatories(new AgencyId(agency), day).stream())
                .filter(it -> it.person().equals(person))
                .toList();
    }

    /** What the person does, and where, on that day; empty when they hold no post. */
    public Optional<Member> member(PersonId person, LocalDate day) {
        record Post(String agency, String fullName, String role) {}
        List<Post> posts = jdbc.sql("select p.agency, person.full_name, p.role from office p"
                        + " join person on person.id = p.person where p.person = :person and" + IN_OFFICE
                        + " order by p.granted, p.from_day desc")
                .param("person", person.value())
                .param("day", day.toString())
                .query((row, n) -> new Post(row.getString("agency"), row.getString("full_name"), row.getString("role")))
                .list();
        if (posts.isEmpty()) {
            return Optional.empty();
        }
        Post first = posts.getFirst();
        Set<Role> roles = EnumSet.noneOf(Role.class);
        posts.stream()
                .filter(it -> it.agency().equals(first.agency()))
                .forEach(it -> roles.add(Role.valueOf(it.role())));
        return Optional.of(new Member(person, first.fullName(), new AgencyId(first.agency()), roles));
    }

    /** Who holds that role in the body on that day. */
    public List<Member> holders(AgencyId agency, Role role, LocalDate day) {
        return jdbc.sql("select distinct p.person, person.full_name from office p join person on person.id = p.person"
                        + " where p.agency = :agency and p.role = :role and" + IN_OFFICE + " order by p.person")
                .param("agency", agency.value())
                .param("role", role.name())
                .param("day", day.toString())
                .query((row, n) -> new Member(
                        new PersonId(row.getString("person")), row.getString("full_name"), agency, Set.of(role)))
                .list();
    }

    private static Agency agency(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Agency(
                new AgencyId(row.getString("id")),
                row.getString("superior"),
                row.getString("name"),
                row.getString("symbol"),
                row.getString("place"),
                row.getString("contact"));
    }
}
