package io.github.aspirejava.maven.pom;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The modules of the build that services can refer to, and their versions. */
public final class ReactorModules {
    private final Map<String, String> versions;
    private final Set<String> elsewhere;

    /**
     * Creates the modules of a build.
     *
     * @param versions the versions by artifactId, unless it is ambiguous, and by {@code groupId:artifactId}
     * @param elsewhere the names of modules that belong to the same sources but not to this build
     */
    public ReactorModules(Map<String, String> versions, Set<String> elsewhere) {
        this.versions = new TreeMap<>(versions);
        this.elsewhere = Set.copyOf(elsewhere);
    }

    /** Returns whether this build has all modules of its sources, and therefore all services that they declare. */
    boolean isComplete() {
        return elsewhere.isEmpty();
    }

    boolean isElsewhere(String module) {
        return elsewhere.contains(module);
    }

    boolean contains(String module) {
        return versions.containsKey(module);
    }

    Optional<String> version(String module) {
        return Optional.ofNullable(versions.get(module));
    }

    /** Returns the full names of the modules with this artifactId, sorted. */
    List<String> namesakes(String artifactId) {
        return versions.keySet().stream()
                .filter(name -> name.endsWith(':' + artifactId))
                .toList();
    }

    /** Returns the artifactIds, sorted, including those of modules that are not in this build. */
    Collection<String> names() {
        return Stream.concat(versions.keySet().stream(), elsewhere.stream())
                .filter(name -> !name.contains(":"))
                .sorted()
                .toList();
    }
}
