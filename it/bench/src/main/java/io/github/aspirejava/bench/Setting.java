package io.github.aspirejava.bench;

/**
 * A setting of a measurement.
 *
 * @param images the number of images
 * @param rttMillis the added round-trip time, in milliseconds
 */
record Setting(int images, State state, int rttMillis) {}
