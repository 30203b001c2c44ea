package io.github.aspirejava.engine.build;

import io.github.aspirejava.text.ForeignText;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * The log of an engine's build: all of it is written to a file, each instruction is reported as progress, and the
 * position is kept for the message of a failure.
 */
final class BuildLog implements Closeable {
    private final Path file;
    private final BufferedWriter writer;
    private final Consumer<String> progress;
    private final List<String> secrets;
    private final BuildPosition position = new BuildPosition();

    /**
     * Creates a log.
     *
     * @param secrets the secrets that are masked, even if a command of the build prints one
     */
    BuildLog(Path file, List<String> secrets, Consumer<String> progress) throws IOException {
        this.file = file;
        this.secrets = List.copyOf(secrets);
        this.progress = progress;
        if (file.getParent() != null) {
            Files.createDirectories(file.getParent());
        }
        this.writer = Files.newBufferedWriter(file);
    }

    /** Logs a line. */
    void line(String line) throws IOException {
        String text = shown(line).replace('\n', ' ').stripTrailing();
        if (text.isEmpty()) {
            return;
        }
        writer.write(text);
        writer.newLine();
        position.line(text).ifPresent(progress);
    }

    /** Returns the text with its secrets masked, even those that are divided by invisible characters. */
    String shown(String text) {
        return masked(ForeignText.lines(masked(text)));
    }

    private String masked(String text) {
        String shown = text;
        for (String secret : secrets) {
            shown = secret.isBlank() ? shown : shown.replace(secret, "***");
        }
        return shown;
    }

    /** Returns the instruction that the engine was executing, with the last lines of its output. */
    BuildPosition position() {
        return position;
    }

    /** Returns the file of the complete log. */
    Path file() {
        return file;
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
