package io.github.aspirejava.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A process to run.
 *
 * @param environment what is set besides this process's own environment
 * @param input what it reads from its standard input
 */
record Invocation(List<String> command, Path directory, Map<String, String> environment, String input) {
    Invocation {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }
}
