package vn.antin.trust;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;

/** Remembers, by address, who did not answer lately, so that a dead server is not waited for again and again. */
class Circuits {
    /** After so many questions in a row without an answer nobody asks any more … */
    static final int FAILURES = 3;
    /** … for so long; then one question tries. */
    static final Duration PAUSE = Duration.ofMinutes(1);

    private final CircuitBreakerRegistry registry;

    Circuits(Clock clock) {
        this.registry = CircuitBreakerRegistry.of(CircuitBreakerConfig.custom()
                .slidingWindowType(CircuitBreakerConfig.SlidingWindowType.COUNT_BASED)
                .slidingWindowSize(FAILURES)
                .minimumNumberOfCalls(FAILURES)
                .failureRateThreshold(100)
                .waitDurationInOpenState(PAUSE)
                .permittedNumberOfCallsInHalfOpenState(1)
                .clock(clock)
                .recordException(IOException.class::isInstance)
                .build());
    }

    CircuitBreaker of(String address) {
        return registry.circuitBreaker(address);
    }
}
