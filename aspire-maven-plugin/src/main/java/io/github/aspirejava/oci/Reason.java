package io.github.aspirejava.oci;

/** The reason of a failure, as text. */
public final class Reason {
    private Reason() {}

    /** Returns one line with the reason; many of the JDK's exceptions have only a file name as their message. */
    public static String of(Throwable failure) {
        String type = failure.getClass().getSimpleName().replaceFirst("Exception$", "");
        String message = failure.getMessage();
        if (message == null) {
            return type;
        }
        // The message may quote content from elsewhere.
        String line = message.replaceAll("[\\s\\p{Cntrl}]+", " ");
        return line.indexOf(' ') > 0 ? line : type + " " + line;
    }
}
