package io.github.aspirejava.build;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Reads jars and wars; one that is broken is named. */
final class Archive {
    private Archive() {}

    static ZipFile open(Path file) throws IOException {
        try {
            return new ZipFile(file.toFile());
        } catch (ZipException e) {
            throw new IOException("%s is not a proper jar (%s)".formatted(file, e.getMessage()), e);
        }
    }

    /** The names of all entries in the order of the archive, those of directories too, which end with a slash. */
    static List<String> names(ZipFile archive) {
        return archive.stream().map(ZipEntry::getName).toList();
    }

    /**
     * The main attributes of the manifest; none without a manifest.
     *
     * @return by name, whose case does not matter
     */
    static Map<String, String> attributes(ZipFile archive) throws IOException {
        Map<String, String> attributes = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        ZipEntry entry = archive.getEntry(JarFile.MANIFEST_NAME);
        if (entry != null) {
            try (InputStream content = archive.getInputStream(entry)) {
                new Manifest(content)
                        .getMainAttributes()
                        .forEach((name, value) -> attributes.put(name.toString(), value.toString()));
            } catch (IOException e) {
                throw new IOException(
                        "The manifest of %s cannot be read (%s)".formatted(archive.getName(), e.getMessage()), e);
            }
        }
        return attributes;
    }

    /** The main attributes of the manifest of an archive. */
    static Map<String, String> attributes(Path file) throws IOException {
        try (ZipFile archive = open(file)) {
            return attributes(archive);
        }
    }
}
