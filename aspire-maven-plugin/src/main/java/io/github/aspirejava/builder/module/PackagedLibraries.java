package io.github.aspirejava.builder.module;

import io.github.aspirejava.builder.content.Archive;
import io.github.aspirejava.builder.content.ArchiveEntry;
import io.github.aspirejava.builder.content.CopiedFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Matches the libraries that an application is packaged with, by their bytes, to those that Maven has resolved for the
 * module: matched ones are in layers that other services share.
 */
public final class PackagedLibraries {
    private final Map<Long, List<ClasspathJar>> bySize = new HashMap<>();

    /** @param resolved the jars that Maven has resolved */
    public PackagedLibraries(List<ClasspathJar> resolved) throws IOException {
        for (ClasspathJar jar : resolved) {
            bySize.computeIfAbsent(Files.size(jar.file()), size -> new ArrayList<>())
                    .add(jar);
        }
    }

    /** Returns the libraries that are these entries of an archive, in their order. */
    public List<PackagedLibrary> entries(Path archive, List<String> entries) throws IOException {
        List<PackagedLibrary> libraries = new ArrayList<>();
        try (ZipFile file = Archive.open(archive)) {
            for (String path : entries) {
                ZipEntry entry = file.getEntry(path);
                String name = path.substring(path.lastIndexOf('/') + 1);
                libraries.add(resolved(name, entry.getSize(), entry.getCrc())
                        .orElseGet(() -> new PackagedLibrary(Optional.empty(), name, new ArchiveEntry(archive, path))));
            }
        }
        return libraries;
    }

    /** Returns the libraries that are these files, in their order. */
    public List<PackagedLibrary> files(List<Path> files) throws IOException {
        List<PackagedLibrary> libraries = new ArrayList<>();
        for (Path file : files) {
            String name = file.getFileName().toString();
            libraries.add(resolved(name, Files.size(file), checksum(file))
                    .orElseGet(() -> new PackagedLibrary(Optional.empty(), name, new CopiedFile(file))));
        }
        return libraries;
    }

    /** Returns the resolved library with these bytes; of several, the one with the same name. */
    private Optional<PackagedLibrary> resolved(String name, long size, long checksum) throws IOException {
        Optional<ClasspathJar> found = Optional.empty();
        for (ClasspathJar jar : bySize.getOrDefault(size, List.of())) {
            boolean namesake = jar.file().getFileName().toString().equals(name);
            if ((namesake || found.isEmpty()) && checksum == checksum(jar.file())) {
                found = Optional.of(jar);
            }
        }
        return found.map(PackagedLibrary::of);
    }

    private static long checksum(Path file) throws IOException {
        CheckedInputStream content = new CheckedInputStream(Files.newInputStream(file), new CRC32());
        try (InputStream read = content) {
            read.transferTo(OutputStream.nullOutputStream());
        }
        return content.getChecksum().getValue();
    }
}
