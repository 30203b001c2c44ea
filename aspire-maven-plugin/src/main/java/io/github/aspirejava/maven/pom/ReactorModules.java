package io.github.aspirejava.maven.pom;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The modules of the build that services can name, and their versions. */
public final class ReactorModules {
    private final Map<String, String> versions;

    /**
     * The modules of a build.
     *
     * @param versions by artifactId, unless several modules have it, and by {@code groupId:artifactId}
     */
    public ReactorModules(Map<String, String> versions) {
        this.versions = new TreeMap<>(versions);
    }

    boolean contains(String module) {
        return versions.containsKey(module);
    }

    Optional<String> version(String module) {
        return Optional.ofNullable(versions.get(module));
    }

    /** The full names of the modules with this artifactId, sorted. */
    List<String> namesakes(String artifactId) {
        return versions.keySet().stream()
                .filter(name -> name.endsWith(':' + artifactId))
                .toList();
    }

    /** The artifactIds, sorted. */
    Collection<String> names() {
        return versions.keySet().stream().filter(name -> !name.contains(":")).toList();
    }
}
