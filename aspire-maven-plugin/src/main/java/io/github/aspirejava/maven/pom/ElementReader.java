package io.github.aspirejava.maven.pom;

import io.github.aspirejava.app.NearestName;
import io.github.aspirejava.app.Origin;
import io.github.aspirejava.app.Parameter;
import io.github.aspirejava.app.Problems;
import io.github.aspirejava.app.Reference;
import io.github.aspirejava.app.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads the children of one element. It remembers which children were asked for: what is left when reading is
 * {@link #finish finished} is unknown, and is reported with the nearest name that is known.
 */
final class ElementReader {
    private final PomElement element;
    private final Map<String, Parameter> parameters;
    private final Problems problems;
    private final Set<String> known = new LinkedHashSet<>();

    ElementReader(PomElement element, Map<String, Parameter> parameters, Problems problems) {
        this.element = element;
        this.parameters = parameters;
        this.problems = problems;
    }

    /** Reads another element with the same parameters and problems. */
    ElementReader reading(PomElement other) {
        return new ElementReader(other, parameters, problems);
    }

    Origin origin() {
        return element.origin();
    }

    /** The name of the resource: the text of the short form, or the child {@code <name>}. */
    String name() {
        Optional<PomElement> child = child("name");
        if (child.isPresent()) {
            return child.get().value();
        }
        if (element.value().isEmpty() && !element.attributes().containsKey("name")) {
            problems.add(
                    origin(),
                    "<%s> has no name".formatted(element.name()),
                    "Write <name>…</name> into it, or the name as its text");
        }
        return element.attributes().getOrDefault("name", element.value());
    }

    Optional<Text> text(String child) {
        return child(child).map(this::text);
    }

    Text text(PomElement leaf) {
        checkLeaf(leaf);
        return Text.parse(leaf.value(), leaf.origin(), parameters, problems);
    }

    /** A text that must be there. */
    Text required(String child, String example) {
        Optional<Text> text = text(child);
        if (text.isEmpty()) {
            problems.add(
                    origin(),
                    "<%s> has no <%s>".formatted(element.name(), child),
                    "Write <%s>%s</%s> into it".formatted(child, example, child));
        }
        return text.orElseGet(() -> Text.literal("", origin()));
    }

    Optional<Reference> reference(String child) {
        return child(child).map(leaf -> {
            checkLeaf(leaf);
            return new Reference(leaf.value(), leaf.origin());
        });
    }

    /** A reference that must be there. */
    Reference requiredReference(String child, String example) {
        Text text = required(child, example);
        return new Reference(text.toString(), text.origin());
    }

    boolean flag(String child, boolean byDefault) {
        Optional<PomElement> leaf = child(child);
        if (leaf.isEmpty()) {
            return byDefault;
        }
        String value = leaf.get().value();
        if (!value.equals("true") && !value.equals("false")) {
            problems.add(
                    leaf.get().origin(),
                    "<%s> is '%s'".formatted(child, value),
                    "Write <%s>true</%s> or <%s>false</%s>".formatted(child, child, child, child));
        }
        return value.equals("true");
    }

    /** One of the constants of an enum, written in lower case. */
    <E extends Enum<E>> E choice(String child, Class<E> type, E byDefault) {
        Optional<PomElement> leaf = child(child);
        return leaf.isEmpty()
                ? byDefault
                : choice(leaf.get().value(), "<%s>".formatted(child), leaf.get().origin(), type, byDefault);
    }

    /** One of the constants of an enum, written in any case. */
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

    /** A whole number between two bounds. */
    int number(String value, String where, Origin origin, int least, int most, int byDefault) {
        try {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // reported like a number that is out of bounds
        }
        problems.add(
                origin,
                "%s is '%s'".formatted(where, value),
                "Write a number between %d and %d".formatted(least, most));
        return byDefault;
    }

    /** The elements of a list, each read by {@code reader}; a list's elements are all called {@code item}. */
    <T> List<T> list(String child, String item, Function<PomElement, T> reader) {
        List<T> items = new ArrayList<>();
        child(child).ifPresent(list -> {
            ElementReader listReader = reading(list);
            for (PomElement element : listReader.children(item)) {
                items.add(reader.apply(element));
            }
            listReader.finish();
        });
        return items;
    }

    /** A map whose keys are element names. */
    Map<String, Text> map(String child) {
        Map<String, Text> entries = new LinkedHashMap<>();
        child(child).ifPresent(map -> {
            for (PomElement entry : map.children()) {
                if (entries.put(entry.name(), text(entry)) != null) {
                    reportTwice(entry);
                }
            }
        });
        return entries;
    }

    Optional<PomElement> child(String name) {
        known.add(name);
        List<PomElement> found = element.children().stream()
                .filter(child -> child.name().equals(name))
                .toList();
        found.stream().skip(1).forEach(this::reportTwice);
        return found.stream().findFirst();
    }

    /** All children of that name. */
    List<PomElement> children(String name) {
        known.add(name);
        return element.children().stream()
                .filter(child -> child.name().equals(name))
                .toList();
    }

    /** The children that have not been asked for. */
    List<PomElement> others() {
        return element.children().stream()
                .filter(child -> !known.contains(child.name()))
                .toList();
    }

    /** Reports what has not been asked for: unknown children, attributes, and text beside children. */
    void finish() {
        for (PomElement child : others()) {
            String fix = NearestName.of(child.name(), known)
                    .map(nearest -> "Write <%s>".formatted(nearest))
                    .orElseGet(() -> "It may have %s"
                            .formatted(String.join(
                                    ", ",
                                    known.stream().map(name -> "<" + name + ">").toList())));
            problems.add(child.origin(), "<%s> has no element <%s>".formatted(element.name(), child.name()), fix);
        }
        reportAttributes(element);
    }

    private void checkLeaf(PomElement leaf) {
        reportAttributes(leaf);
        if (!leaf.children().isEmpty()) {
            problems.add(
                    leaf.children().get(0).origin(),
                    "<%s> has elements".formatted(leaf.name()),
                    "Write a text into it: <%s>…</%s>".formatted(leaf.name(), leaf.name()));
        } else if (leaf.value().isEmpty() && leaf.attributes().isEmpty()) {
            problems.add(leaf.origin(), "<%s> is empty".formatted(leaf.name()), "Write a text into it, or remove it");
        }
    }

    private void reportAttributes(PomElement owner) {
        owner.attributes()
                .forEach((name, value) -> problems.add(
                        owner.origin(),
                        "<%s> has an attribute '%s', and Maven drops attributes".formatted(owner.name(), name),
                        "Write <%s>%s</%s> into it".formatted(name, value, name)));
    }

    private void reportTwice(PomElement second) {
        problems.add(
                second.origin(),
                "<%s> comes twice in <%s>".formatted(second.name(), element.name()),
                "Remove one of them");
    }
}
