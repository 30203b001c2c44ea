package io.github.aspirejava.builder.content;

import io.github.aspirejava.cache.Compression;
import io.github.aspirejava.text.FilteredException;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Writes a jar so that equal content gives equal bytes: fixed times, no extra fields, no time of the build. */
final class ReproducibleJar implements AutoCloseable {
    /**
     * The format version, a part of every key that stands for a jar written here; another way of writing needs another
     * text.
     */
    static final String FORM = "jar-3";

    /** The time of every entry: Zip has no times before 1980, and a month later it is 1980 in every time zone. */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    /** The order of entries: some readers expect the manifest first, after nothing but its directory. */
    private static final Comparator<String> ORDER = Comparator.comparingInt((String name) -> switch (name) {
                case "META-INF/" -> 0;
                case JarFile.MANIFEST_NAME -> 1;
                default -> 2;
            })
            .thenComparing(Comparator.naturalOrder());

    private final ZipOutputStream target;

    /** Creates a writer to {@code out}, which stays open. */
    ReproducibleJar(OutputStream out) {
        target = new ZipOutputStream(new FilterOutputStream(out) {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                out.write(bytes, offset, length);
            }

            @Override
            public void close() throws IOException {
                flush();
            }
        });
        target.setLevel(Compression.LEVEL);
    }

    /** Returns the names of entries in the order in which they are to be written, each once. */
    static List<String> ordered(Collection<String> names) {
        return names.stream().distinct().sorted(ORDER).toList();
    }

    /** Writes an entry of another archive under a new name, without the time of the build. */
    void copy(ZipFile source, String original, String name) throws IOException {
        if (!MavenProperties.isCalled(name)) {
            copyExactly(source, original, name);
            return;
        }
        try (InputStream content = source.getInputStream(source.getEntry(original))) {
            begin(name);
            target.write(MavenProperties.withoutTime(content.readAllBytes()));
            target.closeEntry();
        } catch (ZipException e) {
            throw improper(source, e);
        }
    }

    /** Writes an entry of another archive under a new name, byte for byte. */
    void copyExactly(ZipFile source, String original, String name) throws IOException {
        ZipEntry entry = source.getEntry(original);
        try (InputStream content = source.getInputStream(entry)) {
            begin(like(entry, name));
            content.transferTo(target);
            target.closeEntry();
        } catch (ZipException e) {
            throw improper(source, e);
        }
    }

    private static IOException improper(ZipFile source, ZipException e) {
        return new FilteredException("%s is not a proper jar (%s)".formatted(source.getName(), e.getMessage()), e);
    }

    /** Writes a manifest. */
    void manifest(Manifest manifest) throws IOException {
        begin(JarFile.MANIFEST_NAME);
        manifest.write(target);
        target.closeEntry();
    }

    /** Writes an empty directory. */
    void directory(String name) throws IOException {
        begin(name);
        target.closeEntry();
    }

    @Override
    public void close() throws IOException {
        target.close();
    }

    private void begin(String name) throws IOException {
        begin(new ZipEntry(name));
    }

    private void begin(ZipEntry entry) throws IOException {
        entry.setTimeLocal(TIME);
        target.putNextEntry(entry);
    }

    private static ZipEntry like(ZipEntry original, String name) {
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(original.getMethod());
        if (original.getMethod() == ZipEntry.STORED) {
            entry.setSize(original.getSize());
            entry.setCrc(original.getCrc());
        }
        return entry;
    }
}
