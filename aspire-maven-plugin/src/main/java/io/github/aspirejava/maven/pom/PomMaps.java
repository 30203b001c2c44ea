package io.github.aspirejava.maven.pom;

import io.github.aspirejava.app.Problems;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Detects other tools' notations for maps. In this model, the keys of a map are element names. */
final class PomMaps {
    private static final Pattern ASSIGNMENT = Pattern.compile("^([A-Za-z_][A-Za-z0-9_.-]*)\\s*[=:]");

    private PomMaps() {}

    /** Reports a text in place of entries, and entries with a name and a value. Values may be secrets. */
    static void reportMistakes(PomElement map, Problems problems) {
        if (!map.value().isEmpty()) {
            problems.add(
                    map.origin(),
                    "<%s> has a text, but requires elements".formatted(map.name()),
                    entry(key(map.value()).orElse("NAME")));
        }
        map.children().stream()
                .filter(PomMaps::isPair)
                .forEach(pair -> problems.add(
                        pair.origin(),
                        "<%s> has elements, but is itself the name of an entry of <%s>"
                                .formatted(pair.name(), map.name()),
                        "Write <%1$s>…</%1$s> instead".formatted(name(pair).orElse("NAME"))));
    }

    /** Returns whether an entry uses Maven's notation of properties, with a name and a value. */
    static boolean isPair(PomElement entry) {
        return entry.hasElements() && name(entry).isPresent();
    }

    private static Optional<String> name(PomElement pair) {
        return pair.children().stream()
                .filter(child -> child.name().equals("name") || child.name().equals("key"))
                .map(PomElement::value)
                .filter(name -> ASSIGNMENT.matcher(name + "=").matches())
                .findFirst();
    }

    private static Optional<String> key(String text) {
        Matcher matcher = ASSIGNMENT.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static String entry(String name) {
        return "Write <%1$s>…</%1$s> into it".formatted(name);
    }
}
