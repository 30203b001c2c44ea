package io.github.aspirejava.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ForkTest {
    private final ForkJoinPool one = new ForkJoinPool(1);
    private final ForkJoinPool three = new ForkJoinPool(3);

    @AfterEach
    void stop() {
        one.shutdownNow();
        three.shutdownNow();
    }

    @Test
    void givesTheResultsInTheOrderOfTheParts() throws Exception {
        List<Fork.Part<Integer>> parts = IntStream.range(0, 100)
                .<Fork.Part<Integer>>mapToObj(i -> () -> i)
                .toList();

        List<Integer> expected = IntStream.range(0, 100).boxed().toList();
        assertThat(Fork.join(parts)).isEqualTo(expected);
        assertThat(three.submit(() -> Fork.join(parts)).get()).isEqualTo(expected);
    }

    @Test
    void runsThePartsSideBySideInThePoolOfItsCaller() throws Exception {
        CyclicBarrier together = new CyclicBarrier(3);
        Fork.Part<ForkJoinPool> part = () -> {
            try {
                together.await();
            } catch (BrokenBarrierException e) {
                throw new IOException(e);
            }
            return ForkJoinTask.getPool();
        };

        assertThat(three.submit(() -> Fork.join(List.of(part, part, part))).get())
                .hasSize(3)
                .containsOnly(three);
    }

    @Test
    void throwsTheFailureOfAPartAsItIs() {
        IOException failure = new IOException("broken");
        Fork.Part<String> good = () -> "good";
        Fork.Part<String> bad = () -> {
            throw failure;
        };

        assertThatThrownBy(() -> Fork.join(List.of(good, bad))).isSameAs(failure);
        assertThatThrownBy(
                        () -> three.submit(() -> Fork.join(List.of(good, bad))).get())
                .isInstanceOf(ExecutionException.class)
                .rootCause()
                .isSameAs(failure);
    }

    @Test
    void startsNoFurtherPartOnceOneHasFailed() {
        List<String> started = new CopyOnWriteArrayList<>();
        Fork.Part<String> bad = () -> {
            started.add("part");
            throw new IOException("broken");
        };

        assertThatThrownBy(() ->
                        one.submit(() -> Fork.join(List.of(bad, bad, bad))).get())
                .hasRootCauseMessage("broken");

        assertThat(started).hasSize(1);
    }
}
