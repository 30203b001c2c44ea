package io.github.aspirejava.maven.reference;

/** The meaning of an element's absence. */
sealed interface Absence {
    /** It has to be there. */
    record Required() implements Absence {}

    /** The same as writing a value. */
    record Value(String value) implements Absence {}

    /** A value that depends on other things, in words. */
    record Derived(String words) implements Absence {}

    /** Nothing is set. */
    record Nothing() implements Absence {}
}
