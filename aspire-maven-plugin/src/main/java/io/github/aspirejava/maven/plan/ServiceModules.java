package io.github.aspirejava.maven.plan;

import io.github.aspirejava.app.AppModel;
import io.github.aspirejava.app.Dockerfile;
import io.github.aspirejava.app.JavaApp;
import io.github.aspirejava.app.JavaSource;
import io.github.aspirejava.app.Reference;
import io.github.aspirejava.app.Resource;
import io.github.aspirejava.app.Service;
import io.github.aspirejava.app.Text;
import io.github.aspirejava.app.ViteApp;
import io.github.aspirejava.maven.modules.BuildModules;
import io.github.aspirejava.maven.modules.ContextModules;
import io.github.aspirejava.maven.modules.ContextModules.Sources;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.project.MavenProject;

/** Maps the services of the model to the modules of the build. */
final class ServiceModules {
    private final BuildModules modules;
    private final Path startDirectory;
    private final ContextModules directories;
    private final Map<String, Sources> sources = new HashMap<>();

    /**
     * Creates the mapping.
     *
     * @param startDirectory the directory that Maven was started in: the model's positions are relative to it
     */
    ServiceModules(AppModel model, BuildModules modules, Path startDirectory) {
        this.modules = modules;
        this.startDirectory = startDirectory;
        this.directories = new ContextModules(modules);
        model.services().forEach(service -> sources.put(service.name(), find(service)));
    }

    /**
     * Returns the modules that a service is made from, and that have to be packaged before; not every service has one.
     */
    Set<MavenProject> sources(Resource service) {
        return of(service).modules();
    }

    /**
     * Returns the modules that a service is built or excluded with: those that it is made from, or else the one whose
     * POM declares it. Empty if some of that is not in this build, because Maven was started inside of the reactor.
     */
    Set<MavenProject> homes(Resource service) {
        if (!of(service).isComplete()) {
            return Set.of();
        }
        return sources(service).isEmpty() ? declaring(service).map(Set::of).orElse(Set.of()) : sources(service);
    }

    /** Returns the names of the modules that services are made from, by those of the services. */
    Map<String, List<String>> names() {
        Map<String, List<String>> names = new HashMap<>();
        sources.forEach((service, found) -> names.put(
                service, found.modules().stream().map(modules::nameOf).sorted().toList()));
        return names;
    }

    private Sources of(Resource service) {
        return sources.getOrDefault(service.name(), Sources.NONE);
    }

    private Sources find(Service service) {
        if (service instanceof JavaApp app && app.source() instanceof JavaSource.Module source) {
            return named(List.of(source.module()));
        }
        if (service instanceof Dockerfile dockerfile) {
            return dockerfile.modules().isEmpty() ? copied(dockerfile) : named(dockerfile.modules());
        }
        return service instanceof ViteApp app
                ? app.directory()
                        .value()
                        .map(directory -> directories.ofDirectory(resolved(directory)))
                        .orElse(Sources.NONE)
                : Sources.NONE;
    }

    private Sources named(List<Reference> references) {
        Set<MavenProject> found = new LinkedHashSet<>();
        references.forEach(reference -> modules.find(reference.name()).ifPresent(found::add));
        return new Sources(
                found,
                references.stream()
                        .allMatch(reference -> modules.find(reference.name()).isPresent()));
    }

    /**
     * Returns the modules that a Dockerfile copies from: a module that declares a Dockerfile and packages something may
     * well have made something for it.
     */
    private Sources copied(Dockerfile dockerfile) {
        Optional<String> context = dockerfile.context().value();
        Optional<String> file = dockerfile.file().value();
        if (context.isEmpty() || file.isEmpty()) {
            return Sources.NONE;
        }
        Map<String, String> arguments = new HashMap<>();
        dockerfile.buildArguments().forEach((name, text) -> argument(name, text, arguments));
        Path directory = resolved(context.get());
        Sources copied = dockerfile
                .content()
                .map(text -> directories.ofText(directory, text, arguments))
                .orElseGet(() -> directories.ofDockerfile(directory, directory.resolve(file.get()), arguments));
        Set<MavenProject> all = new LinkedHashSet<>(copied.modules());
        declaring(dockerfile)
                .filter(module -> !module.equals(modules.modelRoot())
                        && !module.getPackaging().equals("pom"))
                .ifPresent(all::add);
        return new Sources(all, copied.isComplete());
    }

    /**
     * Adds a build argument. One without a value yet may get any value: it stays the variable that it is in the
     * Dockerfile.
     */
    private static void argument(String name, Text text, Map<String, String> arguments) {
        arguments.put(name, text.value().orElse("${%s}".formatted(name)));
    }

    private Path resolved(String path) {
        return modules.modelRoot().getBasedir().toPath().resolve(path);
    }

    /** Returns the module whose POM declares a service. */
    Optional<MavenProject> declaring(Resource service) {
        Path pom = startDirectory.resolve(service.origin().file()).normalize();
        Optional<MavenProject> declaring = modules.all().stream()
                .filter(module -> module.getFile().toPath().normalize().equals(pom))
                .findFirst();
        // A parent of the root that is not part of this build declares for the root.
        return declaring.or(() -> Optional.of(modules.root()).filter(modules.modelRoot()::equals));
    }
}
