package vn.antin.agency;

import java.time.Instant;
import java.util.List;
import vn.antin.kernel.Sha256;

/**
 * A certificate in the register, with all that happened to it, oldest first.
 *
 * @param digest SHA-256 of its DER encoding
 * @param issuer who issued it (RFC 2253)
 * @param serial hexadecimal
 */
record RegisteredCertificate(
        Sha256 digest,
        String issuer,
        String serial,
        String subject,
        Instant notBefore,
        Instant notAfter,
        Holder holder,
        List<CertificateEvent> events) {
    RegisteredCertificate {
        events = List.copyOf(events);
    }

    CertificateEvent last() {
        return events.getLast();
    }

    Standing at(Instant moment) {
        CertificateEvent latest = null;
        for (CertificateEvent it : events) {
            boolean over = latest != null && latest.kind() == CertificateEvent.Kind.WITHDRAWN;
            if (!it.at().isAfter(moment) && !over) {
                latest = it;
            }
        }
        if (latest == null || moment.isBefore(notBefore)) {
            Instant from = events.getFirst().at();
            return new Standing.NotYet(holder, from.isAfter(notBefore) ? from : notBefore);
        }
        return switch (latest.kind()) {
            case WITHDRAWN -> new Standing.Withdrawn(holder, latest.at());
            case SUSPENDED -> new Standing.Suspended(holder, latest.at());
            case REGISTERED, RESUMED ->
                moment.isAfter(notAfter) ? new Standing.Expired(holder, notAfter) : new Standing.InForce(holder);
        };
    }
}
