package io.github.aspirejava.process;

import java.io.IOException;

/** Receives the output of a program line by line, each in the same thread, but not in that of the caller. */
@FunctionalInterface
public interface LineListener {
    /**
     * Receives one line.
     *
     * @throws IOException if the program is to be ended, since its output is of no use any more
     */
    void line(String line) throws IOException;
}
