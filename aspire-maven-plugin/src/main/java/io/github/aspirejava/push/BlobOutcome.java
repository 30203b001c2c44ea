package io.github.aspirejava.push;

/** How one blob got to its target. */
enum BlobOutcome {
    UPLOADED,
    MOUNTED,
    EXISTING
}
