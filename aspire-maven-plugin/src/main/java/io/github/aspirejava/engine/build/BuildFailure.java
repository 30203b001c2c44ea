package io.github.aspirejava.engine.build;

import java.io.IOException;

/** An image that an engine could not build; the message is what the engine says. */
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
