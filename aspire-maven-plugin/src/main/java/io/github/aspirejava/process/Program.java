package io.github.aspirejava.process;

import io.github.aspirejava.concurrent.Cancellation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A program to be run.
 *
 * @param file its executable file
 * @param variables its environment
 * @param directory its working directory; if absent, that of this process
 * @param ending the way to end it before it exits by itself
 */
public record Program(Path file, List<String> arguments, Variables variables, Optional<Path> directory, Ending ending) {
    /** Copies the list. */
    public Program {
        arguments = List.copyOf(arguments);
    }

    /** Creates a program that runs in the directory of this process, and is ended by force. */
    public static Program of(Path file, List<String> arguments, Variables variables) {
        return new Program(file, arguments, variables, Optional.empty(), Ending.FORCED);
    }

    /** Returns the same program with {@code directory} as its working directory. */
    public Program in(Path directory) {
        return new Program(file, arguments, variables, Optional.of(directory), ending);
    }

    /** Returns the same program, ended in another way. */
    public Program endedBy(Ending ending) {
        return new Program(file, arguments, variables, directory, ending);
    }

    /**
     * Runs the program, without input, until it exits.
     *
     * @param listener receives what it writes to either output
     * @return its exit code
     * @throws IOException if it cannot be started, or the listener throws it; the program has been ended then
     * @throws InterruptedException if the thread is interrupted; the program has been ended then
     * @throws java.util.concurrent.CancellationException if the run is cancelled; the program has been ended then
     */
    public int run(LineListener listener, Cancellation cancellation) throws IOException, InterruptedException {
        cancellation.throwIfCancelled();
        try (RunningProgram running = new RunningProgram(builder().redirectErrorStream(true), this)) {
            return running.lines(listener, cancellation);
        }
    }

    /**
     * Starts the program, whose two outputs are read apart.
     *
     * @throws IOException if it cannot be started
     */
    public RunningProgram start() throws IOException {
        return new RunningProgram(builder(), this);
    }

    /** Returns its name without the directory. */
    String name() {
        return String.valueOf(file.getFileName());
    }

    private ProcessBuilder builder() {
        List<String> command = new ArrayList<>(List.of(file.toString()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        directory.map(Path::toFile).ifPresent(builder::directory);
        builder.environment().clear();
        builder.environment().putAll(variables.values());
        return builder;
    }

    /** Returns its name and arguments: the environment may contain secrets. */
    @Override
    public String toString() {
        return name() + " " + String.join(" ", arguments);
    }
}
