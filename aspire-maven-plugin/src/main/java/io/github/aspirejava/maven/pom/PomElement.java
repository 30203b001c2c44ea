package io.github.aspirejava.maven.pom;

import io.github.aspirejava.app.Origin;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An element of the plugin's configuration.
 *
 * @param value the text without surrounding white space; empty if the element has children
 * @param attributes the attributes that Maven does not use itself; a valid configuration has none
 * @param late the value, if it may still change in the course of the build
 */
record PomElement(
        String name,
        String value,
        List<PomElement> children,
        Map<String, String> attributes,
        Origin origin,
        @Nullable LateValue late) {
    /** Creates an element whose value does not change any more. */
    PomElement(String name, String value, List<PomElement> children, Map<String, String> attributes, Origin origin) {
        this(name, value, children, attributes, origin, null);
    }

    /** Copies the collections. */
    PomElement {
        children = List.copyOf(children);
        attributes = Map.copyOf(attributes);
    }

    boolean hasElements() {
        return !children.isEmpty();
    }

    /** Returns an empty element, which stands for an absent configuration. */
    static PomElement empty(Origin origin) {
        return new PomElement("configuration", "", List.of(), Map.of(), origin);
    }
}
