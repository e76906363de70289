package vn.antin.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SideBySideTests {
    private static SideBySide.Judged named(int n) {
        return new SideBySide.Judged(new Report(
                Integer.toString(n),
                null,
                0,
                Conclusion.NOT_A_PDF,
                null,
                Instant.EPOCH,
                List.of(),
                List.of(),
                List.of(),
                null,
                null));
    }

    private static SideBySide.Judged after(CountDownLatch latch, int n) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return named(n);
    }

    @Test
    void tellsInTheGivenOrderThoughTheFirstIsReadyLast() {
        List<String> told = new ArrayList<>();
        var othersDone = new CountDownLatch(2);
        try (var work = new SideBySide(2, it -> told.add(it.report().file()))) {
            work.add(() -> after(othersDone, 0));
            for (int i = 1; i <= 2; i++) {
                int n = i;
                work.add(() -> {
                    othersDone.countDown();
                    return named(n);
                });
            }
            work.finish();
        }
        assertThat(told).containsExactly("0", "1", "2");
    }

    @Test
    void beginsNoMoreThanCanBeWorkedOn() {
        List<String> told = new ArrayList<>();
        var open = new AtomicInteger();
        var most = new AtomicInteger();
        try (var work = new SideBySide(3, it -> {
            open.decrementAndGet();
            told.add(it.report().file());
        })) {
            for (int i = 0; i < 200; i++) {
                int n = i;
                work.add(() -> {
                    most.accumulateAndGet(open.incrementAndGet(), Math::max);
                    return named(n);
                });
            }
            work.finish();
        }
        assertThat(told)
                .isEqualTo(IntStream.range(0, 200).mapToObj(Integer::toString).toList());
        assertThat(most.get()).isBetween(1, 4);
    }

    @Test
    void aFaultReachesWhoeverAsked() {
        assertThatThrownBy(() -> {
                    try (var work = new SideBySide(1, it -> {})) {
                        work.add(() -> {
                            throw new IllegalArgumentException("hỏng");
                        });
                        work.finish();
                    }
                })
                .hasMessage("hỏng");
    }
}
