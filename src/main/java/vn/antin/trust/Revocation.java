package vn.antin.trust;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.antin.kernel.Content;

/** What could be learned about a certificate's revocation; each ending that is not the same is told apart. */
public sealed interface Revocation {
    /** Not revoked, says whoever may say so. */
    record Good(Proof proof) implements Revocation {}

    /**
     * Revoked.
     *
     * @param reason by its name in RFC 5280, 5.3.1; absent when none is given
     */
    record Revoked(Instant since, @Nullable String reason, Proof proof) implements Revocation {}

    /** An answer was had, but it is older than it promised to be good for. */
    record Stale(String where, Instant nextUpdate) implements Revocation {}

    /** Nobody answered. */
    record Unreachable(String where, String why) implements Revocation {}

    /** Something came that cannot be relied on: unreadable, or signed by someone who may not. */
    record Unusable(String where, String why) implements Revocation {}

    /** The responder answered that it does not know this certificate (RFC 6960, 2.2). */
    record Unknown(String where) implements Revocation {}

    /** The certificate names an address that the trust data do not let us ask. */
    record NotAllowed(String where) implements Revocation {}

    /** The certificate names no place where its revocation could be asked. */
    record NotNamed() implements Revocation {}

    /**
     * The evidence, as it is kept in a file.
     *
     * @param encoded DER: a CRL (RFC 5280, 5.1), or a basic OCSP response inside its outer one (RFC 6960, 4.2.1)
     * @param nextUpdate absent when the answer promises nothing
     * @param responders certificates that came with the answer
     * @param behind what proves that whoever answered had not been revoked, where that had to be asked
     */
    record Proof(
            Kind kind,
            Content encoded,
            Instant thisUpdate,
            @Nullable Instant nextUpdate,
            List<X509Certificate> responders,
            List<Proof> behind) {
        public Proof {
            responders = List.copyOf(responders);
            behind = List.copyOf(behind);
        }

        Proof upheldBy(Proof other) {
            return new Proof(kind, encoded, thisUpdate, nextUpdate, responders, List.of(other));
        }

        /** CRL or OCSP. */
        public enum Kind {
            CRL,
            OCSP
        }
    }
}
