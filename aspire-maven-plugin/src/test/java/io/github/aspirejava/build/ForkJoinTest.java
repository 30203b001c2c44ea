package io.github.aspirejava.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ForkJoinTest {
    private static final List<Integer> THREE = List.of(1, 2, 3);

    private static int meet(CyclicBarrier barrier, int number) throws IOException {
        try {
            barrier.await();
            return number * 10;
        } catch (Exception e) {
            throw new IOException(e);
        }
    }

    @Test
    void doesThingsAtOnceOnTheCallersPool() throws Exception {
        ForkJoinPool pool = new ForkJoinPool(3);
        CyclicBarrier barrier = new CyclicBarrier(3);
        try {
            assertThat(pool.submit(() -> ForkJoin.map(THREE, number -> meet(barrier, number)))
                            .get())
                    .containsExactly(10, 20, 30);
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void doesThingsInTheCallersThreadWithoutAPoolOfItsOwn() throws Exception {
        Thread caller = Thread.currentThread();

        assertThat(ForkJoin.map(THREE, number -> Thread.currentThread())).containsOnly(caller);
        assertThat(ForkJoinPool.commonPool()
                        .submit(() -> {
                            Thread worker = Thread.currentThread();
                            return ForkJoin.map(THREE, number -> Thread.currentThread() == worker);
                        })
                        .get())
                .containsOnly(true);
    }

    @Test
    @Timeout(30)
    void doesNotRunWhatOthersHaveForkedWhileItWaits() throws Exception {
        ForkJoinPool pool = new ForkJoinPool(2);
        CountDownLatch taken = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        try {
            // The first is stolen; its thief forks something that hangs, and ends only when the caller waits.
            List<Boolean> results = pool.submit(() -> {
                        Thread caller = Thread.currentThread();
                        return ForkJoin.map(List.of(1, 2), number -> {
                            if (number == 1) {
                                ForkJoinTask<?> stranger = ForkJoinTask.adapt(() -> await(release));
                                stranger.fork();
                                taken.countDown();
                                while (caller.getState() == Thread.State.RUNNABLE) {
                                    Thread.onSpinWait();
                                }
                            } else {
                                await(taken);
                            }
                            return Thread.currentThread() == caller;
                        });
                    })
                    .get();
            assertThat(results).containsExactly(false, true);
        } finally {
            release.countDown();
            pool.shutdown();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void throwsTheFirstFailureAsItIs() {
        assertThatThrownBy(() -> ForkJoin.map(THREE, number -> {
                    if (number > 1) {
                        throw new ImageBuildException("number " + number);
                    }
                    return number;
                }))
                .isInstanceOf(ImageBuildException.class)
                .hasMessage("number 2");
        assertThatThrownBy(() -> ForkJoin.map(THREE, number -> {
                    throw new IllegalStateException("a mistake");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasRootCauseMessage("a mistake");
    }
}
