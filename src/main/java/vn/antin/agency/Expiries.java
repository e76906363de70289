package vn.antin.agency;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.antin.kernel.PersonId;
import vn.antin.kernel.Sha256;

/** Warns whoever holds a certificate, and the registrars of their body, 60, 30 and 7 days before it expires; each once. */
@Component
@Lazy(false)
class Expiries {
    /** The shortest first. */
    private static final List<Integer> DAYS_BEFORE = List.of(7, 30, 60);

    private final Certificates certificates;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Expiries(Certificates certificates, JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
        this.certificates = certificates;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Commands that run and end need no timetable. */
    @Configuration(proxyBeanMethods = false)
    @EnableScheduling
    @ConditionalOnWebApplication
    static class Timetable {}

    /** A certificate about which that person has not yet said that they know. */
    record Notice(RegisteredCertificate certificate, long daysLeft) {}

    // The hour is the office's: before work begins.
    @Scheduled(cron = "${antin.agency.expiry-check:0 15 6 * * *}", zone = "Asia/Ho_Chi_Minh")
    void daily() {
        warn();
    }

    /** A machine that is off at that hour warns when it starts. */
    @EventListener(ApplicationReadyEvent.class)
    void atStart() {
        warn();
    }

    void warn() {
        Instant now = clock.instant();
        transaction.executeWithoutResult(status -> {
            for (RegisteredCertificate it : certificates.endingBetween(now, now.plus(Duration.ofDays(60)))) {
                if (it.at(now) instanceof Standing.Withdrawn) {
                    continue;
                }
                int days = DAYS_BEFORE.stream()
                        .filter(before -> !it.notAfter().isAfter(now.plus(Duration.ofDays(before))))
                        .findFirst()
                        .orElseThrow();
                told(it.holder()).distinct().forEach(person -> tell(it.digest(), days, person, now));
            }
        });
    }

    private Stream<String> told(Holder holder) {
        String today = LocalDate.now(clock).toString();
        return switch (holder) {
            case Holder.Person it -> Stream.concat(Stream.of(it.id()), registrars("""
                    select other.person from office other join office mine on mine.agency = other.agency
                    where mine.person = :holder and other.role = 'REGISTRAR'
                        and mine.from_day <= :today and (mine.to_day is null or mine.to_day >= :today)
                        and other.from_day <= :today and (other.to_day is null or other.to_day >= :today)
                    """, it.id(), today));
            case Holder.Body it -> registrars("""
                    select person from office where agency = :holder and role = 'REGISTRAR'
                        and from_day <= :today and (to_day is null or to_day >= :today)
                    """, it.id(), today);
        };
    }

    private Stream<String> registrars(String question, String holder, String today) {
        return jdbc
                .sql(question)
                .param("holder", holder)
                .param("today", today)
                .query((row, n) -> row.getString(1))
                .list()
                .stream();
    }

    private void tell(Sha256 certificate, int days, String person, Instant now) {
        jdbc.sql("insert into certificate_notice (certificate, days, person, told_at)"
                        + " values (:certificate, :days, :person, :now) on conflict do nothing")
                .param("certificate", certificate.hex())
                .param("days", days)
                .param("person", person)
                .param("now", Certificates.MOMENT.format(now))
                .update();
    }

    /** What the person has been told and not yet said that they know, the most pressing first. */
    List<Notice> unseen(PersonId person) {
        Instant now = clock.instant();
        return jdbc
                .sql("select distinct certificate from certificate_notice where person = :person and seen_at is null")
                .param("person", person.value())
                .query((row, n) -> row.getString(1))
                .list()
                .stream()
                .flatMap(it -> certificates.find(new Sha256(it)).stream())
                .filter(it -> !(it.at(now) instanceof Standing.Withdrawn))
                .map(it -> new Notice(
                        it, Math.max(0, Duration.between(now, it.notAfter()).toDays())))
                .sorted(java.util.Comparator.comparingLong(Notice::daysLeft))
                .toList();
    }

    /** The person knows; the next warning is told again. */
    void seen(PersonId person) {
        jdbc.sql("update certificate_notice set seen_at = :now where person = :person and seen_at is null")
                .param("now", Certificates.MOMENT.format(clock.instant()))
                .param("person", person.value())
                .update();
    }
}
