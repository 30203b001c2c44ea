package io.github.aspirejava.bench;

/**
 * What is pushed where.
 *
 * @param images how many images
 * @param rttMillis the round-trip time that is added, in milliseconds
 */
record Setting(int images, State state, int rttMillis) {}
