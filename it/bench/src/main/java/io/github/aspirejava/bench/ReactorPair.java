package io.github.aspirejava.bench;

/**
 * Two builds of the same reactor, one just after the other.
 *
 * @param image what the plugin's steps took, in seconds: no overhead, but what it is there for
 */
record ReactorPair(Build without, Build with, double image) {
    /**
     * A build.
     *
     * @param seconds from its start to its end
     * @param processor seconds of all processors that it had
     * @param noisy whether other processes kept the processors busy meanwhile
     */
    record Build(double seconds, double processor, boolean noisy) {}

    /** What the plugin adds besides its images, in seconds. */
    double overhead() {
        return with.seconds - without.seconds - image;
    }

    /** What the plugin adds to the work of the processors, that for its image included. */
    double processorOverhead() {
        return with.processor - without.processor;
    }

    boolean noisy() {
        return without.noisy || with.noisy;
    }
}
