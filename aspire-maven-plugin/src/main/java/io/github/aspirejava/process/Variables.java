package io.github.aspirejava.process;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * All environment variables of a program; it inherits no others.
 *
 * @param values the value of each name
 */
public record Variables(Map<String, String> values) {
    /** Copies the map. */
    public Variables {
        values = Map.copyOf(values);
    }

    /** Returns the variables of this process. */
    public static Variables inherited() {
        return new Variables(System.getenv());
    }

    /** Returns the same variables without those of these names. */
    public Variables without(Collection<String> names) {
        Map<String, String> fewer = new HashMap<>(values);
        fewer.keySet().removeAll(names);
        return new Variables(fewer);
    }

    /** Returns the same variables and {@code added}, which replace those of the same names. */
    public Variables with(Map<String, String> added) {
        Map<String, String> more = new HashMap<>(values);
        more.putAll(added);
        return new Variables(more);
    }

    /** Returns the names: a value may be a secret. */
    @Override
    public String toString() {
        return values.keySet().toString();
    }
}
