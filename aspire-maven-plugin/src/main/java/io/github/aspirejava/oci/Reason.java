package io.github.aspirejava.oci;

import io.github.aspirejava.text.ForeignText;

/** The reason of a failure, as text. */
public final class Reason {
    private Reason() {}

    /** Returns one line with the reason; many of the JDK's exceptions have only a file name as their message. */
    public static String of(Throwable failure) {
        String type = failure.getClass().getSimpleName().replaceFirst("Exception$", "");
        // The message may quote content from elsewhere.
        String line = ForeignText.line(failure.getMessage());
        if (line.isEmpty()) {
            return type;
        }
        return line.indexOf(' ') > 0 ? line : type + " " + line;
    }
}
