package io.github.aspirejava.push;

/** The way that one blob got to its target. */
enum BlobOutcome {
    UPLOADED,
    MOUNTED,
    EXISTING
}
