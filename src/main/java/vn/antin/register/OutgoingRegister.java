package vn.antin.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;
import vn.antin.kernel.AgencyId;
import vn.antin.kernel.DocumentId;
import vn.antin.kernel.DocumentKind;
import vn.antin.kernel.LookupCode;
import vn.antin.kernel.Particulars;
import vn.antin.kernel.PersonId;
import vn.antin.kernel.Refusal;
import vn.antin.kernel.Sha256;
import vn.antin.kernel.Waiver;
import vn.antin.sign.SignedDocument;

/**
 * The outgoing register (sổ đăng ký văn bản đi). Within a body, year and series the numbers follow each other without
 * gap or duplicate and the dates never run back (Decree 30/2020/NĐ-CP art. 15).
 */
@Component
public class OutgoingRegister {
    private static final DateTimeFormatter SPOKEN = DateTimeFormatter.ofPattern("dd/MM/uuuu");

    private final JdbcClient jdbc;
    private final TransactionTemplate writing;
    private final TransactionTemplate reading;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final JsonMapper json = new JsonMapper();

    OutgoingRegister(
            JdbcClient jdbc, PlatformTransactionManager transactions, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.writing = new TransactionTemplate(transactions);
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.events = events;
        this.clock = clock;
    }

    /**
     * Gives the document the next number of its series and today's date; a document that is already in the register
     * keeps the line it has. Joins the caller's transaction if there is one. When this returns outside of one, the line
     * is on the disk.
     */
    public RegisterEntry enter(SignedDocument signed, PersonId registrar) {
        return writing.execute(status -> {
            Particulars particulars = signed.particulars();
            return find(particulars.id()).orElseGet(() -> append(particulars, registrar));
        });
    }

    /** The document's line, if it has one. */
    public Optional<RegisterEntry> entry(DocumentId id) {
        return reading.execute(status -> find(id));
    }

    /** The body's lines of one year: series by series, each in the order of its numbers. */
    public List<RegisterEntry> year(AgencyId agency, Year year) {
        return reading.execute(status -> jdbc.sql(
                        "select * from register_entry where agency = :agency and year = :year order by series, number")
                .param("agency", agency.value())
                .param("year", year.getValue())
                .query((row, n) -> entry(row))
                .list());
    }

    /**
     * Goes on with a book that was kept elsewhere: the next number here follows {@code lastNumber}, and no date here is
     * before {@code lastDate}. Refused once the series has been opened.
     */
    public void takeOver(AgencyId agency, Year year, Series series, int lastNumber, LocalDate lastDate, PersonId by) {
        if (lastNumber < 0 || lastDate.getYear() != year.getValue()) {
            throw new IllegalArgumentException("The last number is 0 or more and its date lies in the book's year");
        }
        writing.executeWithoutResult(status -> {
            int opened = jdbc.sql(
                            "insert into register_series (agency, year, series, opened_after, last_number, last_date)"
                                    + " values (:agency, :year, :series, :last, :last, :date) on conflict do nothing")
                    .param("agency", agency.value())
                    .param("year", year.getValue())
                    .param("series", series.name())
                    .param("last", lastNumber)
                    .param("date", lastDate.toString())
                    .update();
            if (opened == 0) {
                throw new Refusal(RegisterReason.SERIES_IN_USE, series.name(), year.toString(), agency.value());
            }
            events.publishEvent(new SeriesTakenOver(agency, year, series, lastNumber, lastDate, by));
        });
    }

    private RegisterEntry append(Particulars particulars, PersonId registrar) {
        var now = clock.instant();
        var today = LocalDate.ofInstant(now, clock.getZone());
        var series = Series.of(particulars.kind());
        refuseToRunBack(particulars.agency(), series, today);

        int number = next(particulars.agency(), series, today);
        var entry = new RegisterEntry(
                new DocumentNumber(number, particulars.symbol(), particulars.agency(), Year.from(today)),
                today,
                particulars);
        jdbc.sql("insert into register_entry"
                        + " (document, agency, year, series, number, issued_on, code, registrar, entered_at, particulars)"
                        + " values (:document, :agency, :year, :series, :number, :date, :code, :registrar, :at, :json)")
                .param("document", particulars.id().toString())
                .param("agency", particulars.agency().value())
                .param("year", today.getYear())
                .param("series", series.name())
                .param("number", number)
                .param("date", today.toString())
                .param("code", particulars.code().value())
                .param("registrar", registrar.value())
                .param("at", ChronoUnit.MICROS.between(java.time.Instant.EPOCH, now))
                .param("json", json.writeValueAsString(Line.of(particulars)))
                .update();
        events.publishEvent(new DocumentNumbered(entry, series, registrar));
        return entry;
    }

