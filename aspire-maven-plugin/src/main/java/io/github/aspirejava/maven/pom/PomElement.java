package io.github.aspirejava.maven.pom;

import io.github.aspirejava.app.Origin;
import java.util.List;
import java.util.Map;

/**
 * An element of the plugin's configuration.
 *
 * @param value its text without the space around it; empty if it has children
 * @param attributes those that Maven does not use itself; there should be none
 */
record PomElement(String name, String value, List<PomElement> children, Map<String, String> attributes, Origin origin) {
    /** Copies the collections. */
    PomElement {
        children = List.copyOf(children);
        attributes = Map.copyOf(attributes);
    }

    boolean hasElements() {
        return !children.isEmpty();
    }

    /** What an absent configuration reads as. */
    static PomElement empty(Origin origin) {
        return new PomElement("configuration", "", List.of(), Map.of(), origin);
    }
}
