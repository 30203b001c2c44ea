package io.github.aspirejava.it;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A process whose output, standard and error as one, is read as it arrives. Closing ends it and its children. */
final class RunningProcess implements AutoCloseable {
    /** The started processes that have not been closed: an aborted build leaves no process behind. */
    private static final Set<RunningProcess> OPEN = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> OPEN.forEach(RunningProcess::close)));
    }

    private final String command;
    private final Process process;
    private final List<String> lines = new ArrayList<>();
    private final Thread reader;
    private boolean ended;

    private RunningProcess(String command, Process process) {
        this.command = command;
        this.process = process;
        this.reader = new Thread(this::read, "output of " + command);
        reader.setDaemon(true);
        reader.start();
    }

    static RunningProcess start(ProcessBuilder builder) {
        try {
            Process process = builder.redirectErrorStream(true).start();
            RunningProcess running = new RunningProcess(builder.command().get(0), process);
            OPEN.add(running);
            process.getOutputStream().close();
            return running;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the lines written so far. */
    List<String> lines() {
        synchronized (lines) {
            return List.copyOf(lines);
        }
    }

    /**
     * Waits for a line that matches {@code pattern}, and returns the match.
     *
     * @throws IllegalStateException if the process ends, or {@code timeout} passes, without such a line
     */
    Matcher awaitLine(Pattern pattern, Duration timeout) {
        long deadline = System.nanoTime() + timeout.toNanos();
        synchronized (lines) {
            for (int next = 0; ; ) {
                for (; next < lines.size(); next++) {
                    Matcher matcher = pattern.matcher(lines.get(next));
                    if (matcher.find()) {
                        return matcher;
                    }
                }
                long remaining = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
                if (ended || remaining <= 0) {
                    throw new IllegalStateException("`%s` %s and did not write `%s`, but:%n%s"
                            .formatted(
                                    command,
                                    ended ? "has ended" : "runs for " + timeout,
                                    pattern,
                                    String.join("\n", lines)));
                }
                try {
                    lines.wait(remaining);
                } catch (InterruptedException e) {
                    throw interrupted(e);
                }
            }
        }
    }

    /**
     * Waits for the end of the process and of its output.
     *
     * @throws IllegalStateException if it still runs after {@code timeout}; it is ended then
     */
    int exitCode(Duration timeout) {
        try {
            if (!process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
                close();
                throw new IllegalStateException(
                        "`%s` still ran after %s:%n%s".formatted(command, timeout, String.join("\n", lines())));
            }
            reader.join(timeout.toMillis());
            return process.exitValue();
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /**
     * Waits until {@code count} lines have been written, up to a time limit.
     *
     * @throws IllegalStateException if the process ends with fewer lines
     */
    void awaitLines(int count, Duration atMost) {
        long deadline = System.nanoTime() + atMost.toNanos();
        synchronized (lines) {
            long remaining = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            while (lines.size() < count && remaining > 0) {
                if (ended) {
                    throw new IllegalStateException("`%s` has ended and wrote fewer than %d lines:%n%s"
                            .formatted(command, count, String.join("\n", lines)));
                }
                try {
                    lines.wait(remaining);
                } catch (InterruptedException e) {
                    throw interrupted(e);
                }
                remaining = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            }
        }
    }

    /** Sends it SIGINT, as Ctrl-C does. */
    void interrupt() {
        try (RunningProcess kill = start(new ProcessBuilder("kill", "-INT", Long.toString(process.pid())))) {
            kill.exitCode(Duration.ofSeconds(10));
        }
    }

    /** Ends it and its children by SIGKILL, which gives them no time for a clean-up. */
    void kill() {
        List<ProcessHandle> descendants = process.descendants().toList();
        process.destroyForcibly();
        descendants.forEach(ProcessHandle::destroyForcibly);
        close();
    }

    @Override
    public void close() {
        OPEN.remove(this);
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException(e);
    }

    private void read() {
        try (BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                synchronized (lines) {
                    lines.add(line);
                    lines.notifyAll();
                }
            }
        } catch (IOException e) {
            // The pipe breaks when the process is ended from here: there is no more output than what was read until
            // then.
        } finally {
            synchronized (lines) {
                ended = true;
                lines.notifyAll();
            }
        }
    }
}
