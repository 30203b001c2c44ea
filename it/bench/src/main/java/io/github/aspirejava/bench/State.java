package io.github.aspirejava.bench;

/** The content of a registry before a push. */
enum State {
    /** Nothing: it has just been started on an empty directory. */
    COLD,
    /** The same content that is pushed: the same push has ended before. */
    UNCHANGED
}
