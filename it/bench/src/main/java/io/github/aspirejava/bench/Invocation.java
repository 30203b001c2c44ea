package io.github.aspirejava.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A process to run.
 *
 * @param environment the variables that are set in addition to this process's own environment
 * @param input the content of its standard input
 */
record Invocation(List<String> command, Path directory, Map<String, String> environment, String input) {
    Invocation {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }
}
