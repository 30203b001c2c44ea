package io.github.aspirejava.engine.build;

import io.github.aspirejava.text.ForeignText;
import java.io.IOException;

/** Thrown if an engine could not build an image; the message is the engine's. */
class BuildFailure extends IOException {
    private static final long serialVersionUID = 1L;

    BuildFailure(String message) {
        super(ForeignText.line(message));
    }

    BuildFailure(String message, IOException cause) {
        super(ForeignText.line(message), cause);
    }
}
