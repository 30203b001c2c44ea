package io.github.aspirejava.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Runs processes. Their output goes through a file: a pipe would have to be read meanwhile, on the same processors. */
final class Processes {
    private static final Duration TIMEOUT = Duration.ofMinutes(3);
    private static final int LINES = 6;
    private static final Pattern ERROR = Pattern.compile("\\[ERROR] |^Exception in |^Caused by: ");
    private static final String PEAK = "VmHWM:";

    private final Path directory;

    /**
     * Creates an instance.
     *
     * @param directory the directory of output and input while a process runs
     */
    Processes(Path directory) throws IOException {
        this.directory = Files.createDirectories(directory);
    }

    /**
     * Runs a process to its end.
     *
     * @throws BenchException if it fails, or takes more than three minutes
     */
    Finished run(Invocation invocation) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Process process = start(invocation);
        boolean ended;
        try {
            ended = process.waitFor(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            end(process);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        String output = checked(process, ended);
        return new Finished(seconds, output);
    }

    /** Runs a process to its end, and returns its peak resident memory, in bytes. */
    long peakMemory(Invocation invocation) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + TIMEOUT.toNanos();
        Process process = start(invocation);
        long peak = 0;
        boolean ended = false;
        try {
            while (!ended && System.nanoTime() - deadline < 0) {
                peak = Math.max(peak, residentPeak(process));
                ended = process.waitFor(10, TimeUnit.MILLISECONDS);
            }
        } finally {
            end(process);
        }
        checked(process, ended);
        return peak;
    }

    private static long residentPeak(Process process) {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
                    .filter(line -> line.startsWith(PEAK))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            // It has just ended.
            return 0;
        }
    }

    private Process start(Invocation invocation) throws IOException {
        Path input = Files.writeString(directory.resolve("input"), invocation.input());
        ProcessBuilder builder = new ProcessBuilder(invocation.command())
                .directory(invocation.directory().toFile())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("output").toFile())
                .redirectInput(input.toFile());
        builder.environment().putAll(invocation.environment());
        return builder.start();
    }

    private static void end(Process process) {
        if (process.isAlive()) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private String checked(Process process, boolean ended) throws IOException {
        String output = new String(Files.readAllBytes(directory.resolve("output")), StandardCharsets.UTF_8);
        if (!ended) {
            throw new BenchException("not ended after %d s: %s".formatted(TIMEOUT.toSeconds(), whatIsWrong(output)));
        }
        if (process.exitValue() != 0) {
            throw new BenchException("exit code %d: %s".formatted(process.exitValue(), whatIsWrong(output)));
        }
        return output;
    }

    /** Returns the lines of errors, as Maven and the JVM mark them; else the last ones. */
    private static String whatIsWrong(String output) {
        String errors = output.lines()
                .filter(line -> ERROR.matcher(line).find())
                .limit(LINES)
                .collect(Collectors.joining("\n"));
        long lines = output.lines().count();
        return errors.isEmpty()
                ? output.lines().skip(Math.max(0, lines - LINES)).collect(Collectors.joining("\n"))
                : errors;
    }
}
