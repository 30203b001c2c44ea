package io.github.aspirejava.dockerfile;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The images that a build reads: of {@code FROM}, behind {@code ARG}, too, of {@code COPY --from} and {@code RUN
 * --mount=from}, and that of the front end by which BuildKit reads the Dockerfile.
 */
public final class NeededImages {
    private final Map<String, String> arguments;
    private final Map<String, String> globals;
    private final Map<String, String> variables;
    private final Set<String> stages = new LinkedHashSet<>();
    private final Set<String> images = new LinkedHashSet<>();

    private NeededImages(Map<String, String> arguments, Map<String, String> predefined) {
        this.arguments = arguments;
        this.globals = new HashMap<>(predefined);
        this.globals.putAll(arguments);
        this.variables = new HashMap<>(predefined);
    }

    /**
     * Returns the images as they are written, with the values of their variables.
     *
     * @param arguments the build arguments
     * @param predefined the values of arguments that an engine defines, such as {@code TARGETARCH}
     */
    public static Set<String> of(
            Instructions instructions, Map<String, String> arguments, Map<String, String> predefined) {
        NeededImages needed = new NeededImages(arguments, predefined);
        instructions.directives().syntax().ifPresent(needed.images::add);
        instructions.list().forEach(instruction -> needed.read(instruction.triggered()));
        return Set.copyOf(needed.images);
    }

    private void read(Instruction instruction) {
        switch (instruction.keyword()) {
            case "ARG" -> argument(instruction);
            case "FROM" -> stage(instruction);
            case "COPY" -> instruction.flag("from").forEach(from -> image(from, instruction));
            case "RUN" ->
                instruction.flag("mount").stream()
                        .map(mount -> Mounts.options(mount).getOrDefault("from", ""))
                        .forEach(from -> image(from, instruction));
            default -> {
                // No other instruction reads an image.
            }
        }
    }

    private void argument(Instruction declared) {
        Map<String, String> known = stages.isEmpty() ? globals : variables;
        for (String one : declared.words()) {
            String[] parts = one.split("=", 2);
            if (arguments.containsKey(parts[0])) {
                known.put(parts[0], arguments.get(parts[0]));
            } else if (parts.length > 1) {
                known.put(parts[0], expanded(parts[1], declared, known));
            } else if (globals.containsKey(parts[0])) {
                known.put(parts[0], globals.get(parts[0]));
            }
        }
    }

    private void stage(Instruction instruction) {
        List<String> words = instruction.words();
        if (words.isEmpty()) {
            return;
        }
        String base = expanded(words.get(0), instruction, globals);
        if (!base.isEmpty() && !base.equals("scratch") && !stages.contains(base.toLowerCase(Locale.ROOT))) {
            images.add(base);
        }
        stages.add(String.valueOf(count()));
        if (words.size() > 2 && words.get(1).equalsIgnoreCase("AS")) {
            stages.add(words.get(2).toLowerCase(Locale.ROOT));
        }
    }

    /** Returns the number of stages: each has its number as a name. */
    private long count() {
        return stages.stream().filter(name -> name.matches("[0-9]+")).count();
    }

    private void image(String from, Instruction instruction) {
        String image = expanded(from, instruction, variables);
        if (!image.isEmpty() && !image.equals("scratch") && !stages.contains(image.toLowerCase(Locale.ROOT))) {
            images.add(image);
        }
    }

    private static String expanded(String text, Instruction instruction, Map<String, String> values) {
        try {
            return ShellWords.read(text, instruction.escape(), values).text();
        } catch (IllegalArgumentException e) {
            // The engine reports the error.
            return "";
        }
    }
}
