package io.github.aspirejava.deploy;

import java.util.Set;

/**
 * The properties of a service's program that are not in the model.
 *
 * @param frameworks the frameworks on its class path
 * @param java whether the plugin starts a Java virtual machine in its image
 */
public record Traits(Set<Framework> frameworks, boolean java) {
    /** The traits of a program of which nothing is known. */
    public static final Traits UNKNOWN = new Traits(Set.of(), false);

    /** Copies the set. */
    public Traits {
        frameworks = Set.copyOf(frameworks);
    }

    /** Returns whether a framework is on the class path. */
    public boolean has(Framework framework) {
        return frameworks.contains(framework);
    }
}
