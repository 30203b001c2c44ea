package io.github.aspirejava.builder.frontend;

import io.github.aspirejava.process.LineListener;
import io.github.aspirejava.text.ForeignText;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/** The output of a program, line by line; the last lines are kept to explain a failure. */
final class ProgramOutput implements LineListener {
    private static final int KEPT_LINES = 200;
    private final Consumer<String> listener;
    private final Deque<String> last = new ArrayDeque<>();
    private int count;

    ProgramOutput(Consumer<String> listener) {
        this.listener = listener;
    }

    @Override
    public synchronized void line(String raw) {
        String line = ForeignText.lines(raw).replace('\n', ' ').stripTrailing();
        if (line.isBlank()) {
            return;
        }
        count++;
        last.addLast(line);
        if (last.size() > KEPT_LINES) {
            last.removeFirst();
        }
        listener.accept(line);
    }

    /** Returns the lines, or the last of many. */
    synchronized List<String> lines() {
        return List.copyOf(last);
    }

    /** Returns the lines as one text, with a note if there were too many. */
    synchronized String text() {
        String left = count > last.size() ? "… %d lines before\n".formatted(count - last.size()) : "";
        return left + String.join("\n", last);
    }
}
