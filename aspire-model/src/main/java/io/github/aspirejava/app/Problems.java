package io.github.aspirejava.app;

import io.github.aspirejava.image.GrammarException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Gathers the mistakes of a model, so that its author sees all of them at once, and what is of no effect in it. */
public final class Problems {
    private final Set<Problem> found = new LinkedHashSet<>();
    private final Set<Problem> warnings = new LinkedHashSet<>();

    /** Notes a mistake; noting the same one again changes nothing. */
    public void add(Origin origin, String what, String fix) {
        found.add(new Problem(origin, what, fix));
    }

    /**
     * Notes a mistake in the value of a text. Where parameters are part of it the message names them and what sets
     * them: the value is not in the POM then.
     */
    public void add(Text text, String what, String fix) {
        String sources = text.parameterSources();
        add(text.origin(), sources.isEmpty() ? what : "%s (from the value of %s)".formatted(what, sources), fix);
    }

    /** Notes what does no harm, and nothing else either; noting the same again changes nothing. */
    public void warn(Origin origin, String what, String fix) {
        warnings.add(new Problem(origin, what, fix));
    }

    /** The value of {@code parsed}, or nothing if it breaks a grammar: then that is noted. */
    public <T> Optional<T> check(Origin origin, Supplier<T> parsed) {
        try {
            return Optional.of(parsed.get());
        } catch (GrammarException e) {
            add(origin, e.what(), e.fix());
            return Optional.empty();
        }
    }

    /** The value of {@code parsed}, which reads {@code text}, or nothing if it breaks a grammar: then that is noted. */
    <T> Optional<T> check(Text text, Supplier<T> parsed) {
        try {
            return Optional.of(parsed.get());
        } catch (GrammarException e) {
            add(text, e.what(), e.fix());
            return Optional.empty();
        }
    }

    /** Whether no mistake has been noted. */
    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** What has been noted so far, ordered by file and line. */
    public List<Problem> list() {
        return sorted(found);
    }

    /** What has been warned of so far, ordered by file and line. */
    public List<Problem> warnings() {
        return sorted(warnings);
    }

    private static List<Problem> sorted(Set<Problem> problems) {
        List<Problem> sorted = new ArrayList<>(problems);
        sorted.sort(Comparator.comparing(Problem::origin));
        return List.copyOf(sorted);
    }

    /** Ends the reading of a model. @throws InvalidModelException if anything has been noted */
    public void throwIfAny() throws InvalidModelException {
        if (!found.isEmpty()) {
            throw new InvalidModelException(list());
        }
    }
}
