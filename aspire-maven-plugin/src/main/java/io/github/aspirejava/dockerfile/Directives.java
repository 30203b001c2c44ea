package io.github.aspirejava.dockerfile;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The <a href="https://docs.docker.com/reference/dockerfile/#parser-directives">directives</a> of a Dockerfile. */
final class Directives {
    private static final Set<String> KNOWN = Set.of("syntax", "escape", "check");
    private static final Pattern SETTING = Pattern.compile("\\s*([a-zA-Z][a-zA-Z0-9]*)\\s*=\\s*(\\S.*?)\\s*");

    private final Map<String, String> values;

    private Directives(Map<String, String> values) {
        this.values = Map.copyOf(values);
    }

    /** Reads the directives at the beginning: they end with the first line that is none. */
    static Directives of(List<String> lines) {
        Map<String, String> values = read(lines, "#");
        // BuildKit also looks for the syntax behind another sign for comments, and after the line of a shebang.
        List<String> rest = !lines.isEmpty() && lines.get(0).startsWith("#!") ? lines.subList(1, lines.size()) : lines;
        for (String sign : List.of("#", "//")) {
            Optional.ofNullable(read(rest, sign).get("syntax"))
                    .ifPresent(syntax -> values.putIfAbsent("syntax", syntax));
        }
        return new Directives(values);
    }

    private static Map<String, String> read(List<String> lines, String sign) {
        Map<String, String> values = new HashMap<>();
        for (String line : lines) {
            String text = line.stripLeading();
            Matcher setting = SETTING.matcher(text.startsWith(sign) ? text.substring(sign.length()) : "");
            if (!setting.matches() || !KNOWN.contains(setting.group(1).toLowerCase(Locale.ROOT))) {
                break;
            }
            values.putIfAbsent(setting.group(1).toLowerCase(Locale.ROOT), setting.group(2));
        }
        return values;
    }

    /** Returns the sign that continues a line, and escapes characters. */
    char escape() {
        return "`".equals(values.get("escape")) ? '`' : '\\';
    }

    /** Returns the image of the front end that BuildKit reads the file with; empty if it is BuildKit's own. */
    Optional<String> syntax() {
        return Optional.ofNullable(values.get("syntax")).map(value -> value.split("\\s", 2)[0]);
    }

    /** Returns whether the file is in another language than Dockerfiles. */
    boolean isForeign() {
        return syntax().filter(image -> !image.matches("(\\S*/)?docker/dockerfile(?:-upstream)?(?:[:@].*)?"))
                .isPresent();
    }
}
