package io.github.aspirejava.maven.reference;

/** The meaning of an element's absence. */
sealed interface Absence {
    /** The element is required. */
    record Required() implements Absence {}

    /** Absence has the effect of a default value. */
    record Value(String value) implements Absence {}

    /** Absence has the effect of a value that depends on other settings, described in words. */
    record Derived(String words) implements Absence {}

    /** Absence leaves the setting unset. */
    record Nothing() implements Absence {}
}
