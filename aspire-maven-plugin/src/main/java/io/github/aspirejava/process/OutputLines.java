package io.github.aspirejava.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Passes the lines of an output to a listener, until nobody waits for them any more. */
final class OutputLines {
    private final LineListener listener;
    private final Consumer<Exception> onFailure;
    private boolean ended;

    /** @param onFailure receives the exception of the listener, which gets no further line */
    OutputLines(LineListener listener, Consumer<Exception> onFailure) {
        this.listener = listener;
        this.onFailure = onFailure;
    }

    /** Reads to the end of the output. Returns whether it was complete. */
    boolean readAll(InputStream stream) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                pass(line);
            }
            return true;
        } catch (IOException e) {
            return false; // the pipe of a program that was ended
        }
    }

    /** Stops passing lines. What the listener has received is visible to the caller from then on. */
    synchronized void end() {
        ended = true;
    }

    private synchronized void pass(String line) {
        if (ended) {
            return;
        }
        try {
            listener.line(line);
        } catch (IOException | RuntimeException e) {
            ended = true;
            onFailure.accept(e);
        }
    }
}
