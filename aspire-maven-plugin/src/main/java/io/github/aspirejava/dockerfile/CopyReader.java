package io.github.aspirejava.dockerfile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Reads the paths that a Dockerfile copies from its context: by {@code COPY}, {@code ADD}, and mounts of {@code RUN}.
 */
final class CopyReader {
    private static final Pattern ELSEWHERE = Pattern.compile("<<.*|git@.*|\\w+://.*", Pattern.DOTALL);

    private final Map<String, String> arguments;
    private final Map<String, String> variables = new HashMap<>();
    private final List<CopiedPath> copied = new ArrayList<>();

    /** @param arguments the build arguments, which override the defaults of {@code ARG} */
    CopyReader(Map<String, String> arguments) {
        this.arguments = Map.copyOf(arguments);
    }

    /** Returns the sources; the whole context if there are none: a base image's {@code ONBUILD} may contain some. */
    List<CopiedPath> read(Instructions instructions) {
        if (instructions.directives().isForeign()) {
            return List.of(CopiedPath.ALL);
        }
        instructions.list().forEach(instruction -> read(instruction.triggered()));
        return copied.isEmpty() ? List.of(CopiedPath.ALL) : List.copyOf(copied);
    }

    private void read(Instruction instruction) {
        switch (instruction.keyword()) {
            case "ARG" -> argument(instruction);
            case "ENV" -> variable(instruction);
            case "COPY", "ADD" -> copy(instruction);
            case "RUN" -> mounts(instruction);
            default -> {
                // No other instruction copies files.
            }
        }
    }

    private void argument(Instruction declared) {
        for (String one : declared.words()) {
            String[] parts = one.split("=", 2);
            if (arguments.containsKey(parts[0])) {
                variables.put(parts[0], arguments.get(parts[0]));
            } else if (parts.length > 1) {
                variables.put(parts[0], expanded(parts[1], declared));
            }
        }
    }

    /**
     * Handles a variable: it overrides the argument of the same name, which is dropped. Its value is left to the
     * engine.
     */
    private void variable(Instruction declared) {
        for (String one : declared.words()) {
            variables.remove(one.split("=", 2)[0]);
        }
    }

    private void copy(Instruction instruction) {
        if (!instruction.flag("from").isEmpty()) {
            return;
        }
        List<String> words = JsonWords.of(instruction.rest()).orElseGet(instruction::words);
        for (String source : words.subList(0, Math.max(0, words.size() - 1))) {
            if (!ELSEWHERE.matcher(source).matches()) {
                copied.add(CopiedPath.parse(expanded(source, instruction)));
            }
        }
    }

    /** Reads mounts: a mount without another source is one of the context. */
    private void mounts(Instruction instruction) {
        for (String mount : instruction.flag("mount")) {
            Map<String, String> options = Mounts.options(mount);
            if (options.getOrDefault("type", "bind").equals("bind") && !options.containsKey("from")) {
                String source = options.getOrDefault("source", options.getOrDefault("src", "."));
                copied.add(CopiedPath.parse(expanded(source, instruction)));
            }
        }
    }

    /** Substitutes the values of variables; a variable without a value stays unchanged. */
    private String expanded(String text, Instruction instruction) {
        try {
            return ShellWords.readKnown(text, instruction.escape(), variables).text();
        } catch (IllegalArgumentException e) {
            // The engine reports the error.
            return text;
        }
    }
}
