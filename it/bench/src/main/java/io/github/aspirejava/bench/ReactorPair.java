package io.github.aspirejava.bench;

/**
 * Two builds of the same reactor, one just after the other.
 *
 * @param image the duration of the plugin's steps in seconds: not overhead, but its purpose
 */
record ReactorPair(Build without, Build with, double image) {
    /**
     * A build.
     *
     * @param seconds the time from its start to its end
     * @param processor its processor time in seconds, of all processors
     * @param noisy whether other processes kept the processors busy meanwhile
     */
    record Build(double seconds, double processor, boolean noisy) {}

    /** Returns the time that the plugin adds besides its images, in seconds. */
    double overhead() {
        return with.seconds - without.seconds - image;
    }

    /** Returns the processor time that the plugin adds, including that for its image. */
    double processorOverhead() {
        return with.processor - without.processor;
    }

    boolean noisy() {
        return without.noisy || with.noisy;
    }
}
