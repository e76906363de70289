package vn.antin.verify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bouncycastle.cert.X509CertificateHolder;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.antin.agency.Agencies;
import vn.antin.agency.Certificates;
import vn.antin.agency.Holder;
import vn.antin.agency.Signatory;
import vn.antin.agency.Standing;
import vn.antin.kernel.AgencyId;
import vn.antin.kernel.Sha256;
import vn.antin.verify.Report.Authority;
import vn.antin.verify.Report.Held;

/**
 * With what right each signer signed, as this installation's register of bodies, posts, delegations and certificates has
 * it for the moment of signing. It is told beside the verdict and never changes it: the register speaks of right, the
 * standard (ETSI EN 319 102-1) of validity.
 */
@Component
class RightsInRegister {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");

    private final ObjectProvider<Certificates> certificates;
    private final ObjectProvider<Agencies> agencies;
    private final Phrases phrases;
    private final Clock clock;

    /** What the command line judges by itself needs no database, so the register is opened only when it is asked. */
    RightsInRegister(
            ObjectProvider<Certificates> certificates,
            ObjectProvider<Agencies> agencies,
            Phrases phrases,
            Clock clock) {
        this.certificates = certificates;
        this.agencies = agencies;
        this.phrases = phrases;
        this.clock = clock;
    }

    static String digest(X509CertificateHolder certificate) {
        try {
            return Sha256.of(certificate.getEncoded()).hex();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param issuer whose document it is, when it is in the register of outgoing documents */
    Report told(Report report, Optional<AgencyId> issuer) {
        List<Report.Signature> told = report.signatures().stream()
                .map(it -> it.kind() == Report.Kind.DOCUMENT_TIMESTAMP ? it : it.with(authority(it, issuer)))
                .toList();
        return report.signed(told);
    }

    private Authority authority(Report.Signature it, Optional<AgencyId> issuer) {
        Instant at = it.signingTime();
        if (it.certificate() == null || it.indication() == Report.Indication.TOTAL_FAILED) {
            return unknown("failed");
        }
        Standing standing =
                certificates.getObject().standing(new Sha256(it.certificate()), at == null ? Instant.EPOCH : at);
        if (standing instanceof Standing.Unknown) {
            return unknown("certificate");
        }
        if (at == null) {
            return unknown("time");
        }
        LocalDate day = LocalDate.ofInstant(at, clock.getZone());
        Authority told = switch (standing) {
            case Standing.Unknown known -> unknown("certificate");
            case Standing.InForce known -> entitled(known.holder(), day, issuer);
            case Standing.NotYet known -> no("not-yet", known.holder(), known.from());
            case Standing.Suspended known -> no("suspended", known.holder(), known.since());
            case Standing.Withdrawn known -> no("withdrawn", known.holder(), known.since());
            case Standing.Expired known -> no("expired", known.holder(), known.since());
        };
        // Who no longer has the right could claim an earlier time; only a time-stamp says otherwise.
        return told.held() == Held.YES && !it.timeProved()
                ? new Authority(Held.UNKNOWN, told.text() + " " + phrases.text("authority.claimed"))
                : told;
    }

    private Authority entitled(Holder holder, LocalDate day, Optional<AgencyId> issuer) {
        String on = DAY.format(day);
        return switch (holder) {
            case Holder.Body it ->
                issuer.isPresent() && !issuer.get().equals(it.agency())
                        ? new Authority(Held.NO, phrases.text("authority.other-body", it.name()))
                        : new Authority(Held.YES, phrases.text("authority.body", it.name(), on));
            case Holder.Person it -> {
                List<Signatory> rights = agencies.getObject().rightsOf(it.person(), day).stream()
                        .filter(right -> issuer.isEmpty() || issuer.get().equals(right.agency()))
                        .toList();
                yield rights.isEmpty()
                        ? new Authority(Held.NO, phrases.text("authority.none", it.name(), on))
                        : new Authority(Held.YES, phrases.text("authority.person", it.name(), on, said(rights)));
            }
        };
    }

    private String said(List<Signatory> rights) {
        return rights.stream()
                .map(it -> String.join(" – ", it.authority().lines()) + ", "
                        + agencies.getObject().named(it.agency()).name())
                .collect(Collectors.joining("; "));
    }

    private Authority unknown(String why) {
        return new Authority(Held.UNKNOWN, phrases.text("authority.unknown." + why));
    }

    private Authority no(String why, Holder holder, Instant since) {
        return new Authority(
                Held.NO, phrases.text("authority." + why, holder.name(), DAY.format(since.atZone(clock.getZone()))));
    }
}
