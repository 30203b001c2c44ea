package io.github.aspirejava.builder.bytecode;

import io.github.aspirejava.builder.content.Archive;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Reads the Java release that class files need from their first eight bytes; see <a
 * href="https://docs.oracle.com/javase/specs/jvms/se25/html/jvms-4.html#jvms-4.1">chapter 4.1</a> of the Java virtual
 * machine specification.
 */
public final class ClassFileVersion {
    private static final int MAGIC = 0xCAFEBABE;

    /** Class files of Java 1.1 have the version 45. */
    private static final int BEFORE_FIRST = 44;

    /** The number of classes of a library that is enough to tell which Java release it was compiled for. */
    private static final int SAMPLE = 32;

    private ClassFileVersion() {}

    /** Returns the release that one class file needs, for example 17; 0 for an entry that is not a class file. */
    static int release(ZipFile archive, ZipEntry entry) throws IOException {
        try (InputStream content = archive.getInputStream(entry)) {
            DataInputStream start = new DataInputStream(content);
            if (start.readInt() != MAGIC) {
                return 0;
            }
            start.readUnsignedShort();
            return start.readUnsignedShort() - BEFORE_FIRST;
        } catch (EOFException e) {
            return 0;
        }
    }

    /**
     * Returns the release that a library needs: that of most of its classes, because single classes may be for a newer
     * Java that the library itself checks for. 0 if it has no classes.
     */
    public static int mostlyIn(Path library) throws IOException {
        try (ZipFile archive = Archive.open(library)) {
            List<? extends ZipEntry> classes = archive.stream()
                    .filter(entry -> entry.getName().endsWith(".class"))
                    .filter(entry -> !entry.getName().startsWith("META-INF/"))
                    .filter(entry -> !entry.getName().endsWith("module-info.class"))
                    .toList();
            Map<Integer, Integer> counts = new HashMap<>();
            int step = Math.max(1, classes.size() / SAMPLE);
            for (int i = 0; i < classes.size(); i += step) {
                counts.merge(release(archive, classes.get(i)), 1, Integer::sum);
            }
            return counts.entrySet().stream()
                    .max(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                    .map(Map.Entry::getKey)
                    .orElse(0);
        }
    }
}
