package vn.antin.sign;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.antin.kernel.Content;
import vn.antin.kernel.Refusal;
import vn.antin.trust.AlgorithmLimit;
import vn.antin.trust.Revocation;
import vn.antin.trust.Revocations;
import vn.antin.trust.TimestampAuthority;
import vn.antin.trust.TrustStatus;

/**
 * Appends to a signed file what lets it be believed for decades: the proofs that no certificate was revoked, and a
 * time-stamp over all of it (PAdES B-LT and B-LTA; ETSI EN 319 142-1, 5.4 and 5.5). Touches no key and no byte that was
 * there before.
 */
public class LongTerm {
    private static final Logger LOG = LoggerFactory.getLogger(LongTerm.class);

    /** Every answer about revocation has its own limit; many together have this one. */
    private static final Duration WHILE_A_PERSON_WAITS = Duration.ofSeconds(45);

    private final SignatureLevel level;
    private final TrustStatus trust;
    private final Revocations revocations;
    private final TimestampAuthority time;
    private final Clock clock;

    LongTerm(SignatureLevel level, TrustStatus trust, Revocations revocations, TimestampAuthority time, Clock clock) {
        this.level = level;
        this.trust = trust;
        this.revocations = revocations;
        this.time = time;
        this.clock = clock;
    }

    /** The level laid down for what is issued here. */
    public SignatureLevel wanted() {
        return level;
    }

    /**
     * A sealed file raised to the level laid down, as far as it can be raised while a person waits. What cannot be had
     * now is no reason to lose a seal: the file stays at B-T, and the archive raises what it keeps when it can be had.
     *
     * @throws Refusal {@link SignReason#CERTIFICATE_REVOKED} when a certificate turns out to be revoked
     */
    public Content raised(Content sealed) {
        if (level.compareTo(SignatureLevel.B_LT) < 0) {
            return sealed;
        }
        var work = new FutureTask<>(() -> raise(sealed));
        Thread.ofVirtual().name("long-term").start(work);
        try {
            return work.get(WHILE_A_PERSON_WAITS.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            LOG.warn("A seal stays at B-T for now: nothing more could be had in {}", WHILE_A_PERSON_WAITS);
            return sealed;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return sealed;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Refusal refusal) {
                if (refusal.reason() == SignReason.CERTIFICATE_REVOKED) {
                    throw refusal;
                }
                LOG.warn("A seal stays at B-T for now: {} {}", refusal.reason().key(), refusal.arguments());
                return sealed;
            }
            throw new IllegalStateException("Raising ends in a file or a refusal", e.getCause());
        } finally {
            work.cancel(true);
        }
    }

    private Content raise(Content sealed) {
        Content proved = proved(sealed, false);
        requireNotRevoked(sealed);
        return level == SignatureLevel.B_LTA ? proved(stamped(proved, Optional.empty()), false) : proved;
    }

    /**
     * The file with newer proofs and one more time-stamp over all of it. Certificates that name no place where their
     * revocation could be asked are let be: of them nothing more can ever be learned.
     *
     * @param patience for the time-stamp
     * @throws Refusal that a proof or a time-stamp cannot be had; then nothing is gained by half of it
     */
    public Content preserved(Content file, Duration patience) {
        return proved(stamped(proved(file, true), Optional.of(patience)), false);
    }

    /** Since when, by whom and how the newest time-stamp of a file vouches for all before it. */
    public Standing standing(Content file) {
        try (var open = LongTermRevision.of(file)) {
            SignedParts parts = open.parts();
            LongTermRevision.Store store = open.store();
            boolean proofs = !store.crls().isEmpty() || !store.ocsps().isEmpty();
            Optional<SignedParts.Stamp> last = parts.stamps().isEmpty()
                    ? Optional.empty()
                    : Optional.of(parts.stamps().getLast());
            boolean whole = last.map(SignedParts.Stamp::ofDocument).orElse(false);
            SignatureLevel level = SignatureLevel.B_B;
            if (last.isPresent()) {
                level = proofs ? whole ? SignatureLevel.B_LTA : SignatureLevel.B_LT : SignatureLevel.B_T;
            }
            return new Standing(level, whole, last.map(this::end));
        }
    }

