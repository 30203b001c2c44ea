package io.github.aspirejava.maven.pipeline;

/**
 * Does something if the JVM is told to end, by Ctrl-C say, while it is held. It is registered with the JVM only as
 * long: a JVM that has many sessions, as in an IDE, forgets each with its class loader.
 */
final class ShutdownHook {
    private final Thread thread;
    private int holders;

    ShutdownHook(Runnable action) {
        thread = new Thread(action, "aspire-shutdown");
    }

    /** One more has something going on that the JVM should not end in the middle of. */
    synchronized void hold() {
        if (holders++ == 0) {
            try {
                Runtime.getRuntime().addShutdownHook(thread);
            } catch (IllegalStateException e) {
                // The JVM is ending, and the hook runs, or nothing has been going on that it could break off.
            }
        }
    }

    /** One of those who hold it has come to an end. */
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
