package io.github.aspirejava.builder.frontend;

import io.github.aspirejava.concurrent.Cancellation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A program that is run for a front end. When the run is cancelled, it ends together with all processes that it has
 * started.
 *
 * @param command the program and its arguments
 * @param directory its working directory
 * @param environment all its variables
 */
record Program(List<String> command, Path directory, Map<String, String> environment) {
    /** The time to wait for the last output: a process that the program has left behind may hold the output open. */
    private static final int LAST_OUTPUT_SECONDS = 5;

    Program {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    /**
     * Runs the program until it exits.
     *
     * @return its exit code
     * @throws IOException if it cannot be started
     * @throws InterruptedException if the thread is interrupted; the program has been ended then
     * @throws java.util.concurrent.CancellationException if the run is cancelled; the program has been ended then
     */
    @SuppressWarnings("try") // the registration only has to end
    int run(ProgramOutput output, Cancellation cancellation) throws IOException, InterruptedException {
        cancellation.throwIfCancelled();
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.start();
        try (Cancellation.Registration registration = cancellation.onCancel(() -> end(process))) {
            process.getOutputStream().close();
            CompletableFuture<Void> read = output.read(process.getInputStream(), command.get(0));
            // The futures let the pool whose worker waits here go on with other work.
            process.onExit().get();
            awaitLastLines(read);
            cancellation.throwIfCancelled();
            return process.exitValue();
        } catch (ExecutionException e) {
            throw new IllegalStateException("A process always comes to its end", e);
        } finally {
            end(process);
        }
    }

    private static void awaitLastLines(CompletableFuture<Void> read) throws InterruptedException, ExecutionException {
        try {
            read.get(LAST_OUTPUT_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            // Processes that it has left behind are not waited for.
        }
    }

    /** Ends the process tree, the parent first, so that it starts no others. */
    private static void end(Process process) {
        List<ProcessHandle> tree = new ArrayList<>(process.descendants().toList());
        process.destroyForcibly();
        tree.forEach(ProcessHandle::destroyForcibly);
    }

    @Override
    public String toString() {
        Path program = Path.of(command.get(0)).getFileName();
        return program + " " + String.join(" ", command.subList(1, command.size()));
    }
}
