package io.github.aspirejava.engine.build;

import io.github.aspirejava.concurrent.Cancellation;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs a program to its end, line by line. */
final class DockerCommand {
    private final Path file;
    private final Cancellation cancellation;

    DockerCommand(Path file, Cancellation cancellation) {
        this.file = file;
        this.cancellation = cancellation;
    }

    /** A listener for each line of its output. */
    @FunctionalInterface
    interface Listener {
        void line(String line) throws IOException;
    }

    /** Runs the program; cancellation of the run ends it. Returns its exit code. */
    @SuppressWarnings("try") // a registration only has to be closed
    int run(List<String> arguments, Map<String, String> environment, Listener listener)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(file.toString()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        try (Cancellation.Registration registration = cancellation.onCancel(() -> end(process));
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            process.getOutputStream().close();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                listener.line(line);
            }
            int code = process.waitFor();
            cancellation.throwIfCancelled();
            return code;
        } finally {
            end(process);
        }
    }

    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
    }
}
