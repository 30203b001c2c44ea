package io.github.aspirejava.builder.content;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.stream.Collectors;

/**
 * A jar with nothing but a manifest, which names the main class and lists the class path. Unlike {@code -cp} on the
 * command line, the list may have any length, and Java 8 reads it, too. As the jar is run by {@code -jar}, the
 * attributes that Java honours only then, such as {@code Add-Opens}, are those of the packaged jar.
 *
 * @param attributes the manifest's main attributes
 * @param sections its other sections: an application that reads its manifest gets this one
 */
public record LaunchJar(Map<String, String> attributes, Map<String, Attributes> sections) implements FileContent {
    public LaunchJar {
        attributes = Map.copyOf(attributes);
        sections = Map.copyOf(sections);
    }

    /**
     * Returns the jar that starts an application.
     *
     * @param packaged the main attributes of the application's own jar
     * @param sections the other sections of that jar's manifest
     * @param classpath the paths of the class path's elements, relative to the directory that the jar is in
     */
    public static LaunchJar of(
            Map<String, String> packaged, Map<String, Attributes> sections, String mainClass, List<String> classpath) {
        Map<String, String> attributes = new LinkedHashMap<>(packaged);
        attributes.keySet().removeIf(LaunchJar::isReplaced);
        attributes.put(Attributes.Name.MANIFEST_VERSION.toString(), "1.0");
        attributes.put(Attributes.Name.MAIN_CLASS.toString(), mainClass);
        attributes.put(
                Attributes.Name.CLASS_PATH.toString(),
                classpath.stream().map(LaunchJar::url).collect(Collectors.joining(" ")));
        return new LaunchJar(attributes, sections);
    }

    private static boolean isReplaced(String attribute) {
        return attribute.equalsIgnoreCase(Attributes.Name.MANIFEST_VERSION.toString())
                || attribute.equalsIgnoreCase(Attributes.Name.MAIN_CLASS.toString())
                || attribute.equalsIgnoreCase(Attributes.Name.CLASS_PATH.toString());
    }

    /** Encodes an element of the class path: in a manifest these are URLs, separated by spaces. */
    private static String url(String path) {
        try {
            return new URI(null, null, path, null).toASCIIString();
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(path, e);
        }
    }

    @Override
    public Optional<Path> source() {
        return Optional.empty();
    }

    @Override
    public String form() {
        return "launch-1";
    }

    @Override
    public long size() {
        return 0;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        Manifest manifest = new Manifest();
        attributes.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(attribute -> manifest.getMainAttributes().putValue(attribute.getKey(), attribute.getValue()));
        sections.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(section -> manifest.getEntries().put(section.getKey(), section.getValue()));
        try (ReproducibleJar jar = new ReproducibleJar(out)) {
            jar.directory("META-INF/");
            jar.manifest(manifest);
        }
    }
}
