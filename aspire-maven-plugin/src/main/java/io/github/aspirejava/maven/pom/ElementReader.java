package io.github.aspirejava.maven.pom;

import io.github.aspirejava.app.Origin;
import io.github.aspirejava.app.Problems;
import io.github.aspirejava.app.Reference;
import io.github.aspirejava.app.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads the children of one element. The reader tracks the children that were requested: those left when reading is
 * {@link #finish finished} are unknown, and are reported with the name that was probably meant.
 */
final class ElementReader {
    private final PomElement element;
    private final KnownParameters parameters;
    private final Problems problems;
    private final Leaves leaves;
    private final Set<String> known = new LinkedHashSet<>();
    private boolean textIsRead;

    ElementReader(PomElement element, KnownParameters parameters, Problems problems) {
        this.element = element;
        this.parameters = parameters;
        this.problems = problems;
        this.leaves = new Leaves(problems);
    }

    /** Returns a reader of another element with the same parameters and problems. */
    ElementReader reading(PomElement other) {
        return new ElementReader(other, parameters, problems);
    }

    Origin origin() {
        return element.origin();
    }

    /** Returns the reader of elements that contain only text. */
    Leaves leaves() {
        return leaves;
    }

    /** Returns the names of the children requested so far. */
    Set<String> known() {
        return Set.copyOf(known);
    }

    /** Returns the name of the resource: the text of the short form, or the child {@code <name>}. */
    String name() {
        textIsRead = true;
        Optional<PomElement> child = child("name");
        boolean isEmpty = child.isPresent()
                && child.get().value().isBlank()
                && !child.get().hasElements();
        if (child.isPresent() && !isEmpty && !leaves.isText(child.get())) {
            return "";
        }
        String name = child.map(PomElement::value)
                .orElseGet(() -> element.attributes().getOrDefault("name", element.value()));
        if (name.isBlank()) {
            boolean written = child.isPresent() || element.attributes().containsKey("name");
            problems.add(
                    child.map(PomElement::origin).orElse(origin()),
                    written
                            ? "<%s> has an empty name".formatted(element.name())
                            : "<%s> has no name".formatted(element.name()),
                    written
                            ? "Write a name; a property in it must have a value"
                            : "Write <name>…</name> into it, or the name as its text");
        }
        return name.strip();
    }

    /**
     * Returns the child with this name or, if the element has no children, the element itself, whose text is the short
     * form.
     */
    Optional<PomElement> childOrText(String child) {
        Optional<PomElement> found = child(child);
        if (element.hasElements()) {
            return found;
        }
        textIsRead = true;
        return Optional.of(element);
    }

    Optional<Text> text(String child) {
        return child(child).map(this::text);
    }

    Text text(PomElement leaf) {
        leaves.isText(leaf);
        return parameters.text(leaf, problems);
    }

    /** Reads a required text. */
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

    /** Reads a reference; empty if the child is absent, or if it is not a text, which is reported. */
    Optional<Reference> reference(String child) {
        return child(child).filter(leaves::isText).map(leaf -> new Reference(leaf.value(), leaf.origin()));
    }

    /** Reads a required reference. */
    Reference requiredReference(String child, String example) {
        Text text = required(child, example);
        return new Reference(text.toString(), text.origin());
    }

    boolean flag(String child, boolean byDefault) {
        return child(child).map(leaves::flag).orElse(byDefault);
    }

    /** Reads a constant of an enum, written in lower case. */
    <E extends Enum<E>> E choice(String child, Class<E> type, E byDefault) {
        return child(child).map(leaf -> leaves.choice(leaf, type, byDefault)).orElse(byDefault);
    }

    /** Reads the elements of a list, each with {@code reader}; all elements of the list are named {@code item}. */
    <T> List<T> list(String child, String item, Function<PomElement, T> reader) {
        List<T> items = new ArrayList<>();
        child(child).ifPresent(list -> {
            ElementReader listReader = reading(list);
            listReader.children(item).forEach(element -> items.add(reader.apply(element)));
            listReader.finish();
        });
        return items;
    }

    /** Reads a list of texts; a text in place of the elements is split into items by {@code form}. */
    <T> List<T> list(String child, String item, TextAsList form, Function<PomElement, T> reader) {
        Optional<PomElement> list = child(child);
        ListItems items = new ListItems(item, form, problems);
        if (list.isEmpty() || list.get().value().isEmpty()) {
            return list(child, item, element -> items.one(element, reader)).stream()
                    .flatMap(Optional::stream)
                    .toList();
        }
        leaves.reportAttributes(list.get());
        return items.split(list.get(), reader);
    }

    /** Reads a map whose keys are element names. */
    Map<String, Text> map(String child) {
        return map(child, this::text);
    }

    /** Reads a map whose values may be empty. */
    Map<String, Text> mapWithEmpty(String child) {
        return map(child, leaf -> {
            leaves.value(leaf);
            return parameters.text(leaf, problems);
        });
    }

    /** Reads a map whose keys are element names, and whose values may contain the addresses of services. */
    Map<String, Text> deployedMap(String child) {
        return map(child, leaf -> {
            leaves.isText(leaf);
            return parameters.deployed(leaf, problems);
        });
    }

    private Map<String, Text> map(String child, Function<PomElement, Text> reader) {
        Map<String, Text> entries = new LinkedHashMap<>();
        child(child).ifPresent(map -> {
            leaves.reportAttributes(map);
            PomMaps.reportMistakes(map, problems);
            for (PomElement entry : map.children()) {
                if (!PomMaps.isPair(entry) && entries.put(entry.name(), reader.apply(entry)) != null) {
                    reportTwice(entry, map);
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
        found.stream().skip(1).forEach(second -> reportTwice(second, element));
        return found.stream().findFirst();
    }

    /** Returns all children with this name. */
    List<PomElement> children(String name) {
        known.add(name);
        return element.children().stream()
                .filter(child -> child.name().equals(name))
                .toList();
    }

    /** Returns the children that have not been requested. */
    List<PomElement> others() {
        return element.children().stream()
                .filter(child -> !known.contains(child.name()))
                .toList();
    }

    /** Warns about a child without effect, if it is present. */
    void warnOf(String child, String why) {
        child(child)
                .ifPresent(idle ->
                        problems.warn(idle.origin(), "<%s> has no effect: %s".formatted(child, why), "Remove it"));
    }

    /**
     * Reports everything that has not been requested: unknown children, attributes, and a text in place of elements.
     */
    void finish() {
        others().forEach(this::reportUnknown);
        finishWithoutOthers();
    }

    /** Reports attributes, and a text in place of elements. */
    void finishWithoutOthers() {
        if (!element.value().isEmpty() && !textIsRead) {
            problems.add(
                    origin(), "<%s> has a text, but requires elements".formatted(element.name()), Hints.oneOf(known));
        }
        leaves.reportAttributes(element);
    }

    void reportUnknown(PomElement child) {
        problems.add(
                child.origin(),
                "<%s> has no element <%s>".formatted(element.name(), child.name()),
                Hints.insteadOf(child.name(), known));
    }

    private void reportTwice(PomElement second, PomElement in) {
        problems.add(
                second.origin(), "<%s> comes twice in <%s>".formatted(second.name(), in.name()), "Remove one of them");
    }
}
