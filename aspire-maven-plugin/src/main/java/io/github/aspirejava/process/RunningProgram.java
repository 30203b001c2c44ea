package io.github.aspirejava.process;

import io.github.aspirejava.concurrent.Cancellation;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A program that has been started. It is ended, with all processes that it has started, when this is closed.
 *
 * <p>Its output is read in other threads: one that waits for the program has to be able to give up, and a program that
 * fills one of its pipes while it is not read would block forever. The caller waits for a future, so that the pool
 * whose worker it is goes on with other work.
 */
public final class RunningProgram implements AutoCloseable {
    /** The time to wait for the last output: a process that the program has left behind may hold the output open. */
    private static final int LAST_OUTPUT_SECONDS = 5;

    private final Process process;
    private final Program program;

    RunningProgram(ProcessBuilder builder, Program program) throws IOException {
        this.process = builder.start();
        this.program = program;
    }

    /**
     * The end of a program.
     *
     * @param output the beginning of its standard output
     * @param errors the beginning of its standard error
     */
    public record Result(int exitCode, String output, String errors) {
        /** Returns the exit code: the outputs may contain secrets. */
        @Override
        public String toString() {
            return "exit code " + exitCode;
        }
    }

    /** Waits for its exit, with each line of its output on the way. */
    @SuppressWarnings("try") // the registration only has to end
    int lines(LineListener listener, Cancellation cancellation) throws IOException, InterruptedException {
        try (Cancellation.Registration registration = cancellation.onCancel(this::close)) {
            process.getOutputStream().close();
            CompletableFuture<Integer> exit = process.onExit().thenApply(Process::exitValue);
            OutputLines lines = new OutputLines(listener, exit::completeExceptionally);
            CompletableFuture<Boolean> read = read(process.getInputStream(), lines::readAll);
            try {
                int code = exit.get();
                awaitLastLines(read);
                cancellation.throwIfCancelled();
                return code;
            } finally {
                lines.end();
            }
        } catch (ExecutionException e) {
            cancellation.throwIfCancelled();
            throw unwrapped(e);
        }
    }

    /**
     * Gives the program its input, and waits for its exit and the end of both outputs.
     *
     * @param atMostBytes the number of bytes of each output that are read; a program that writes more finds it closed
     * @throws IOException if an output cannot be read
     * @throws TimeoutException if it takes longer than {@code patience}
     * @throws InterruptedException if the thread is interrupted
     */
    public Result result(String input, int atMostBytes, Duration patience)
            throws IOException, TimeoutException, InterruptedException {
        CompletableFuture<String> output =
                read(process.getInputStream(), stream -> text(stream.readNBytes(atMostBytes)));
        CompletableFuture<String> errors =
                read(process.getErrorStream(), stream -> text(stream.readNBytes(atMostBytes)));
        write(input);
        try {
            CompletableFuture.allOf(output, errors, process.onExit()).get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return new Result(process.exitValue(), output.join(), errors.join());
        } catch (ExecutionException e) {
            throw unwrapped(e);
        }
    }

    /** Ends the program, unless it has ended. */
    @Override
    public void close() {
        program.ending().endTree(process);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private void write(String input) {
        try (OutputStream stream = process.getOutputStream()) {
            stream.write(input.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // The exit code of a program that has ended without reading gives the reason.
        }
    }

    private <T> CompletableFuture<T> read(InputStream stream, Reader<T> reader) {
        CompletableFuture<T> content = new CompletableFuture<>();
        Thread thread = new Thread(
                () -> {
                    try (stream) {
                        content.complete(reader.read(stream));
                    } catch (IOException | RuntimeException e) {
                        content.completeExceptionally(e);
                    }
                },
                "output of " + program.name());
        thread.setDaemon(true);
        thread.start();
        return content;
    }

    private static void awaitLastLines(CompletableFuture<Boolean> read)
            throws InterruptedException, ExecutionException {
        try {
            read.get(LAST_OUTPUT_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            // Processes that it has left behind are not waited for.
        }
    }

    private static IOException unwrapped(ExecutionException e) {
        if (e.getCause() instanceof RuntimeException failure) {
            throw failure;
        }
        return e.getCause() instanceof IOException failure ? failure : new IOException(e.getCause());
    }

    @FunctionalInterface
    private interface Reader<T> {
        T read(InputStream stream) throws IOException;
    }
}
