package io.github.aspirejava.app;

import io.github.aspirejava.image.GrammarException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Collects the mistakes in a model, so that its author sees all of them at once, and warnings about declarations
 * without effect.
 */
public final class Problems {
    private final Set<Problem> found = new LinkedHashSet<>();
    private final Set<Origin> empty = new HashSet<>();
    private final Set<Problem> warnings = new LinkedHashSet<>();

    /** Adds a mistake; adding an equal one again has no effect. */
    public void add(Origin origin, String what, String fix) {
        found.add(new Problem(origin, what, fix));
    }

    /**
     * Adds a mistake in the value of a text. If the text refers to parameters, the message names them and their
     * sources, because the value is not in the POM.
     */
    public void add(Text text, String what, String fix) {
        String sources = text.parameterSources();
        add(text.origin(), sources.isEmpty() ? what : "%s (from the value of %s)".formatted(what, sources), fix);
    }

    /** Adds the mistake that an element is empty, and suppresses those in the grammar of its missing text. */
    public void addEmpty(Origin origin, String element) {
        empty.add(origin);
        add(origin, "<%s> is empty".formatted(element), "Write a text into it, or remove it");
    }

    /**
     * Adds a warning about a declaration that is harmless but has no effect; adding an equal one again has no effect.
     */
    public void warn(Origin origin, String what, String fix) {
        warnings.add(new Problem(origin, what, fix));
    }

    /** Returns the value of {@code parsed}; if it violates a grammar, adds a mistake and returns empty. */
    public <T> Optional<T> check(Origin origin, Supplier<T> parsed) {
        try {
            return Optional.of(parsed.get());
        } catch (GrammarException e) {
            add(origin, e.what(), e.fix());
            return Optional.empty();
        }
    }

    /**
     * Returns the value of {@code parsed}, which parses {@code text}; if it violates a grammar, adds a mistake and
     * returns empty.
     */
    <T> Optional<T> check(Text text, Supplier<T> parsed) {
        try {
            return Optional.of(parsed.get());
        } catch (GrammarException e) {
            boolean known = empty.contains(text.origin())
                    && text.parameters().isEmpty()
                    && text.value().filter(String::isBlank).isPresent();
            if (!known) {
                add(text, e.what(), e.fix());
            }
            return Optional.empty();
        }
    }

    /** Returns whether no mistake has been added. */
    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** Returns the mistakes added so far, ordered by file and line. */
    public List<Problem> list() {
        return sorted(found);
    }

    /** Returns the warnings added so far, ordered by file and line. */
    public List<Problem> warnings() {
        return sorted(warnings);
    }

    private static List<Problem> sorted(Set<Problem> problems) {
        List<Problem> sorted = new ArrayList<>(problems);
        sorted.sort(Comparator.comparing(Problem::origin));
        return List.copyOf(sorted);
    }

    /** Fails if the model has mistakes. @throws InvalidModelException if a mistake has been added */
    public void throwIfAny() throws InvalidModelException {
        if (!found.isEmpty()) {
            throw new InvalidModelException(list());
        }
    }
}
