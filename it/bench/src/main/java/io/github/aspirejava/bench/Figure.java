package io.github.aspirejava.bench;

/**
 * One of the times that a push is measured by, and a row of the table.
 *
 * @param id unique in the benchmark
 * @param reading the seconds that a push took, by this measure
 */
record Figure(String id, String title, Reading reading) {
    /** Finds out how long a push took. */
    interface Reading {
        double seconds(Finished push) throws java.io.IOException;
    }
}
