package io.github.aspirejava.maven.session;

import io.github.aspirejava.app.AppModel;
import io.github.aspirejava.app.JavaApp;
import io.github.aspirejava.app.JavaSource;
import io.github.aspirejava.app.Resource;
import io.github.aspirejava.maven.modules.BuildModules;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.maven.project.MavenProject;

/** The modules of the build and the services of the model: which belongs to which. */
final class ServiceModules {
    private final AppModel model;
    private final BuildModules modules;
    private final Path startDirectory;

    /** @param startDirectory the directory that Maven was started in: the model's positions are relative to it */
    ServiceModules(AppModel model, BuildModules modules, Path startDirectory) {
        this.model = model;
        this.modules = modules;
        this.startDirectory = startDirectory;
    }

    /** The module that a service is made from, and that has to be packaged before; not every service has one. */
    Optional<MavenProject> source(Resource service) {
        return service instanceof JavaApp app && app.source() instanceof JavaSource.Module source
                ? modules.find(source.module().name())
                : Optional.empty();
    }

    /**
     * The module that a service is built with, or left out with: the one that it is made from, or else the one whose
     * POM declares it. Nothing if that is not in this build, because Maven was started inside of the reactor.
     */
    Optional<MavenProject> home(Resource service) {
        return service instanceof JavaApp app && app.source() instanceof JavaSource.Module
                ? source(service)
                : declaring(service);
    }

    /** The home of the service of this name. */
    Optional<MavenProject> home(String service) {
        return model.resource(service).flatMap(this::home);
    }

    private Optional<MavenProject> declaring(Resource service) {
        Path pom = startDirectory.resolve(service.origin().file()).normalize();
        Optional<MavenProject> declaring = modules.all().stream()
                .filter(module -> module.getFile().toPath().normalize().equals(pom))
                .findFirst();
        // A parent of the root that is no part of this build declares for the root.
        return declaring.or(() -> Optional.of(modules.root()).filter(modules.modelRoot()::equals));
    }
}