    private int next(AgencyId agency, Series series, LocalDate today) {
        jdbc.sql("insert into register_series (agency, year, series, opened_after, last_number, last_date)"
                        + " values (:agency, :year, :series, 0, 0, :date) on conflict do nothing")
                .param("agency", agency.value())
                .param("year", today.getYear())
                .param("series", series.name())
                .param("date", today.toString())
                .update();
        return jdbc.sql("update register_series set last_number = last_number + 1, last_date = :date"
                        + " where agency = :agency and year = :year and series = :series returning last_number")
                .param("agency", agency.value())
                .param("year", today.getYear())
                .param("series", series.name())
                .param("date", today.toString())
                .query(Integer.class)
                .single();
    }

    // All years are asked: a clock set back over the new year would otherwise reopen the old year's book.
    private void refuseToRunBack(AgencyId agency, Series series, LocalDate today) {
        jdbc.sql("select last_date from register_series where agency = :agency and series = :series"
                        + " order by last_date desc limit 1")
                .param("agency", agency.value())
                .param("series", series.name())
                .query(String.class)
                .optional()
                .map(LocalDate::parse)
                .filter(today::isBefore)
                .ifPresent(last -> {
                    throw new Refusal(
                            RegisterReason.DATE_RUNS_BACK, today.format(SPOKEN), series.name(), last.format(SPOKEN));
                });
    }

    private Optional<RegisterEntry> find(DocumentId id) {
        return jdbc.sql("select * from register_entry where document = :document")
                .param("document", id.toString())
                .query((row, n) -> entry(row))
                .optional();
    }

    private RegisterEntry entry(ResultSet row) throws SQLException {
        var agency = new AgencyId(row.getString("agency"));
        var particulars = json.readValue(row.getString("particulars"), Line.class)
                .particulars(
                        DocumentId.parse(row.getString("document")), new LookupCode(row.getString("code")), agency);
        return new RegisterEntry(
                new DocumentNumber(row.getInt("number"), particulars.symbol(), agency, Year.of(row.getInt("year"))),
                LocalDate.parse(row.getString("issued_on")),
                particulars);
    }

    /** The particulars as they are written down: plain words, so that a line can be read without this program. */
    record Line(
            String kind,
            String agencyName,
            String place,
            String symbol,
            String subject,
            String signatory,
            String signatoryName,
            List<String> recipients,
            String retention,
            String template,
            @Nullable List<Waived> waivers) {
        static Line of(Particulars it) {
            return new Line(
                    it.kind().name(),
                    it.agencyName(),
                    it.place(),
                    it.symbol(),
                    it.subject(),
                    it.signatory().value(),
                    it.signatoryName(),
                    it.recipients(),
                    it.retention(),
                    it.template(),
                    it.waivers().stream().map(Waived::of).toList());
        }

        Particulars particulars(DocumentId id, LookupCode code, AgencyId agency) {
            return new Particulars(
                    id,
                    code,
                    DocumentKind.valueOf(kind),
                    agency,
                    agencyName,
                    place,
                    symbol,
                    subject,
                    new PersonId(signatory),
                    signatoryName,
                    recipients,
                    retention,
                    template,
                    // Lines written before rules could be waived have none.
                    waivers == null
                            ? List.of()
                            : waivers.stream().map(Waived::waiver).toList());
        }
    }

    /** A waived rule as it is written down. */
    record Waived(
            String rule,
            String citation,
            String part,
            String where,
            String words,
            String text,
            String person,
            String name,
            String reason,
            String at) {
        static Waived of(Waiver it) {
            return new Waived(
                    it.rule(),
                    it.citation(),
                    it.part(),
                    it.where(),
                    it.words(),
                    it.text().hex(),
                    it.person().value(),
                    it.name(),
                    it.reason(),
                    it.at().toString());
        }

        Waiver waiver() {
            return new Waiver(
                    rule,
                    citation,
                    part,
                    where,
                    words,
                    new Sha256(text),
                    new PersonId(person),
                    name,
                    reason,
                    Instant.parse(at));
        }
    }
}
