package io.github.aspirejava.builder.frontend;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** The output of a program, line by line; the last lines are kept to explain a failure. */
final class ProgramOutput {
    private static final int KEPT_LINES = 200;
    /** Escape sequences for colours and cursor movements, by ECMA-48. */
    private static final Pattern ESCAPES = Pattern.compile("\u001B(?:\\[[0-?]*[ -/]*[@-~]|.)?");

    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cntrl}&&[^\t]]");

    private final Consumer<String> listener;
    private final Deque<String> last = new ArrayDeque<>();
    private int count;

    ProgramOutput(Consumer<String> listener) {
        this.listener = listener;
    }

    /** Reads in a separate thread: a thread that waits for the program must be able to give up. */
    CompletableFuture<Void> read(InputStream stream, String program) {
        CompletableFuture<Void> end = new CompletableFuture<>();
        Thread reader = new Thread(() -> pump(stream, end), "output of " + program);
        reader.setDaemon(true);
        reader.start();
        return end;
    }

    private void pump(InputStream stream, CompletableFuture<Void> end) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                add(CONTROLS.matcher(ESCAPES.matcher(line).replaceAll(""))
                        .replaceAll("")
                        .stripTrailing());
            }
        } catch (IOException e) {
            // The pipe of a program that was ended.
        } finally {
            end.complete(null);
        }
    }

    private synchronized void add(String line) {
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
