package io.github.aspirejava.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * The jars of an image below one of its directories.
 *
 * @param root the directory, with a slash at its end
 * @param jars the jars by their paths
 */
record ImageJars(String root, Map<String, JarContent> jars) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static ImageJars of(StoredImage image, String root) {
        Map<String, JarContent> jars = new TreeMap<>();
        try {
            JsonNode manifest = JSON.readTree(image.bytes().read("manifests", image.digest()));
            for (JsonNode layer : manifest.path("layers")) {
                addTo(
                        jars,
                        root,
                        image.bytes().read("blobs", layer.path("digest").asText()));
            }
            return new ImageJars(root, jars);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void addTo(Map<String, JarContent> jars, String root, byte[] layer) throws IOException {
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new GZIPInputStream(new ByteArrayInputStream(layer)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                String path = "/" + entry.getName();
                if (entry.isFile() && path.startsWith(root) && path.endsWith(".jar")) {
                    jars.put(path, JarContent.of(tar.readAllBytes()));
                }
            }
        }
    }

    /**
     * Returns the libraries of an application that are in this directory under any name, and the paths of jars that are
     * neither a library nor its own: it has a single jar of its own.
     */
    Set<String> libraries(PackagedApplication application) {
        Set<String> names = new TreeSet<>();
        Set<String> own = new TreeSet<>();
        jars.forEach((path, jar) -> {
            Set<String> libraries = application.names(jar);
            if (!libraries.isEmpty()) {
                names.addAll(libraries);
            } else if (!application.contains(jar)) {
                names.add(path);
            } else if (!jar.classes().isEmpty()) {
                own.add(path);
            }
        });
        if (own.size() > 1) {
            names.addAll(own);
        }
        return names;
    }

    /** Returns the same for the jars among these locations. */
    Set<String> librariesAmong(Set<String> locations, PackagedApplication application) {
        Map<String, JarContent> loaded = new TreeMap<>(jars);
        loaded.keySet().retainAll(locations.stream().map(ImageJars::path).toList());
        Set<String> names = new TreeSet<>(new ImageJars(root, loaded).libraries(application));
        // A class that was loaded from a jar in a jar is in no file of its own.
        locations.stream()
                .filter(location -> location.contains("!") && path(location).startsWith(root))
                .forEach(names::add);
        return names;
    }

    private static String path(String location) {
        return location.startsWith("file:") ? URI.create(location).getPath() : location.replaceFirst("^[a-z:]+", "");
    }
}
