package io.github.aspirejava.build;

/** An image that cannot be built. The message is one line: what is wrong and what to do. */
public sealed class ImageBuildException extends Exception permits BaseImageException {
    private static final long serialVersionUID = 1L;

    ImageBuildException(String message) {
        super(message);
    }

    ImageBuildException(String message, Throwable cause) {
        super(message, cause);
    }

    /** What {@code failure} says of itself; many of the JDK's exceptions have only a file name as their message. */
    static String reason(Exception failure) {
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
