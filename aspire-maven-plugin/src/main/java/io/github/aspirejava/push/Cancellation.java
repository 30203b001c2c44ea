package io.github.aspirejava.push;

/** Asked before each request and while bytes are sent whether somebody has called the whole thing off. */
@FunctionalInterface
public interface Cancellation {
    /** Nobody ever calls it off. */
    Cancellation NEVER = () -> {};

    /**
     * Returns if the push may go on.
     *
     * @throws InterruptedException if it is called off
     */
    void throwIfCancelled() throws InterruptedException;
}
