package io.github.aspirejava.fakes.registry;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A program of this machine that a test needs. */
public record Tool(Path program) {
    /**
     * Returns the program of this name on the PATH. If it is missing, the test is skipped, or fails if the system
     * property {@code aspire.it.required} is true.
     */
    public static Tool require(String name) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .filter(directory -> !directory.isEmpty())
                .map(directory -> Path.of(directory, name))
                .filter(Files::isExecutable)
                .findFirst()
                .map(Tool::new)
                .orElseGet(() -> missing("%s is not on the PATH. Install it to run this test.".formatted(name)));
    }

    /** Runs the program to its end and returns what it prints; it fails unless the exit code is 0. */
    public String run(String... arguments) throws IOException, InterruptedException {
        Process process = start(arguments);
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            fail("%s %s failed: %s", program, List.of(arguments), output);
        }
        return output;
    }

    /** Starts the program, with its errors redirected to its output. */
    public Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private static Tool missing(String why) {
        return Boolean.getBoolean("aspire.it.required") ? fail(why) : abort(why);
    }
}
