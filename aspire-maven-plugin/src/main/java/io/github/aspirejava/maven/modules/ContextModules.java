package io.github.aspirejava.maven.modules;

import io.github.aspirejava.dockerfile.ContextUse;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.project.MavenProject;

/** Determines the modules of the build whose files end up in an image that is built from a directory. */
public final class ContextModules {
    private final List<Place> places = new ArrayList<>();

    /**
     * The modules that files come from.
     *
     * @param modules the modules of this build
     * @param isComplete whether these are all; otherwise Maven was started inside of the reactor, and some modules are
     *     unknown to it
     */
    public record Sources(Set<MavenProject> modules, boolean isComplete) {
        /** The result if no files come from a module. */
        public static final Sources NONE = new Sources(Set.of(), true);

        /** Copies the set, in its order. */
        public Sources {
            modules = Collections.unmodifiableSet(new LinkedHashSet<>(modules));
        }
    }

    /**
     * A module on disk.
     *
     * @param isPom whether it has no package of its own, so that only files in its build directory can be its output
     */
    private record Place(Path base, Path build, boolean isPom, Optional<MavenProject> module) {}

    /**
     * Creates an instance for the modules of a build, including those that belong to the same sources but not to this
     * build.
     */
    public ContextModules(BuildModules modules) {
        for (MavenProject module : modules.all()) {
            places.add(new Place(
                    real(module.getBasedir().toPath()),
                    real(Path.of(module.getBuild().getDirectory())),
                    isPom(module.getPackaging()),
                    Optional.of(module)));
        }
        modules.packagingsElsewhere()
                .forEach((directory, packaging) -> places.add(new Place(
                        real(directory), real(directory.resolve("target")), isPom(packaging), Optional.empty())));
    }

    private static boolean isPom(String packaging) {
        return packaging.equals("pom");
    }

    /**
     * Returns the modules that a Dockerfile may copy from: those that contain the context or are in it, unless the
     * Dockerfile shows that it copies nothing of theirs.
     *
     * @param arguments the build arguments
     */
    public Sources ofDockerfile(Path context, Path dockerfile, Map<String, String> arguments) {
        Path directory = real(context);
        Path file = real(dockerfile);
        // A Dockerfile that the build generates may differ when it is needed.
        boolean isMade = places.stream().anyMatch(place -> file.startsWith(place.build()));
        ContextUse use = isMade ? ContextUse.any(directory) : ContextUse.of(directory, file, arguments);
        return sources(places.stream()
                .filter(place -> file.startsWith(place.build()) || takes(use, place))
                .toList());
    }

    /**
     * Returns the modules that a Dockerfile may copy from whose text is in the model.
     *
     * @param arguments the build arguments
     */
    public Sources ofText(Path context, String text, Map<String, String> arguments) {
        ContextUse use = ContextUse.ofText(real(context), text, arguments);
        return sources(places.stream().filter(place -> takes(use, place)).toList());
    }

    private boolean takes(ContextUse use, Place from) {
        if (use.ignores(from.build())) {
            return false;
        }
        List<Path> nested = places.stream()
                .map(Place::base)
                .filter(base -> base.startsWith(from.base()) && !base.equals(from.base()))
                .toList();
        return use.takesFrom(from.isPom() ? from.build() : from.base(), nested);
    }

    /** Returns the module of this directory. */
    public Sources ofDirectory(Path directory) {
        Path searched = real(directory);
        return sources(
                places.stream().filter(place -> place.base().equals(searched)).toList());
    }

    private static Sources sources(List<Place> places) {
        Set<MavenProject> modules = new LinkedHashSet<>();
        places.forEach(place -> place.module().ifPresent(modules::add));
        return new Sources(
                modules, places.stream().allMatch(place -> place.module().isPresent()));
    }

    /** Resolves symbolic links, as far as the path exists. */
    private static Path real(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        try {
            return absolute.toRealPath();
        } catch (IOException e) {
            Path parent = absolute.getParent();
            return parent == null ? absolute : real(parent).resolve(absolute.getFileName());
        }
    }
}
