package vn.antin.agency;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.antin.agency.CertificateEvent.Kind;
import vn.antin.kernel.PersonId;
import vn.antin.kernel.Refusal;
import vn.antin.kernel.Sha256;

/** Where certificates are entered, suspended, resumed and withdrawn. */
@Component
class CertificateDesk {
    /** A certificate with its extensions takes 1 to 4 KB. */
    private static final int LARGEST = 64 * 1024;

    /** The post (chức vụ) in a name (X.520, 6.4.3); the platform has no word for it. */
    private static final String TITLE = "2.5.4.12";

    private final JdbcClient jdbc;
    private final Certificates certificates;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    CertificateDesk(
            JdbcClient jdbc,
            Certificates certificates,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.jdbc = jdbc;
        this.certificates = certificates;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Reads a file that someone sent: one X.509 certificate of a signer, DER or PEM. */
    static X509Certificate read(byte[] file) {
        if (file.length == 0 || file.length > LARGEST) {
            throw new Refusal(AgencyReason.CERTIFICATE_UNREADABLE);
        }
        try {
            var certificate = (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(file));
            if (certificate == null || certificate.getBasicConstraints() >= 0) {
                throw new Refusal(AgencyReason.CERTIFICATE_UNREADABLE);
            }
            return certificate;
        } catch (CertificateException e) {
            throw new Refusal(AgencyReason.CERTIFICATE_UNREADABLE, e);
        }
    }

    /**
     * Enters a certificate as that person's or body's.
     *
     * @param from first day of it; the certificate's own first moment when absent
     */
    Sha256 register(
            X509Certificate certificate, Holder holder, Optional<LocalDate> from, String document, PersonId who) {
        if (holder instanceof Holder.Person it) {
            Directory.requireAnother(it.person(), who);
        }
        return enter(certificate, holder, from, document, who.value());
    }

    /** The same by the installation itself, for the demonstration. */
    Sha256 enter(X509Certificate certificate, Holder holder, Optional<LocalDate> from, String document, String actor) {
        Sha256 digest = Certificates.digest(certificate);
        String issuer = certificate.getIssuerX500Principal().getName(X500Principal.RFC2253);
        String serial = certificate.getSerialNumber().toString(16);
        Instant notBefore = certificate.getNotBefore().toInstant();
        transaction.executeWithoutResult(status -> {
            taken(digest, issuer, serial).ifPresent(other -> {
                throw new Refusal(AgencyReason.CERTIFICATE_TAKEN, other);
            });
            try {
                jdbc.sql("insert into certificate (digest, issuer, serial, subject, not_before, not_after, person,"
                                + " agency, der) values (:digest, :issuer, :serial, :subject, :notBefore, :notAfter,"
                                + " :person, :agency, :der)")
                        .param("digest", digest.hex())
                        .param("issuer", issuer)
                        .param("serial", serial)
                        .param(
                                "subject",
                                certificate
                                        .getSubjectX500Principal()
                                        .getName(X500Principal.RFC2253, Map.of(TITLE, "T")))
                        .param("notBefore", Certificates.MOMENT.format(notBefore))
                        .param(
                                "notAfter",
                                Certificates.MOMENT.format(
                                        certificate.getNotAfter().toInstant()))
                        .param("person", holder instanceof Holder.Person it ? it.id() : null)
                        .param("agency", holder instanceof Holder.Body it ? it.id() : null)
                        .param("der", certificate.getEncoded())
                        .update();
            } catch (CertificateException e) {
                throw new Refusal(AgencyReason.CERTIFICATE_UNREADABLE, e);
            }
            Instant since = from.map(it -> it.atStartOfDay(clock.getZone()).toInstant())
                    .filter(it -> it.isAfter(notBefore))
                    .orElse(notBefore);
            append(digest, holder, new CertificateEvent(Kind.REGISTERED, since, "", document, actor));
        });
        return digest;
    }

    private Optional<String> taken(Sha256 digest, String issuer, String serial) {
        return jdbc.sql("select coalesce(person, agency) from certificate where digest = :digest"
                        + " or (issuer = :issuer and serial = :serial)")
                .param("digest", digest.hex())
                .param("issuer", issuer)
                .param("serial", serial)
                .query(String.class)
                .optional();
    }

    /**
     * Suspends, resumes or withdraws.
     *
     * @param day from that day on; today means from this moment on
     */
    void change(Sha256 digest, Kind kind, LocalDate day, String reason, String document, PersonId who) {
        transaction.executeWithoutResult(status -> {
            RegisteredCertificate it =
                    certificates.find(digest).orElseThrow(() -> new Refusal(AgencyReason.UNKNOWN_ENTRY));
            // Nobody gives themselves back what was taken from them; a lost key anyone may report at once.
            if (kind == Kind.RESUMED && it.holder().id().equals(who.value())) {
                throw new Refusal(AgencyReason.NOT_FOR_ONESELF);
            }
            Instant at = moment(day);
            // A withdrawal that was set for a later day may be brought forward: a key is lost before its owner retires.
            boolean sooner = kind == Kind.WITHDRAWN
                    && it.last().kind() == Kind.WITHDRAWN
                    && at.isBefore(it.last().at())
                    && !at.isBefore(it.events().getFirst().at());
            if (!sooner
                    && (!kind.mayFollow(it.last().kind())
                            || at.isBefore(it.last().at()))) {
                throw new Refusal(
                        AgencyReason.CERTIFICATE_STANDS_OTHERWISE,
                        it.last().kind().vietnamese());
            }
            append(digest, it.holder(), new CertificateEvent(kind, at, reason, document, who.value()));
        });
    }

    /** All of the person's certificates that are not withdrawn yet, from that day on. */
    void withdrawAll(PersonId person, LocalDate day, String reason, String document, PersonId who) {
        for (RegisteredCertificate it : certificates.of(person)) {
            if (it.last().kind() != Kind.WITHDRAWN) {
                Instant at = moment(day);
                Instant notBeforeTheLast =
                        at.isBefore(it.last().at()) ? it.last().at() : at;
                append(
                        it.digest(),
                        it.holder(),
                        new CertificateEvent(Kind.WITHDRAWN, notBeforeTheLast, reason, document, who.value()));
            }
        }
    }

    private Instant moment(LocalDate day) {
        return day.equals(LocalDate.now(clock))
                ? clock.instant()
                : day.atStartOfDay(clock.getZone()).toInstant();
    }

    private void append(Sha256 digest, Holder holder, CertificateEvent it) {
        jdbc.sql("insert into certificate_event (certificate, event, at, reason, document, actor, recorded_at)"
                        + " values (:certificate, :event, :at, :reason, :document, :actor, :now)")
                .param("certificate", digest.hex())
                .param("event", it.kind().name())
                .param("at", Certificates.MOMENT.format(it.at()))
                .param("reason", it.reason())
                .param("document", it.document())
                .param("actor", it.actor())
                .param("now", Certificates.MOMENT.format(clock.instant()))
                .update();
        var details = new LinkedHashMap<String, String>();
        details.put("certificate", digest.hex());
        details.put("holder", holder.id());
        details.put("from", it.at().toString());
        details.put("reason", it.reason());
        details.put("document", it.document());
        events.publishEvent(new Directory.Written(
                "certificate." + it.kind().name().toLowerCase(java.util.Locale.ROOT), it.actor(), details));
    }
}
