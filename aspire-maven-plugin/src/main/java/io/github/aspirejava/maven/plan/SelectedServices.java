package io.github.aspirejava.maven.plan;

import io.github.aspirejava.app.AppModel;
import io.github.aspirejava.app.BuiltService;
import io.github.aspirejava.app.Resource;
import io.github.aspirejava.app.Service;
import io.github.aspirejava.maven.modules.BuildModules;
import io.github.aspirejava.maven.pom.BuildProperties;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;

/** The services that a session works on: those whose modules Maven was told to build, and that were requested. */
final class SelectedServices {
    private final MavenSession session;
    private final BuildModules modules;
    private final BuildProperties properties;
    private final AppModel model;
    private final ServiceModules serviceModules;

    SelectedServices(
            MavenSession session,
            BuildModules modules,
            BuildProperties properties,
            AppModel model,
            ServiceModules serviceModules) {
        this.session = session;
        this.modules = modules;
        this.properties = properties;
        this.model = model;
        this.serviceModules = serviceModules;
    }

    /** Returns the names of the services that are pushed. */
    Set<String> pushed(ExcludedModules leftOut) {
        return model.pushedServices().stream()
                .filter(service -> model.registryOf(service).isPresent())
                .filter(this::isAsked)
                .filter(service -> whyLeftOut(service, leftOut).isEmpty())
                .map(Service::name)
                .collect(Collectors.toSet());
    }

    /** Returns why a service is excluded with a module that it belongs to; empty if it is not. */
    Optional<String> whyLeftOut(Service service, ExcludedModules modulesLeftOut) {
        Set<MavenProject> homes = serviceModules.homes(service);
        Set<MavenProject> here = built(homes);
        if (homes.isEmpty()) {
            return Optional.of("their modules are not all in this build");
        }
        if (here.isEmpty() || (here.size() < homes.size() && !isResumed())) {
            return Optional.of("this build does not build " + names(homes, module -> !here.contains(module)));
        }
        return here.stream().anyMatch(modulesLeftOut::contains)
                ? Optional.of(names(here, modulesLeftOut::contains) + " skips this goal")
                : Optional.empty();
    }

    private String names(Set<MavenProject> some, Predicate<MavenProject> chosen) {
        return some.stream().filter(chosen).map(modules::nameOf).sorted().collect(Collectors.joining(", "));
    }

    /**
     * Returns whether an earlier build has packaged the modules before the first one, which the user declares by
     * resuming.
     */
    private boolean isResumed() {
        return modules.packagedByBuild() && session.getRequest().getResumeFrom() != null;
    }

    /** Returns the modules that have to be packaged for them. */
    Set<MavenProject> modulesToPackage() {
        return model.builtServices().stream()
                .filter(this::isAsked)
                .filter(this::isPackagedWhole)
                .flatMap(service -> serviceModules.sources(service).stream())
                .collect(Collectors.toSet());
    }

    /** Returns the names of the services whose modules a step of the pipeline has to package. */
    Set<String> toPackage() {
        if (modules.packagedByBuild() || properties.flag("aspire.package.skip")) {
            return Set.of();
        }
        Set<MavenProject> packaged = modulesToPackage();
        return model.builtServices().stream()
                .filter(this::isPackagedWhole)
                .filter(service -> packaged.containsAll(serviceModules.sources(service)))
                .map(BuiltService::name)
                .collect(Collectors.toSet());
    }

    private boolean isPackagedWhole(Service service) {
        Set<MavenProject> sources = serviceModules.sources(service);
        return !serviceModules.homes(service).isEmpty()
                && !sources.isEmpty()
                && session.getProjects().containsAll(sources);
    }

    /** Returns the modules that a service is made from, as far as Maven was told to build them. */
    Set<MavenProject> sources(Resource service) {
        return built(serviceModules.sources(service));
    }

    /** Returns the module whose POM declares a service, if Maven was told to build it. */
    Optional<MavenProject> declaring(Resource service) {
        return serviceModules.declaring(service).filter(session.getProjects()::contains);
    }

    /** Returns a module that a service is made from or, if it is made from none, the one that declares it. */
    Optional<MavenProject> moduleOf(String service) {
        return model.resource(service)
                .flatMap(resource ->
                        built(serviceModules.homes(resource)).stream().findFirst());
    }

    /**
     * Returns the names of the modules that an earlier build has packaged, and that a service of this one is made from.
     */
    List<String> packagedEarlier(Service service) {
        return serviceModules.sources(service).stream()
                .filter(module -> !session.getProjects().contains(module))
                .map(modules::nameOf)
                .sorted()
                .toList();
    }

    private Set<MavenProject> built(Set<MavenProject> some) {
        return some.stream().filter(session.getProjects()::contains).collect(Collectors.toSet());
    }

    private boolean isAsked(Service service) {
        List<String> asked = properties.list("aspire.services");
        return asked.isEmpty() || asked.contains(service.name());
    }
}
