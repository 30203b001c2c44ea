package io.github.aspirejava.maven.pom;

import io.github.aspirejava.app.Origin;
import io.github.aspirejava.app.Problems;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Reads elements that contain only text, and reports elements with other content. */
final class Leaves {
    private final Problems problems;

    Leaves(Problems problems) {
        this.problems = problems;
    }

    /** Returns whether an element contains only text; reports a problem if it does not. */
    boolean isText(PomElement leaf) {
        return isLeaf(leaf) && !isEmpty(leaf);
    }

    private boolean isLeaf(PomElement leaf) {
        reportAttributes(leaf);
        if (leaf.hasElements()) {
            problems.add(
                    leaf.children().get(0).origin(),
                    "<%s> has elements".formatted(leaf.name()),
                    Hints.insteadOfElements(leaf.name()));
        }
        return !leaf.hasElements();
    }

    private boolean isEmpty(PomElement leaf) {
        if (leaf.value().isEmpty() && leaf.attributes().isEmpty()) {
            problems.addEmpty(leaf.origin(), leaf.name());
        }
        return leaf.value().isEmpty();
    }

    void reportAttributes(PomElement owner) {
        owner.attributes()
                .forEach((name, value) -> problems.add(
                        owner.origin(),
                        "<%s> has an attribute '%s', and Maven drops attributes".formatted(owner.name(), name),
                        "Write <%s>%s</%s> into it".formatted(name, value, name)));
    }

    /** Returns the text of an element, which may be empty. */
    String value(PomElement leaf) {
        isLeaf(leaf);
        return leaf.value();
    }

    boolean flag(PomElement leaf) {
        String value = leaf.value();
        if (isLeaf(leaf) && !value.equals("true") && !value.equals("false")) {
            problems.add(
                    leaf.origin(),
                    "<%s> is '%s'".formatted(leaf.name(), value),
                    "Write <%1$s>true</%1$s> or <%1$s>false</%1$s>".formatted(leaf.name()));
        }
        return value.equals("true");
    }

    /** Reads a constant of an enum, written in lower case. */
    <E extends Enum<E>> E choice(PomElement leaf, Class<E> type, E byDefault) {
        return isLeaf(leaf)
                ? choice(leaf.value(), "<%s>".formatted(leaf.name()), leaf.origin(), type, byDefault)
                : byDefault;
    }

    /** Reads a constant of an enum, written in any case. */
    <E extends Enum<E>> E choice(String value, String where, Origin origin, Class<E> type, E byDefault) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equalsIgnoreCase(value)) {
                return constant;
            }
        }
        List<String> names = Arrays.stream(type.getEnumConstants())
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .toList();
        problems.add(
                origin, "%s is '%s'".formatted(where, value), "Write one of %s".formatted(String.join(", ", names)));
        return byDefault;
    }

    /** Reads an integer between two bounds. */
    int number(PomElement leaf, int least, int most, int byDefault) {
        return isLeaf(leaf)
                ? number(leaf.value(), "<%s>".formatted(leaf.name()), leaf.origin(), least, most, byDefault)
                : byDefault;
    }

    /** Reads an integer between two bounds. */
    int number(String value, String where, Origin origin, int least, int most, int byDefault) {
        try {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Reported like a number that is out of bounds.
        }
        problems.add(
                origin,
                "%s is '%s'".formatted(where, value),
                "Write a number between %d and %d".formatted(least, most));
        return byDefault;
    }
}
