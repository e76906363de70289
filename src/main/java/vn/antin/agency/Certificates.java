package vn.antin.agency;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.antin.kernel.AgencyId;
import vn.antin.kernel.PersonId;
import vn.antin.kernel.Refusal;
import vn.antin.kernel.Sha256;

/** Whose certificates are whose, and since when. Every question names the moment it is asked about. */
@Component
public class Certificates {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");
    /** Fixed width, so that the text sorts as the instants do. */
    static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private static final String SELECT = "select c.*, person.full_name, agency.name as agency_name from certificate c"
            + " left join person on person.id = c.person left join agency on agency.id = c.agency";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final boolean unregisteredAllowed;

    /**
     * @param unregistered {@code refuse}, or {@code allow} while an office has not yet entered its certificates; whatever
     *     the register does know is obeyed in both
     */
    Certificates(
            JdbcClient jdbc,
            Clock clock,
            @Value("${antin.agency.unregistered-certificates:refuse}") String unregistered) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.unregisteredAllowed = switch (unregistered) {
            case "allow" -> true;
            case "refuse" -> false;
            default -> throw new Refusal(AgencyReason.SETTING_WRONG, "antin.agency.unregistered-certificates");
        };
    }

    /** What the register says of the certificate at that moment. */
    @Transactional(readOnly = true)
    public Standing standing(X509Certificate certificate, Instant moment) {
        return standing(digest(certificate), moment);
    }

    /** The same, by the SHA-256 of the certificate's DER encoding. */
    @Transactional(readOnly = true)
    public Standing standing(Sha256 certificate, Instant moment) {
        return find(certificate).map(it -> it.at(moment)).orElseGet(Standing.Unknown::new);
    }

    /**
     * Refuses what would be signed with a certificate that is not theirs.
     *
     * @param owner identifier of the person or body that is about to sign
     * @param at the moment of signing
     */
    @Transactional(readOnly = true)
    public void require(X509Certificate certificate, String owner, Instant at) {
        Standing standing = standing(certificate, at);
        Holder holder = switch (standing) {
            case Standing.Unknown unknown -> {
                if (unregisteredAllowed) {
                    yield null;
                }
                throw new Refusal(AgencyReason.CERTIFICATE_NOT_REGISTERED, owner);
            }
            case Standing.InForce it -> it.holder();
            // Whether the time has come is for the signing room to say, in its own words.
            case Standing.Expired it -> it.holder();
            case Standing.NotYet it ->
                throw new Refusal(AgencyReason.CERTIFICATE_NOT_YET_THEIRS, owner, day(it.from()));
            case Standing.Suspended it -> throw new Refusal(AgencyReason.CERTIFICATE_SUSPENDED, owner, day(it.since()));
            case Standing.Withdrawn it -> throw new Refusal(AgencyReason.CERTIFICATE_WITHDRAWN, owner, day(it.since()));
        };
        if (holder != null && !holder.id().equals(owner)) {
            throw new Refusal(AgencyReason.CERTIFICATE_OF_ANOTHER, owner);
        }
    }

    static Sha256 digest(X509Certificate certificate) {
        try {
            return Sha256.of(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("A certificate that was read can be written", e);
        }
    }

    Optional<RegisteredCertificate> find(Sha256 digest) {
        return jdbc.sql(SELECT + " where c.digest = :digest")
                .param("digest", digest.hex())
                .query(Certificates::bare)
                .optional()
                .map(this::whole);
    }

    /** The body's own, and those of everyone who ever held a post or a delegation there. */
    List<RegisteredCertificate> of(AgencyId agency) {
        return jdbc
                .sql(
                        SELECT + " where c.agency = :agency or c.person in"
                                + " (select person from office where agency = :agency) order by c.agency is null, c.subject, c.digest")
                .param("agency", agency.value())
                .query(Certificates::bare)
                .list()
                .stream()
                .map(this::whole)
                .toList();
    }

    List<RegisteredCertificate> of(PersonId person) {
        return jdbc
                .sql(SELECT + " where c.person = :person order by c.not_after desc")
                .param("person", person.value())
                .query(Certificates::bare)
                .list()
                .stream()
                .map(this::whole)
                .toList();
    }

    /** Whose own time ends after {@code from} and not after {@code until}. */
    List<RegisteredCertificate> endingBetween(Instant from, Instant until) {
        return jdbc
                .sql(SELECT + " where c.not_after > :from and c.not_after <= :until order by c.not_after")
                .param("from", MOMENT.format(from))
                .param("until", MOMENT.format(until))
                .query(Certificates::bare)
                .list()
                .stream()
                .map(this::whole)
                .toList();
    }

    /** Without its events: there is one writing connection, and it is busy while rows are read. */
    private static RegisteredCertificate bare(ResultSet row, int number) throws SQLException {
        @Nullable String person = row.getString("person");
        Holder holder = person == null
                ? new Holder.Body(new AgencyId(row.getString("agency")), row.getString("agency_name"))
                : new Holder.Person(new PersonId(person), row.getString("full_name"));
        return new RegisteredCertificate(
                new Sha256(row.getString("digest")),
                row.getString("issuer"),
                row.getString("serial"),
                row.getString("subject"),
                Instant.parse(row.getString("not_before")),
                Instant.parse(row.getString("not_after")),
                holder,
                List.of());
    }

    private RegisteredCertificate whole(RegisteredCertificate it) {
        return new RegisteredCertificate(
                it.digest(),
                it.issuer(),
                it.serial(),
                it.subject(),
                it.notBefore(),
                it.notAfter(),
                it.holder(),
                events(it.digest().hex()));
    }

    private List<CertificateEvent> events(String digest) {
        return jdbc.sql("select * from certificate_event where certificate = :digest order by at, sequence")
                .param("digest", digest)
                .query((row, n) -> new CertificateEvent(
                        CertificateEvent.Kind.valueOf(row.getString("event")),
                        Instant.parse(row.getString("at")),
                        row.getString("reason"),
                        row.getString("document"),
                        row.getString("actor")))
                .list();
    }

    private String day(Instant moment) {
        return DAY.format(moment.atZone(clock.getZone()));
    }
}
