package io.github.aspirejava.engine.build;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The log of an engine's build: all of it is written to a file, the current instruction is reported as progress, and
 * the last lines are kept for the message of a failure.
 */
final class BuildLog implements Closeable {
    private static final Pattern STEP = Pattern.compile(
            "(?:\\[[0-9/]+] )?(?:Step|STEP) ([0-9]+/[0-9]+) ?: ?(.*)|#[0-9]+ \\[(?:\\S+ )?([0-9]+/[0-9]+)] (.*)");
    private static final Pattern COLOUR = Pattern.compile("\u001B\\[[0-9;]*m");
    /** Lines about the builder itself. */
    private static final Pattern CHATTER = Pattern.compile(" ---> |Removing intermediate container");

    private static final int LAST = 12;
    private static final int LONGEST = 300;

    private final Path file;
    private final BufferedWriter writer;
    private final Consumer<String> progress;
    private final List<String> secrets;
    private final Deque<String> last = new ArrayDeque<>();
    private final Map<String, Integer> shown = new HashMap<>();
    private Optional<String> instruction = Optional.empty();

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
        String text = shown(COLOUR.matcher(line).replaceAll("")).stripTrailing();
        if (text.isEmpty()) {
            return;
        }
        writer.write(text);
        writer.newLine();
        Matcher step = STEP.matcher(text);
        if (step.matches()) {
            String number = step.group(1) != null ? step.group(1) : step.group(3);
            String what = step.group(2) != null ? step.group(2) : step.group(4);
            instruction = Optional.of(what);
            shown.merge(what, 1, Integer::sum);
            last.clear();
            progress.accept("%s %s".formatted(number, shortened(what)));
            return;
        }
        if (!CHATTER.matcher(text).lookingAt()) {
            last.add(shortened(text));
        }
        if (last.size() > LAST) {
            last.remove();
        }
    }

    /** Returns the text with its secrets masked. */
    String shown(String text) {
        String shown = text;
        for (String secret : secrets) {
            shown = secret.isBlank() ? shown : shown.replace(secret, "***");
        }
        return shown;
    }

    /** Returns the instruction that the engine was executing, as it prints it. */
    Optional<String> instruction() {
        return instruction;
    }

    /** Returns the number of times that the engine has printed that instruction. */
    int times() {
        return instruction.map(shown::get).orElse(0);
    }

    /** Returns the last lines of that instruction's output. */
    List<String> last() {
        return List.copyOf(last);
    }

    /** Returns the file of the complete log. */
    Path file() {
        return file;
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
