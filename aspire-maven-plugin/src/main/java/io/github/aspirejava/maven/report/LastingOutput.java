package io.github.aspirejava.maven.report;

import io.github.aspirejava.text.ForeignText;
import java.util.function.Consumer;
import org.apache.maven.plugin.logging.Log;

/**
 * Prints to Maven's log as long as it is open. When the JVM shuts down, Maven 4 may close the log before all output is
 * written; the rest goes to the standard error then.
 */
public final class LastingOutput implements Consumer<String> {
    private final Log log;

    /** Creates an output that prints to {@code log} as long as it is open. */
    public LastingOutput(Log log) {
        this.log = log;
    }

    @Override
    public void accept(String line) {
        try {
            log.info(line);
        } catch (RuntimeException closed) {
            System.err.println("[INFO] " + ForeignText.printable(line));
        }
    }
}
