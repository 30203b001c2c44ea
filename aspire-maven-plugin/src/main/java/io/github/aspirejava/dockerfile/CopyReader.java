package io.github.aspirejava.dockerfile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the paths that a Dockerfile copies from its context: by {@code COPY}, {@code ADD}, and mounts of {@code RUN}.
 */
final class CopyReader {
    private static final Pattern SYNTAX = Pattern.compile("#\\s*syntax\\s*=\\s*(\\S+).*", Pattern.CASE_INSENSITIVE);
    private static final Pattern VARIABLE = Pattern.compile("\\$(?:(\\w+)|\\{(\\w+)})");
    private static final Pattern JSON_TEXT = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern ELSEWHERE = Pattern.compile("<<.*|git@.*|\\w+://.*");
    private static final Pattern MOUNT = Pattern.compile("--mount=(\\S+)");

    private final Map<String, String> arguments;
    private final Map<String, String> variables = new HashMap<>();
    private final List<CopiedPath> copied = new ArrayList<>();

    /** @param arguments the build arguments, which override the defaults of {@code ARG} */
    CopyReader(Map<String, String> arguments) {
        this.arguments = Map.copyOf(arguments);
    }

    /** Returns the sources; the whole context if there are none: a base image's {@code ONBUILD} may contain some. */
    List<CopiedPath> read(List<String> lines) {
        boolean isForeign = lines.stream()
                .limit(5)
                .map(line -> SYNTAX.matcher(line.strip()))
                .anyMatch(syntax -> syntax.matches() && !syntax.group(1).matches("(\\S*/)?docker/dockerfile\\b.*"));
        if (isForeign) {
            return List.of(CopiedPath.ALL);
        }
        Instructions.parse(lines).list().forEach(instruction -> read(instruction.text()));
        return copied.isEmpty() ? List.of(CopiedPath.ALL) : List.copyOf(copied);
    }

    private void read(String instruction) {
        String[] parts = instruction.split(" ", 2);
        String rest = parts.length == 1 ? "" : parts[1];
        switch (parts[0].toUpperCase(Locale.ROOT)) {
            case "ARG" -> argument(rest);
            case "ENV" -> variable(rest);
            case "COPY", "ADD" -> copy(rest);
            case "RUN" -> mounts(rest);
            case "ONBUILD" -> read(rest);
            default -> {
                // No other instruction copies files.
            }
        }
    }

    private void argument(String declared) {
        for (String one : declared.split(" ", -1)) {
            String[] parts = one.split("=", 2);
            if (arguments.containsKey(parts[0])) {
                variables.put(parts[0], arguments.get(parts[0]));
            } else if (parts.length > 1) {
                variables.put(parts[0], expanded(unquoted(parts[1])));
            }
        }
    }

    /**
     * Handles a variable: it overrides the argument of the same name, which is dropped. Its value may contain spaces:
     * that is left to the engine.
     */
    private void variable(String declared) {
        for (String one : declared.split(" ", -1)) {
            variables.remove(one.split("=", 2)[0]);
        }
    }

    private void copy(String text) {
        String rest = text;
        while (rest.startsWith("--")) {
            if (rest.startsWith("--from=")) {
                return;
            }
            rest = rest.contains(" ") ? rest.substring(rest.indexOf(' ') + 1) : "";
        }
        List<String> words = rest.startsWith("[")
                ? JSON_TEXT.matcher(rest).results().map(CopyReader::text).toList()
                : Arrays.asList(rest.split(" ", -1));
        for (String source : words.subList(0, Math.max(0, words.size() - 1))) {
            if (!ELSEWHERE.matcher(source).matches()) {
                copied.add(CopiedPath.parse(expanded(unquoted(source))));
            }
        }
    }

    private static String text(MatchResult found) {
        return found.group(1).replaceAll("\\\\(.)", "$1");
    }

    /** Reads mounts: a mount without another source is one of the context. */
    private void mounts(String command) {
        Matcher mount = MOUNT.matcher(command);
        while (mount.find()) {
            Map<String, String> options = new HashMap<>();
            for (String option : mount.group(1).split(",", -1)) {
                String[] parts = option.split("=", 2);
                options.put(parts[0], parts.length == 1 ? "" : parts[1]);
            }
            if (options.getOrDefault("type", "bind").equals("bind") && !options.containsKey("from")) {
                String source = options.getOrDefault("source", options.getOrDefault("src", "."));
                copied.add(CopiedPath.parse(expanded(source)));
            }
        }
    }

    /** Substitutes the values of variables; a variable without a value stays unchanged. */
    private String expanded(String text) {
        return VARIABLE.matcher(text).replaceAll(found -> {
            String name = found.group(1) == null ? found.group(2) : found.group(1);
            return Matcher.quoteReplacement(variables.getOrDefault(name, found.group()));
        });
    }

    private static String unquoted(String text) {
        return text.length() > 1 && text.matches("([\"']).*\\1") ? text.substring(1, text.length() - 1) : text;
    }
}
