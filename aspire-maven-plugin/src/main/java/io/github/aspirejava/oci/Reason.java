package io.github.aspirejava.oci;

/** What a failure says of itself. */
public final class Reason {
    private Reason() {}

    /** One line that says why; many of the JDK's exceptions have only a file name as their message. */
    public static String of(Throwable failure) {
        String type = failure.getClass().getSimpleName().replaceFirst("Exception$", "");
        String message = failure.getMessage();
        if (message == null) {
            return type;
        }
        // It may quote what somebody else has written.
        String line = message.replaceAll("[\\s\\p{Cntrl}]+", " ");
        return line.indexOf(' ') > 0 ? line : type + " " + line;
    }
}
