package io.github.aspirejava.builder.content;

import io.github.aspirejava.text.FilteredException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Reads jars and wars; an error names the broken archive. */
public final class Archive {
    private static final Pattern SIGNATURE =
            Pattern.compile("META-INF/(?:SIG-[^/]*|[^/]+\\.(?:SF|RSA|DSA|EC))", Pattern.CASE_INSENSITIVE);

    private Archive() {}

    public static ZipFile open(Path file) throws IOException {
        try {
            return new ZipFile(file.toFile());
        } catch (ZipException e) {
            throw new FilteredException("%s is not a proper jar (%s)".formatted(file, e.getMessage()), e);
        }
    }

    /**
     * Returns the names of all entries in the order of the archive, including those of directories, which end with a
     * slash.
     */
    public static List<String> names(ZipFile archive) {
        return archive.stream().map(ZipEntry::getName).toList();
    }

    /** Returns the manifest; an empty one if the archive has no manifest. */
    static Manifest manifest(ZipFile archive) throws IOException {
        ZipEntry entry = archive.getEntry(JarFile.MANIFEST_NAME);
        if (entry == null) {
            return new Manifest();
        }
        try (InputStream content = archive.getInputStream(entry)) {
            return new Manifest(content);
        } catch (IOException e) {
            throw new FilteredException(
                    "The manifest of %s cannot be read (%s)".formatted(archive.getName(), e.getMessage()), e);
        }
    }

    /**
     * Returns the main attributes of the manifest; an empty map without a manifest.
     *
     * @return the values by name; names are not case-sensitive
     */
    public static Map<String, String> attributes(ZipFile archive) throws IOException {
        Map<String, String> attributes = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        manifest(archive)
                .getMainAttributes()
                .forEach((name, value) -> attributes.put(name.toString(), value.toString()));
        return attributes;
    }

    /** Returns the sections of the manifest about packages and files, without the digests of a signed archive. */
    public static Map<String, Attributes> sections(ZipFile archive) throws IOException {
        Map<String, Attributes> sections = new TreeMap<>();
        manifest(archive).getEntries().forEach((name, attributes) -> {
            Attributes kept = new Attributes(attributes);
            kept.keySet().removeIf(attribute -> attribute.toString().endsWith("-Digest"));
            if (!kept.isEmpty()) {
                sections.put(name, kept);
            }
        });
        return sections;
    }

    /** Returns the same sections of an archive that is not open. */
    public static Map<String, Attributes> sections(Path file) throws IOException {
        try (ZipFile archive = open(file)) {
            return sections(archive);
        }
    }

    /**
     * Returns whether an entry is a signature, which is invalid as soon as anything else in the archive has changed.
     */
    static boolean isSignature(String entry) {
        return SIGNATURE.matcher(entry).matches();
    }

    /** Returns the main attributes of the manifest of an archive. */
    public static Map<String, String> attributes(Path file) throws IOException {
        try (ZipFile archive = open(file)) {
            return attributes(archive);
        }
    }
}