    private End end(SignedParts.Stamp stamp) {
        Instant expiry = stamp.signer().getNotAfter().toInstant();
        End end = new End(
                expiry,
                EndReason.CERTIFICATE,
                stamp.signer().getSubjectX500Principal().getName(),
                stamp.when());
        var limits = List.of(trust.limit(stamp.signer().getPublicKey()), trust.limit(stamp.digest()));
        for (Optional<AlgorithmLimit> it : limits) {
            Optional<Instant> limit = it.flatMap(AlgorithmLimit::end);
            if (limit.isPresent() && limit.get().isBefore(end.at())) {
                end = new End(limit.get(), EndReason.ALGORITHM, it.orElseThrow().name(), stamp.when());
            }
        }
        return end;
    }

    /**
     * How a file stands.
     *
     * @param whole whether its newest time-stamp is over the whole document
     * @param end when that time-stamp stops proving anything new; absent without one
     */
    public record Standing(SignatureLevel level, boolean whole, Optional<End> end) {}

    /**
     * Until when a time-stamp proves what it covers.
     *
     * @param name the authority's subject, or the algorithm
     */
    public record End(Instant at, EndReason reason, String name, Instant stampedAt) {}

    /** Why a time-stamp stops proving. */
    public enum EndReason {
        /** The time-stamping authority's certificate expires. */
        CERTIFICATE,
        /** By the trust data its key or digest is no longer to be relied on. */
        ALGORITHM
    }

    private Content proved(Content file, boolean again) {
        try (var open = LongTermRevision.of(file)) {
            var evidence = Evidence.gathered(open, trust, revocations, clock.instant(), again);
            for (Evidence.Missing it : evidence.missing()) {
                if (!(it.learned() instanceof Revocation.NotNamed)) {
                    throw new Refusal(SignReason.NOT_PROVED, name(it.certificate()), told(it.learned()));
                }
            }
            boolean nothing = evidence.added().crls().isEmpty()
                    && evidence.added().ocsps().isEmpty()
                    && !open.store().empty();
            return nothing ? file : open.withStore(evidence.added());
        }
    }

    private void requireNotRevoked(Content file) {
        try (var open = LongTermRevision.of(file)) {
            for (X509Certificate signer : open.parts().signers()) {
                open.parts().carried().stream()
                        .filter(it -> it.getSubjectX500Principal().equals(signer.getIssuerX500Principal()))
                        .findFirst()
                        .map(issuer -> revocations.of(signer, issuer))
                        .filter(Revocation.Revoked.class::isInstance)
                        .map(Revocation.Revoked.class::cast)
                        .ifPresent(it -> {
                            throw new Refusal(SignReason.CERTIFICATE_REVOKED, name(signer), it.since());
                        });
            }
        }
    }

    private Content stamped(Content file, Optional<Duration> patience) {
        try (var open = LongTermRevision.of(file)) {
            return open.stamped(
                    digest -> patience.map(it -> time.stamp(digest, it)).orElseGet(() -> time.stamp(digest)));
        }
    }

    private static String name(X509Certificate certificate) {
        return certificate.getSubjectX500Principal().getName();
    }

    private static String told(Revocation learned) {
        return switch (learned) {
            case Revocation.Good it -> "";
            case Revocation.Revoked it -> "";
            case Revocation.Stale it -> it.where() + " (cũ, đến " + it.nextUpdate() + ")";
            case Revocation.Unreachable it -> it.where() + " (không trả lời)";
            case Revocation.Unusable it -> it.where() + " (trả lời không tin được)";
            case Revocation.Unknown it -> it.where() + " (không biết chứng thư này)";
            case Revocation.NotAllowed it -> it.where() + " (chưa được phép hỏi)";
            case Revocation.NotNamed it -> "";
        };
    }
}
