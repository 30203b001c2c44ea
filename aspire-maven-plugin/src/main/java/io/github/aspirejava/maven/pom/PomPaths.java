package io.github.aspirejava.maven.pom;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Lets the paths in a module's POM start from that POM, as paths in a POM do: all others start from the POM that holds
 * the model, and so they are rewritten. A path that begins with a parameter is left, because that may be absolute.
 *
 * @param directory of the module, relative to the directory of the model
 */
record PomPaths(Path directory) {
    private static final String LAYOUT = "oci:";

    /** The elements that hold a path, by those that they are in. */
    private static final Map<String, Set<String>> PATHS = Map.of(
            "dockerfile", Set.of("context"),
            "viteApp", Set.of("directory"),
            "buildSecret", Set.of("file"));

    /** The paths that are a module's own directory if it declares such a service without one. */
    private static final Map<String, String> OWN = Map.of("dockerfile", "context", "viteApp", "directory");

    /** The elements that hold an image, which may be one on disk. */
    private static final Set<String> IMAGES = Set.of("baseImage", "image", "server");

    /** An element and all below it, with other paths. */
    PomElement rewritten(PomElement element) {
        List<PomElement> children =
                element.children().stream().map(child -> child(element, child)).toList();
        String own = OWN.get(element.name());
        return own == null ? with(element, element.value(), children) : inItsModule(element, own, children);
    }

    private PomElement child(PomElement element, PomElement child) {
        if (PATHS.getOrDefault(element.name(), Set.of()).contains(child.name())) {
            return with(child, resolved(child.value()), child.children());
        }
        boolean isLayout = IMAGES.contains(child.name()) && child.value().startsWith(LAYOUT);
        return isLayout
                ? with(child, LAYOUT + resolved(child.value().substring(LAYOUT.length())), child.children())
                : rewritten(child);
    }

    /** A front end or a Dockerfile that a module declares is in the module, unless it says otherwise. */
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
        return new PomElement(element.name(), value, children, element.attributes(), element.origin());
    }

    private String resolved(String path) {
        return path.isEmpty() || path.startsWith("{") || Path.of(path).isAbsolute()
                ? path
                : directory.resolve(path).normalize().toString();
    }
}
