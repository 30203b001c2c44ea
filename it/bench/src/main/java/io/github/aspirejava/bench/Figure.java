package io.github.aspirejava.bench;

/**
 * One of the times that a push is measured by, and a row of the table.
 *
 * @param id the id, unique in the benchmark
 * @param reading returns the duration of a push in seconds, by this measure
 */
record Figure(String id, String title, Reading reading) {
    /** Reads the duration of a push. */
    interface Reading {
        double seconds(Finished push) throws java.io.IOException;
    }
}
