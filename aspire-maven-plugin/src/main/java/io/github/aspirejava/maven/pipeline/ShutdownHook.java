package io.github.aspirejava.maven.pipeline;

/**
 * Executes a task if the JVM shuts down, by Ctrl-C for example, while it is held. It is registered with the JVM only
 * for that time: a JVM with many sessions, as in an IDE, can release each session with its class loader.
 */
final class ShutdownHook {
    private final Thread thread;
    private int holders;

    ShutdownHook(Runnable action) {
        thread = new Thread(action, "aspire-shutdown");
    }

    /** Counts one more holder, whose work the JVM should not end in the middle of. */
    synchronized void hold() {
        if (holders++ == 0) {
            try {
                Runtime.getRuntime().addShutdownHook(thread);
            } catch (IllegalStateException e) {
                // The JVM is ending, and the hook runs, or there is no work that it could abort.
            }
        }
    }

    /** Counts one holder less. */
    synchronized void release() {
        if (--holders == 0) {
            try {
                Runtime.getRuntime().removeShutdownHook(thread);
            } catch (IllegalStateException e) {
                // The JVM is ending.
            }
        }
    }
}
