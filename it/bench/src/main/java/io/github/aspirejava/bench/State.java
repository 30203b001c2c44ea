package io.github.aspirejava.bench;

/** What a registry holds before a push. */
enum State {
    /** Nothing: it has just been started on an empty directory. */
    COLD,
    /** Exactly what is pushed: the same push has ended before. */
    UNCHANGED
}
