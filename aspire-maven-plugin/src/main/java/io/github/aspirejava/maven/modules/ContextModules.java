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

/** Tells which modules of the build an image takes files from that is built from a directory. */
public final class ContextModules {
    private final List<Place> places = new ArrayList<>();

    /**
     * The modules that files come from.
     *
     * @param modules those of this build
     * @param isComplete whether these are all; Maven was started inside of the reactor otherwise, and has nothing of
     *     some
     */
    public record Sources(Set<MavenProject> modules, boolean isComplete) {
        /** Nothing comes from a module. */
        public static final Sources NONE = new Sources(Set.of(), true);

        /** Copies the set, in its order. */
        public Sources {
            modules = Collections.unmodifiableSet(new LinkedHashSet<>(modules));
        }
    }

    /**
     * A module on the disk.
     *
     * @param isPom whether it is packaged as nothing, so that only what is in its build directory can be of its making
     */
    private record Place(Path base, Path build, boolean isPom, Optional<MavenProject> module) {}

    /** The modules of a build, those too that belong to the same sources and not to this build. */
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
     * The modules that a Dockerfile may copy from: those that hold the context or are in it, as far as the Dockerfile
     * doesn't tell that it takes nothing of theirs.
     *
     * @param arguments of the build
     */
    public Sources ofDockerfile(Path context, Path dockerfile, Map<String, String> arguments) {
        Path directory = real(context);
        Path file = real(dockerfile);
        // One that is made by the build may be another when it is needed.
        boolean isMade = places.stream().anyMatch(place -> file.startsWith(place.build()));
        ContextUse use = isMade ? ContextUse.any(directory) : ContextUse.of(directory, file, arguments);
        return sources(places.stream()
                .filter(place -> file.startsWith(place.build()) || takes(use, place))
                .toList());
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

    /** The module whose directory this is. */
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

    /** Without symbolic links, as far as it exists. */
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
