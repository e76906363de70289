package vn.antin.trust;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import vn.antin.kernel.Sha256;

/**
 * Asks whether certificates are revoked, where they say that it can be asked and the trust data let us: responders
 * first, which know better, then lists. Answers are kept on the disk for as long as they are good.
 */
public class Revocations implements DisposableBean {
    /** The longest list of a public authority seen has some 4 MB. */
    static final int LONGEST_CRL = 20 << 20;

    static final int LONGEST_OCSP = 64 << 10;

    private static final Logger LOG = LoggerFactory.getLogger(Revocations.class);

    private final TrustStatus trust;
    private final RevocationCache cache;
    private final Duration patience;
    private final Clock clock;
    private final Circuits circuits;
    private final BoundedHttp http = new BoundedHttp();

    /** @param patience for each answer */
    Revocations(TrustStatus trust, RevocationCache cache, Duration patience, Clock clock) {
        this.trust = trust;
        this.cache = cache;
        this.patience = patience;
        this.clock = clock;
        this.circuits = new Circuits(clock);
    }

    /** What can be learned now; {@code issuer} must be the one whose key signed the certificate. */
    public Revocation of(X509Certificate certificate, X509Certificate issuer) {
        var addresses = RevocationAddresses.of(certificate);
        if (addresses.none()) {
            return new Revocation.NotNamed();
        }
        Revocation first = null;
        for (URI it : addresses.ocsp()) {
            Revocation said = ask(it, new OcspJudge(certificate, issuer, it.toString()));
            if (settled(said)) {
                return said;
            }
            first = first == null ? said : first;
        }
        for (URI it : addresses.crl()) {
            Revocation said = ask(it, new CrlJudge(certificate, issuer));
            if (settled(said)) {
                return said;
            }
            first = first == null ? said : first;
        }
        return first == null ? new Revocation.NotNamed() : first;
    }

    private static boolean settled(Revocation said) {
        return said instanceof Revocation.Good || said instanceof Revocation.Revoked;
    }

    private Revocation ask(URI address, RevocationAnswer.Judge judge) {
        if (!trust.mayAsk(address.getHost().toLowerCase(Locale.ROOT))) {
            return new Revocation.NotAllowed(address.toString());
        }
        byte[] question;
        try {
            question = judge instanceof OcspJudge ocsp ? ocsp.question() : new byte[0];
        } catch (IOException e) {
            return new Revocation.Unusable(address.toString(), e.toString());
        }
        Sha256 name = name(address, question);
        Instant now = clock.instant();
        RevocationAnswer kept = cache.get(name).map(it -> read(judge, it)).orElse(null);
        if (kept != null && kept.fresh(now)) {
            return upheld(address, kept, judge);
        }
        byte[] answer;
        try {
            answer = circuits.of(address.getScheme() + "://" + address.getAuthority())
                    .executeCallable(() -> fetch(address, question));
        } catch (CallNotPermittedException e) {
            return unanswered(address, kept, "It has not answered lately and is left alone for a while");
        } catch (IOException e) {
            LOG.info("No answer about revocation from {}: {}", address, e.toString());
            return unanswered(address, kept, e.toString());
        } catch (Exception e) {
            throw new IllegalStateException("Fetching fails with an IOException only", e);
        }
        RevocationAnswer said;
        try {
            said = judge.of(answer);
        } catch (IOException e) {
            LOG.info("An answer about revocation from {} cannot be relied on: {}", address, e.toString());
            return new Revocation.Unusable(address.toString(), e.toString());
        }
        if (!said.fresh(now)) {
            return new Revocation.Stale(address.toString(), said.nextUpdate());
        }
        if (settled(said.meaning())) {
            cache.put(name, answer);
        }
        return upheld(address, said, judge);
    }

    /**
     * The answer, if whoever gave it in an authority's name had not been revoked (RFC 6960, 4.2.2.2.1). Only lists are
     * asked: a responder does not answer for itself. Where nothing can be learned of it the answer is nobody's word.
     */
    private Revocation upheld(URI address, RevocationAnswer said, RevocationAnswer.Judge judge) {
        X509Certificate responder = said.answeredBy();
        if (responder == null || !(judge instanceof OcspJudge ocsp) || !settled(said.meaning())) {
            return said.meaning();
        }
        for (URI it : RevocationAddresses.of(responder).crl()) {
            Revocation learned = ask(it, new CrlJudge(responder, ocsp.issuer()));
            if (learned instanceof Revocation.Revoked) {
                return new Revocation.Unusable(address.toString(), "The responder was revoked");
            }
            if (learned instanceof Revocation.Good good) {
                return switch (said.meaning()) {
                    case Revocation.Good known ->
                        new Revocation.Good(known.proof().upheldBy(good.proof()));
                    case Revocation.Revoked known ->
                        new Revocation.Revoked(
                                known.since(), known.reason(), known.proof().upheldBy(good.proof()));
                    default -> said.meaning();
                };
            }
        }
        return new Revocation.Unusable(address.toString(), "Whether the responder was revoked is not known");
    }

    private static @Nullable RevocationAnswer read(RevocationAnswer.Judge judge, byte[] kept) {
        try {
            return judge.of(kept);
        } catch (IOException e) {
            LOG.warn("A kept answer about revocation is no longer whole: {}", e.toString());
            return null;
        }
    }

    /** Stale is not unreachable: something was known, and until when. */
    private static Revocation unanswered(URI address, @Nullable RevocationAnswer kept, String why) {
        return kept == null
                ? new Revocation.Unreachable(address.toString(), why)
                : new Revocation.Stale(address.toString(), kept.nextUpdate());
    }

    private byte[] fetch(URI address, byte[] question) throws IOException {
        return question.length == 0
                ? http.get(address, new BoundedHttp.Limits(LONGEST_CRL, patience))
                : http.post(
                        address,
                        "application/ocsp-request",
                        "application/ocsp-response",
                        question,
                        new BoundedHttp.Limits(LONGEST_OCSP, patience));
    }

    private static Sha256 name(URI address, byte[] question) {
        byte[] text = (address + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] both = java.util.Arrays.copyOf(text, text.length + question.length);
        System.arraycopy(question, 0, both, text.length, question.length);
        return Sha256.of(both);
    }

    @Override
    public void destroy() {
        http.close();
    }
}
