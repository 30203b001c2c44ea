package io.github.aspirejava.bench;

/** Thrown if a measurement is impossible; the message tells the reason. */
final class BenchException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BenchException(String message) {
        super(message);
    }

    BenchException(String message, Throwable cause) {
        super(message, cause);
    }
}
