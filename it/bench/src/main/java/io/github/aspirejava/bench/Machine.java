package io.github.aspirejava.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** The machine that the series ran on. */
final class Machine {
    private final Processes processes;
    private final Path directory;

    Machine(Processes processes, Path directory) {
        this.processes = processes;
        this.directory = directory;
    }

    String describe(Maven maven, Options options) throws IOException, InterruptedException {
        return """
                Measured on %s; jib-core 0.28.1, jib-maven-plugin %s, docker-maven-plugin %s.
                %d runs of ours and the limit, and of the others where an aim compares with them; %d of the others elsewhere, and one far away of those who push one image after another.%s
                """.formatted(
                        parts(maven),
                        Versions.JIB_MAVEN_PLUGIN,
                        Versions.DOCKER_MAVEN_PLUGIN,
                        options.runs(),
                        options.peerRuns(),
                        warning(options));
    }

    String describeFleet(Maven maven, Options options) throws IOException, InterruptedException {
        return "Measured on %s; jib-maven-plugin %s. %d runs of each.%s%n"
                .formatted(parts(maven), Versions.JIB_MAVEN_PLUGIN, options.peerRuns(), warning(options));
    }

    String describeReactor(Maven maven, Options options) throws IOException, InterruptedException {
        return "Measured on %s. %d pairs.%s%n".formatted(parts(maven), options.runs(), warning(options));
    }

    private static String warning(Options options) {
        return options.anyLoad() ? " **The machine was not quiet.**" : "";
    }

    private String parts(Maven maven) throws IOException, InterruptedException {
        return "%s: %d cores (%s), %d GiB of memory, Linux %s, %s; JDK %s, %s, docker-registry %s, dockerd %s, skopeo %s"
                .formatted(
                        LocalDate.now(ZoneOffset.UTC),
                        Runtime.getRuntime().availableProcessors(),
                        field("/proc/cpuinfo", "model name"),
                        Math.round(Long.parseLong(
                                        field("/proc/meminfo", "MemTotal").replaceAll("\\D", ""))
                                / (1024.0 * 1024)),
                        System.getProperty("os.version"),
                        Files.getFileStore(directory).type(),
                        System.getProperty("java.version"),
                        said(maven.executable().toString(), "-v").replaceAll(" \\(.*", ""),
                        version("docker-registry", "--version"),
                        version("dockerd", "--version"),
                        version("skopeo", "--version"));
    }

    private static String field(String file, String name) throws IOException {
        return Files.readAllLines(Path.of(file)).stream()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("unknown");
    }

    private String version(String... command) throws IOException, InterruptedException {
        return said(command).replaceAll("^\\D*([0-9][0-9.]*).*$", "$1");
    }

    /** Returns the first line of a command's output. */
    private String said(String... command) throws IOException, InterruptedException {
        return processes
                .run(new Invocation(List.of(command), directory, Map.of(), ""))
                .output()
                .lines()
                .findFirst()
                .orElse("unknown")
                .replaceAll("\u001B\\[[0-9;]*m", "");
    }
}
