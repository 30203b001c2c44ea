package io.github.aspirejava.build;

import io.github.aspirejava.cache.Compression;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * A jar of the same build, written anew so that equal content gives equal bytes: entries in order, fixed times, no
 * extra fields. The jar plugin writes the time of the build into each entry unless the project sets
 * {@code project.build.outputTimestamp}.
 */
final class ProjectJar {
    /** Part of every key that stands for the written form; another form needs another text. */
    static final String FORM = "jar-1";

    /** Zip has no times before 1980; a month later it is 1980 in every time zone. */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    /** Some readers expect the manifest first, after nothing but its directory. */
    private static final Comparator<ZipEntry> ORDER = Comparator.comparingInt(
                    (ZipEntry entry) -> switch (entry.getName()) {
                        case "META-INF/" -> 0;
                        case JarFile.MANIFEST_NAME -> 1;
                        default -> 2;
                    })
            .thenComparing(ZipEntry::getName);

    private ProjectJar() {}

    static void writeNormalised(Path jar, OutputStream out) throws IOException {
        try (ZipFile source = new ZipFile(jar.toFile());
                ZipOutputStream target = new ZipOutputStream(out)) {
            target.setLevel(Compression.LEVEL);
            List<String> names = source.stream()
                    .sorted(ORDER)
                    .map(ZipEntry::getName)
                    .distinct()
                    .toList();
            for (String name : names) {
                ZipEntry original = source.getEntry(name);
                target.putNextEntry(normalised(original));
                try (InputStream content = source.getInputStream(original)) {
                    content.transferTo(target);
                }
                target.closeEntry();
            }
        } catch (ZipException e) {
            throw new IOException("%s is not a proper jar (%s)".formatted(jar, e.getMessage()), e);
        }
    }

    private static ZipEntry normalised(ZipEntry original) {
        ZipEntry entry = new ZipEntry(original.getName());
        entry.setTimeLocal(TIME);
        entry.setMethod(original.getMethod());
        if (original.getMethod() == ZipEntry.STORED) {
            entry.setSize(original.getSize());
            entry.setCrc(original.getCrc());
        }
        return entry;
    }
}
