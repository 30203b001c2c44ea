package io.github.aspirejava.cache;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Evicts files from a cache. Other processes may do the same at the same time. */
final class CacheSweep {
    private CacheSweep() {}

    /** Removes the files that were last changed before {@code limit}. */
    static void removeOlder(Path directory, Instant limit) throws IOException {
        for (Aged file : files(directory)) {
            if (file.used().isBefore(limit)) {
                Files.deleteIfExists(file.path());
            }
        }
    }

    /**
     * Removes the least recently used files until the others have at most {@code maxBytes} together.
     *
     * @param keep the names of files that are not removed
     */
    static void removeLeastRecentlyUsed(Path directory, long maxBytes, Set<String> keep) throws IOException {
        List<Aged> files = files(directory);
        long total = files.stream().mapToLong(Aged::size).sum();
        for (Aged file : files) {
            if (total <= maxBytes) {
                return;
            }
            if (!keep.contains(file.path().getFileName().toString())) {
                Files.deleteIfExists(file.path());
                total -= file.size();
            }
        }
    }

    private static List<Aged> files(Path directory) throws IOException {
        List<Aged> files = new ArrayList<>();
        try (Stream<Path> paths = Files.list(directory)) {
            for (Path path : (Iterable<Path>) paths::iterator) {
                try {
                    BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
                    files.add(new Aged(
                            path,
                            attributes.size(),
                            attributes.lastModifiedTime().toInstant()));
                } catch (NoSuchFileException e) {
                    // Another process has removed it.
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        files.sort(Comparator.comparing(Aged::used).thenComparing(Aged::path));
        return files;
    }

    private record Aged(Path path, long size, Instant used) {}
}
