package io.github.aspirejava.builder.content;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipFile;

/**
 * The classes and resources of an application that Spring Boot has repackaged, as a jar of their own: those of the
 * directory of classes, and of {@code META-INF}, which Spring Boot leaves in place.
 *
 * @param archive the repackaged jar or war
 * @param directory the directory of its classes, such as {@code BOOT-INF/classes/}
 */
record ClassesJar(Path archive, String directory) implements FileContent {
    private static final String META = "META-INF/";

    @Override
    public Optional<Path> source() {
        return Optional.of(archive);
    }

    @Override
    public String form() {
        return "classes-2 " + ReproducibleJar.FORM;
    }

    /** Returns the compressed size of the classes, an approximation; nothing depends on the exact size. */
    @Override
    public long size() throws IOException {
        try (ZipFile file = Archive.open(archive)) {
            return file.stream()
                    .filter(entry -> entry.getName().startsWith(directory))
                    .mapToLong(entry -> Math.max(0, entry.getCompressedSize()))
                    .sum();
        }
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        try (ZipFile source = Archive.open(archive);
                ReproducibleJar target = new ReproducibleJar(out)) {
            Map<String, String> originals = originals(source);
            for (String name : ReproducibleJar.ordered(originals.keySet())) {
                if (name.equals(JarFile.MANIFEST_NAME)) {
                    target.manifest(manifest(source));
                } else {
                    target.copy(source, originals.getOrDefault(name, name), name);
                }
            }
        }
    }

    /** Returns the entries of the archive by their names in the jar. */
    private Map<String, String> originals(ZipFile source) {
        Map<String, String> originals = new HashMap<>();
        for (String name : Archive.names(source)) {
            if (name.startsWith(directory) && name.length() > directory.length()) {
                originals.put(name.substring(directory.length()), name);
            } else if (isOfApplication(name)) {
                originals.putIfAbsent(name, name);
            }
        }
        return originals;
    }

    /**
     * Returns whether an entry belongs to the application. Signatures do not: they cover the archive as a whole, and
     * Java would refuse a jar with those of another.
     */
    private static boolean isOfApplication(String name) {
        return name.startsWith(META) && !BootArchive.isOfLoader(name) && !Archive.isSignature(name);
    }

    private Manifest manifest(ZipFile source) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        BootArchive.read(archive)
                .ownAttributes()
                .forEach((name, value) -> manifest.getMainAttributes().putValue(name, value));
        manifest.getEntries().putAll(Archive.sections(source));
        return manifest;
    }
}
