package vn.antin.trust;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.io.IOException;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import vn.antin.kernel.Refusal;
import vn.antin.kernel.Sha256;

/**
 * Asks time-stamping authorities over HTTP (RFC 3161, 3.4), the first in order that answers, and believes nothing it has
 * not checked. One that fails is asked again after a growing pause, then the next; one that keeps failing is left alone
 * for a while.
 */
class TimestampAuthoritiesInOrder implements TimestampAuthority, DisposableBean {
    /** A token with its certificates is some 6 KB; whatever is much longer is not one. */
    static final int LONGEST_ANSWER = 64 * 1024;

    private static final Duration FIRST_PAUSE = Duration.ofMillis(300);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    private static final Logger LOG = LoggerFactory.getLogger(TimestampAuthoritiesInOrder.class);

    private final Supplier<List<TimestampPlace>> places;
    private final Duration patience;
    private final TrustAnchors anchors;
    private final Clock clock;
    private final RandomGenerator chance;
    private final Circuits circuits;
    private final BoundedHttp http = new BoundedHttp();

    /** @param patience for all of them together, while a person waits */
    TimestampAuthoritiesInOrder(
            Supplier<List<TimestampPlace>> places,
            Duration patience,
            TrustAnchors anchors,
            Clock clock,
            RandomGenerator chance) {
        this.places = places;
        this.patience = patience;
        this.anchors = anchors;
        this.clock = clock;
        this.chance = chance;
        this.circuits = new Circuits(clock);
    }

    @Override
    public byte[] stamp(Sha256 digest) {
        return stamp(digest, patience);
    }

    @Override
    public byte[] stamp(Sha256 digest, Duration longest) {
        long started = System.nanoTime();
        var today = LocalDate.now(clock);
        IOException last = new IOException("No time-stamping authority is laid down for today");
        for (TimestampPlace place : places.get()) {
            if (!place.inForce(today)) {
                continue;
            }
            Duration left = longest.minusNanos(System.nanoTime() - started);
            if (left.isNegative() || left.isZero()) {
                last = new IOException("No authority answered within " + longest, last);
                break;
            }
            try {
                return ask(place, digest, left);
            } catch (IOException e) {
                LOG.warn("No time-stamp from {}: {}", place.name(), e.toString());
                last = e;
            }
        }
        throw new Refusal(TrustReason.TIMESTAMP_UNAVAILABLE, last);
    }

    private byte[] ask(TimestampPlace place, Sha256 digest, Duration left) throws IOException {
        long started = System.nanoTime();
        CircuitBreaker circuit = circuits.of(place.address().toString());
        var patient = new RetryTemplate(RetryPolicy.builder()
                .maxRetries(place.attempts() - 1)
                .delay(FIRST_PAUSE)
                .multiplier(3)
                .maxDelay(LONGEST_PAUSE)
                .timeout(left)
                .includes(IOException.class)
                // The same server will not be another one a moment later.
                .excludes(NotAStamp.class)
                .build());
        try {
            byte[] token = patient.execute(() -> {
                try {
                    return circuit.executeCallable(
                            () -> once(place, digest, left.minusNanos(System.nanoTime() - started)));
                } catch (IOException e) {
                    throw e;
                } catch (CallNotPermittedException e) {
                    throw new NotAStamp("It has not answered lately and is left alone for a while", e);
                }
            });
            if (token == null) {
                throw new IllegalStateException("An attempt gives a token or fails");
            }
            return token;
        } catch (RetryException e) {
            throw e.getCause() instanceof IOException cause ? cause : new IOException(e.getCause());
        }
    }

    private byte[] once(TimestampPlace place, Sha256 digest, Duration left) throws IOException {
        if (left.isNegative() || left.isZero()) {
            throw new IOException("No time is left to ask again");
        }
        Duration limit = left.compareTo(place.limit()) < 0 ? left : place.limit();
        var question = new TimestampQuestion(digest, new BigInteger(64, Random.from(chance)));
        byte[] answer = http.post(
                place.address(),
                "application/timestamp-query",
                "application/timestamp-reply",
                question.encoded(),
                new BoundedHttp.Limits(LONGEST_ANSWER, limit));
        try {
            return question.token(answer, anchors, place.certificate());
        } catch (IOException e) {
            throw new NotAStamp("The answer is no stamp to be relied on", e);
        }
    }

    @Override
    public void destroy() {
        http.close();
    }

    /** An answer that asking again would not better. */
    private static final class NotAStamp extends IOException {
        private static final long serialVersionUID = 1L;

        NotAStamp(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
