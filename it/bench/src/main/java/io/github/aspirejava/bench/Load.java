package io.github.aspirejava.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The load of the machine's processors, by /proc (proc(5)): work of this benchmark, of the kernel's threads, which
 * mostly write its output to disk, and of other processes.
 */
final class Load {
    private static final Path PROC = Path.of("/proc");
    private static final double TICKS_PER_SECOND = 100;
    private static final int KERNEL = 2;

    private final Supplier<Stream<Long>> servers;

    /**
     * Creates the measurement.
     *
     * @param servers the live processes that work for the benchmark, besides this one
     */
    Load(Supplier<Stream<Long>> servers) {
        this.servers = servers;
    }

    /**
     * The work up to a moment.
     *
     * @param all the work of all processes, in ticks
     * @param known the work of the known processes
     */
    private record Work(long all, long known) {}

    /** A span of time that has begun. */
    final class Span {
        private final Work begin = work();

        private Span() throws IOException {}

        /** Returns the seconds that other processes have worked since then, on all processors together. */
        double foreignSeconds() throws IOException {
            Work end = work();
            return Math.max(0, (end.all - begin.all) - (end.known - begin.known)) / TICKS_PER_SECOND;
        }
    }

    Span begin() throws IOException {
        return new Span();
    }

    private Work work() throws IOException {
        // user, nice and system of the first line; interrupts are ignored, because they serve all processes.
        String[] cpu = Files.readAllLines(PROC.resolve("stat")).get(0).split(" +", -1);
        long all = Long.parseLong(cpu[1]) + Long.parseLong(cpu[2]) + Long.parseLong(cpu[3]);
        long known = ticks(ProcessHandle.current().pid()) + kernelTicks();
        for (long server : servers.get().toList()) {
            known += ticks(server);
        }
        return new Work(all, known);
    }

    private static long kernelTicks() throws IOException {
        long ticks = 0;
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROC, "[0-9]*")) {
            for (Path process : processes) {
                Optional<long[]> fields = fields(process);
                if (fields.isPresent() && fields.get()[0] == KERNEL) {
                    ticks += fields.get()[1];
                }
            }
        }
        return ticks;
    }

    private static long ticks(long pid) {
        return fields(PROC.resolve(Long.toString(pid))).map(fields -> fields[1]).orElse(0L);
    }

    /** Returns the parent of a process, and its work, including that of its ended children; empty if it has ended. */
    private static Optional<long[]> fields(Path process) {
        String stat;
        try {
            stat = Files.readString(process.resolve("stat"), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return Optional.empty();
        }
        // The second field is the name in parentheses, which may contain any characters: the third one comes after the
        // last parenthesis.
        List<String> fields =
                Arrays.asList(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1));
        long work = fields.subList(11, 15).stream().mapToLong(Long::parseLong).sum();
        return Optional.of(new long[] {Long.parseLong(fields.get(1)), work});
    }
}
