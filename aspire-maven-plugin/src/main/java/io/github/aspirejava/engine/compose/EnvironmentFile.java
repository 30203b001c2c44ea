package io.github.aspirejava.engine.compose;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The notation of files with variables that Compose reads, as in {@code --env-file}. */
final class EnvironmentFile {
    private static final Pattern LINE =
            Pattern.compile("^([A-Za-z_][A-Za-z0-9_]*)=(?:'([^']*)'|\"((?:[^\"\\\\]|\\\\.)*+)\")$", Pattern.MULTILINE);
    private static final Pattern ESCAPE = Pattern.compile("\\\\(.)");

    private EnvironmentFile() {}

    /** Returns the file with these variables. */
    static String write(Map<String, String> variables) {
        StringBuilder text = new StringBuilder();
        new TreeMap<>(variables)
                .forEach((name, value) ->
                        text.append(name).append('=').append(quoted(value)).append('\n'));
        return text.toString();
    }

    /** Returns the variables of a file that {@link #write} has made; other lines are left out. */
    static Map<String, String> read(String text) {
        Map<String, String> variables = new TreeMap<>();
        Matcher lines = LINE.matcher(text);
        while (lines.find()) {
            String literal = lines.group(2);
            variables.put(lines.group(1), literal == null ? unescaped(lines.group(3)) : literal);
        }
        return variables;
    }

    private static String quoted(String value) {
        if (!value.contains("'") && !value.contains("\n") && !value.contains("\r")) {
            return "'" + value + "'";
        }
        return "\""
                + value.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("$", "\\$")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r")
                + "\"";
    }

    private static String unescaped(String text) {
        return ESCAPE.matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(
                        switch (match.group(1)) {
                            case "n" -> "\n";
                            case "r" -> "\r";
                            default -> match.group(1);
                        }));
    }

    /** Returns the variable that stands for a parameter. */
    static String variable(String parameter) {
        return parameter.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
