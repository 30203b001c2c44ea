package io.github.aspirejava.azure.login;

import io.github.aspirejava.text.ForeignText;
import java.io.IOException;
import java.time.Duration;

/** The last of several failures. */
final class GivenUpException extends IOException {
    private static final long serialVersionUID = 1L;

    private final IOException last;

    GivenUpException(int tries, Duration time, IOException last) {
        super(
                ForeignText.line(
                        "%s It was tried %d times in %d s.".formatted(sentence(last), tries, time.toSeconds())),
                last);
        this.last = last;
    }

    IOException last() {
        return last;
    }

    private static String sentence(IOException last) {
        String message = String.valueOf(last.getMessage());
        return message.endsWith(".") ? message : message + ".";
    }
}
