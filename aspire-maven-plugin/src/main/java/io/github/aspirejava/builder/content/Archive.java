package io.github.aspirejava.builder.content;

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

/** Reads jars and wars; one that is broken is named. */
public final class Archive {
    private static final Pattern SIGNATURE =
            Pattern.compile("META-INF/(?:SIG-[^/]*|[^/]+\\.(?:SF|RSA|DSA|EC))", Pattern.CASE_INSENSITIVE);

    private Archive() {}

    public static ZipFile open(Path file) throws IOException {
        try {
            return new ZipFile(file.toFile());
        } catch (ZipException e) {
            throw new IOException("%s is not a proper jar (%s)".formatted(file, e.getMessage()), e);
        }
    }

    /** The names of all entries in the order of the archive, those of directories too, which end with a slash. */
    public static List<String> names(ZipFile archive) {
        return archive.stream().map(ZipEntry::getName).toList();
    }

    /** The manifest; an empty one if there is none. */
    static Manifest manifest(ZipFile archive) throws IOException {
        ZipEntry entry = archive.getEntry(JarFile.MANIFEST_NAME);
        if (entry == null) {
            return new Manifest();
        }
        try (InputStream content = archive.getInputStream(entry)) {
            return new Manifest(content);
        } catch (IOException e) {
            throw new IOException(
                    "The manifest of %s cannot be read (%s)".formatted(archive.getName(), e.getMessage()), e);
        }
    }

    /**
     * The main attributes of the manifest; none without a manifest.
     *
     * @return by name, whose case does not matter
     */
    public static Map<String, String> attributes(ZipFile archive) throws IOException {
        Map<String, String> attributes = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        manifest(archive)
                .getMainAttributes()
                .forEach((name, value) -> attributes.put(name.toString(), value.toString()));
        return attributes;
    }

    /** The sections of the manifest that are about packages and files, without the digests of a signed archive. */
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

    /** The same of an archive that is not open. */
    public static Map<String, Attributes> sections(Path file) throws IOException {
        try (ZipFile archive = open(file)) {
            return sections(archive);
        }
    }

    /** Whether an entry is a signature, which is of no use once anything else in the archive has changed. */
    static boolean isSignature(String entry) {
        return SIGNATURE.matcher(entry).matches();
    }

    /** The main attributes of the manifest of an archive. */
    public static Map<String, String> attributes(Path file) throws IOException {
        try (ZipFile archive = open(file)) {
            return attributes(archive);
        }
    }
}
