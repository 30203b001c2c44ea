package io.github.aspirejava.concurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.aspirejava.run.StepException;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(60)
class SubtasksTest {
    private static final List<Integer> THREE = List.of(1, 2, 3);

    private final ForkJoinPool one = new ForkJoinPool(1);
    private final ForkJoinPool two = new ForkJoinPool(2);
    private final ForkJoinPool three = new ForkJoinPool(3);

    @AfterEach
    void stop() {
        one.shutdownNow();
        two.shutdownNow();
        three.shutdownNow();
    }

    private static int meet(CyclicBarrier barrier, int number) throws IOException, InterruptedException {
        try {
            barrier.await();
            return number;
        } catch (BrokenBarrierException e) {
            throw new IOException(e);
        }
    }

    /** Returns the failure of the parts, not wrapped by the pool that they run in. */
    private static Throwable failure(ForkJoinPool pool, List<Integer> inputs, Subtasks.Part<Integer, Integer, ?> part)
            throws Exception {
        return pool.submit(() -> catchThrowable(() -> Subtasks.map(inputs, part)))
                .get();
    }

    @Test
    void givesTheResultsInTheOrderOfTheInputs() throws Exception {
        List<Integer> inputs = IntStream.range(0, 100).boxed().toList();
        List<Integer> expected = inputs.stream().map(input -> input * 10).toList();

        assertThat(Subtasks.map(inputs, input -> input * 10)).isEqualTo(expected);
        assertThat(three.submit(() -> Subtasks.map(inputs, input -> input * 10)).get())
                .isEqualTo(expected);
        assertThat(three.submit(() -> Subtasks.map(List.of(), input -> input)).get())
                .isEmpty();
    }

    @Test
    void doesThePartsSideBySideInThePoolOfItsCaller() throws Exception {
        CyclicBarrier together = new CyclicBarrier(3);

        assertThat(three.submit(() -> Subtasks.map(THREE, number -> {
                            meet(together, number);
                            return ForkJoinTask.getPool();
                        }))
                        .get())
                .hasSize(3)
                .containsOnly(three);
    }

    @Test
    void doesThePartsInTheCallersThreadWithoutAPoolOfItsOwn() throws Exception {
        Thread caller = Thread.currentThread();

        assertThat(Subtasks.map(THREE, number -> Thread.currentThread())).containsOnly(caller);
        assertThat(ForkJoinPool.commonPool()
                        .submit(() -> {
                            Thread worker = Thread.currentThread();
                            return Subtasks.map(THREE, number -> Thread.currentThread() == worker);
                        })
                        .get())
                .containsOnly(true);
    }

    @Test
    void doesThePartsOfPartsInAPoolOfOne() throws Exception {
        assertThat(one.submit(() -> Subtasks.map(THREE, outer -> Subtasks.map(THREE, inner -> outer * inner)))
                        .get())
                .containsExactly(List.of(1, 2, 3), List.of(2, 4, 6), List.of(3, 6, 9));
    }

    @Test
    void doesNotDoWhatOthersHaveForkedWhileItWaits() throws Exception {
        CountDownLatch taken = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        try {
            // The first is stolen; its thief forks something that hangs, and ends only when the caller waits.
            List<Boolean> results = two.submit(() -> {
                        Thread caller = Thread.currentThread();
                        return Subtasks.map(List.of(1, 2), number -> {
                            if (number == 1) {
                                ForkJoinTask<?> stranger = ForkJoinTask.adapt(() -> {
                                    release.await();
                                    return null;
                                });
                                stranger.fork();
                                taken.countDown();
                                while (caller.getState() == Thread.State.RUNNABLE) {
                                    Thread.onSpinWait();
                                }
                            } else {
                                taken.await();
                            }
                            return Thread.currentThread() == caller;
                        });
                    })
                    .get();
            assertThat(results).containsExactly(false, true);
        } finally {
            release.countDown();
        }
    }

    static Stream<Throwable> failures() {
        return Stream.of(
                new StepException("said so"),
                new IOException("broken"),
                new InterruptedException("called off"),
                new CancellationException("called off"),
                new CompletionException(new IOException("broken")),
                new IllegalStateException("a mistake"),
                new AssertionError("a mistake"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void throwsTheFailureOfAPartAsItIs(Throwable failure) throws Exception {
        Subtasks.Part<Integer, Integer, StepException> part = number -> {
            if (number < 2) {
                return number;
            }
            if (failure instanceof Error e) {
                throw e;
            }
            if (failure instanceof RuntimeException e) {
                throw e;
            }
            if (failure instanceof IOException e) {
                throw e;
            }
            if (failure instanceof InterruptedException e) {
                throw e;
            }
            throw (StepException) failure;
        };

        assertThatThrownBy(() -> Subtasks.map(THREE, part)).isSameAs(failure);
        assertThat(failure(three, THREE, part)).isSameAs(failure).hasNoSuppressedExceptions();
    }

    @Test
    void throwsTheFirstFailureInOrderWithTheOthers() throws Exception {
        CyclicBarrier together = new CyclicBarrier(3);

        Throwable failure = failure(three, THREE, number -> {
            meet(together, number);
            if (number > 1) {
                throw new IOException("number " + number);
            }
            return number;
        });

        assertThat(failure).isInstanceOf(IOException.class).hasMessage("number 2");
        assertThat(failure.getSuppressed()).hasSize(1);
        assertThat(failure.getSuppressed()[0]).hasMessage("number 3");
    }

    @Test
    void beginsNoOtherPartOnceOneHasFailed() throws Exception {
        List<Integer> begun = new CopyOnWriteArrayList<>();
        Subtasks.Part<Integer, Integer, IOException> bad = number -> {
            begun.add(number);
            throw new IOException("broken");
        };

        assertThatThrownBy(() -> Subtasks.map(THREE, bad)).hasMessage("broken");
        assertThat(begun).hasSize(1);

        begun.clear();
        assertThat(failure(one, THREE, bad)).hasMessage("broken");
        assertThat(begun).hasSize(1);
    }

    @Test
    void waitsForThePartsThatRunWhenOneHasFailed() throws Exception {
        CyclicBarrier together = new CyclicBarrier(2);
        List<Integer> ended = new CopyOnWriteArrayList<>();

        Throwable failure = two.submit(() -> {
                    Thread caller = Thread.currentThread();
                    return catchThrowable(() -> Subtasks.map(List.of(1, 2), number -> {
                        meet(together, number);
                        if (Thread.currentThread() == caller) {
                            throw new IOException("broken");
                        }
                        while (caller.getState() == Thread.State.RUNNABLE) {
                            Thread.onSpinWait();
                        }
                        ended.add(number);
                        return number;
                    }));
                })
                .get();

        assertThat(failure).hasMessage("broken");
        assertThat(ended).hasSize(1);
    }

    @Test
    void leavesAtOnceWhenItIsInterruptedWhileItWaits() throws Exception {
        CyclicBarrier together = new CyclicBarrier(2);
        CountDownLatch release = new CountDownLatch(1);
        try {
            Throwable failure = two.submit(() -> {
                        Thread caller = Thread.currentThread();
                        return catchThrowable(() -> Subtasks.map(List.of(1, 2), number -> {
                            meet(together, number);
                            if (Thread.currentThread() != caller) {
                                caller.interrupt();
                                release.await();
                            }
                            return number;
                        }));
                    })
                    .get();

            assertThat(failure).isInstanceOf(InterruptedException.class);
        } finally {
            release.countDown();
        }
    }
}
