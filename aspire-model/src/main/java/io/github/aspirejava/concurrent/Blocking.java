package io.github.aspirejava.concurrent;

import java.io.IOException;
import java.util.concurrent.ForkJoinPool;
import org.jspecify.annotations.Nullable;

/**
 * Lets a thread wait for the network or for other threads. In a {@link ForkJoinPool} another thread takes over
 * meanwhile, so a registry that hangs cannot use up the pool.
 */
public final class Blocking {
    private Blocking() {}

    /**
     * Waits for something within this process.
     *
     * @throws InterruptedException if the thread is interrupted
     */
    public static void await(Wait wait) throws InterruptedException {
        ForkJoinPool.managedBlock(new ForkJoinPool.ManagedBlocker() {
            private boolean over;

            @Override
            public boolean block() throws InterruptedException {
                wait.await();
                over = true;
                return true;
            }

            @Override
            public boolean isReleasable() {
                return over;
            }
        });
    }

    /** Calls an operation that mostly waits for the network. */
    public static <R> R call(Input<R> input) throws IOException {
        Call<R> call = new Call<>(input);
        try {
            ForkJoinPool.managedBlock(call);
        } catch (InterruptedException e) {
            throw new IllegalStateException("A call ends with a result or a failure", e);
        }
        return call.result();
    }

    /** A wait that may be interrupted. */
    @FunctionalInterface
    public interface Wait {
        /** Waits. */
        void await() throws InterruptedException;
    }

    /** A call that waits. */
    @FunctionalInterface
    public interface Input<R> {
        /** Calls. */
        R get() throws IOException;
    }

    private static final class Call<R> implements ForkJoinPool.ManagedBlocker {
        private final Input<R> input;
        private @Nullable R result;
        private @Nullable IOException failure;
        private boolean over;

        Call(Input<R> input) {
            this.input = input;
        }

        @Override
        public boolean block() {
            try {
                result = input.get();
            } catch (IOException e) {
                failure = e;
            } finally {
                over = true;
            }
            return true;
        }

        @Override
        public boolean isReleasable() {
            return over;
        }

        R result() throws IOException {
            if (failure != null) {
                throw failure;
            }
            if (result == null) {
                throw new IllegalStateException("A call that ended well has a result");
            }
            return result;
        }
    }
}
