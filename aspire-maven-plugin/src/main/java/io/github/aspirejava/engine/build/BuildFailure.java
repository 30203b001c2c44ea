package io.github.aspirejava.engine.build;

import java.io.IOException;

/** Thrown if an engine could not build an image; the message is the engine's. */
class BuildFailure extends IOException {
    private static final long serialVersionUID = 1L;

    BuildFailure(String message) {
        super(line(message));
    }

    BuildFailure(String message, IOException cause) {
        super(line(message), cause);
    }

    private static String line(String message) {
        return message.strip().replaceAll("[\\s\\p{Cntrl}]+", " ");
    }
}
