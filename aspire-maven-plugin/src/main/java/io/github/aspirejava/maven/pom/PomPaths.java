package io.github.aspirejava.maven.pom;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Resolves the paths in a module's POM against that POM, as usual in Maven. All other paths are relative to the POM
 * that contains the model, so the paths of modules are rewritten. A path that begins with a parameter is unchanged,
 * because it may be absolute.
 *
 * @param directory the directory of the module, relative to the directory of the model
 */
record PomPaths(Path directory) {
    private static final String LAYOUT = "oci:";

    /** The elements that contain a path, by parent element. */
    private static final Map<String, Set<String>> PATHS = Map.of(
            "dockerfile", Set.of("context"),
            "viteApp", Set.of("directory"),
            "localFile", Set.of("source"),
            "buildSecret", Set.of("file"));

    /** The path elements that default to the module's directory if the module declares such a service without them. */
    private static final Map<String, String> OWN = Map.of("dockerfile", "context", "viteApp", "directory");

    /** The elements that contain an image, which may be an image layout on disk. */
    private static final Set<String> IMAGES = Set.of("baseImage", "image", "server");

    /** Returns a copy of an element and its descendants with rewritten paths. */
    PomElement rewritten(PomElement element) {
        List<PomElement> children =
                element.children().stream().map(child -> child(element, child)).toList();
        String own = OWN.get(element.name());
        return own == null ? with(element, element.value(), children) : inItsModule(element, own, children);
    }

    private PomElement child(PomElement element, PomElement child) {
        if (PATHS.getOrDefault(element.name(), Set.of()).contains(child.name())) {
            return new PomElement(
                    child.name(), resolved(child.value()), child.children(), child.attributes(), child.origin());
        }
        boolean isLayout = IMAGES.contains(child.name()) && child.value().startsWith(LAYOUT);
        return isLayout
                ? new PomElement(
                        child.name(),
                        LAYOUT + resolved(child.value().substring(LAYOUT.length())),
                        child.children(),
                        child.attributes(),
                        child.origin())
                : rewritten(child);
    }

    /**
     * Returns a front end or a Dockerfile of a module with the module's directory as its path, unless it declares one.
     */
    private PomElement inItsModule(PomElement service, String path, List<PomElement> children) {
        if (children.stream().anyMatch(child -> child.name().equals(path))) {
            return with(service, service.value(), children);
        }
        List<PomElement> completed = new ArrayList<>(children);
        if (!service.value().isEmpty()) {
            completed.add(leaf("name", service.value(), service));
        }
        completed.add(leaf(path, directory.toString(), service));
        return with(service, "", completed);
    }

    private static PomElement leaf(String name, String value, PomElement in) {
        return new PomElement(name, value, List.of(), Map.of(), in.origin());
    }

    private static PomElement with(PomElement element, String value, List<PomElement> children) {
        return new PomElement(element.name(), value, children, element.attributes(), element.origin(), element.late());
    }

    private String resolved(String path) {
        return path.isEmpty() || path.startsWith("{") || Path.of(path).isAbsolute()
                ? path
                : directory.resolve(path).normalize().toString();
    }
}
