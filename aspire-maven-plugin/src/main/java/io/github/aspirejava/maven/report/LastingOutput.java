package io.github.aspirejava.maven.report;

import java.util.function.Consumer;
import org.apache.maven.plugin.logging.Log;

/**
 * Prints to Maven's log as long as there is one. When the JVM is told to end, Maven 4 closes it before everybody has
 * said what there is to say; that goes to the standard error then.
 */
public final class LastingOutput implements Consumer<String> {
    private final Log log;

    /** Prints to {@code log} as long as it can. */
    public LastingOutput(Log log) {
        this.log = log;
    }

    @Override
    public void accept(String line) {
        try {
            log.info(line);
        } catch (RuntimeException closed) {
            System.err.println("[INFO] " + line);
        }
    }
}
