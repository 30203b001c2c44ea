package io.github.aspirejava.maven.plan;

import io.github.aspirejava.app.AppModel;
import io.github.aspirejava.app.JavaApp;
import io.github.aspirejava.app.Origin;
import io.github.aspirejava.app.Problem;
import io.github.aspirejava.maven.modules.BuildModules;
import io.github.aspirejava.maven.pom.PomFiles;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.maven.model.ConfigurationContainer;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.Plugin;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/**
 * Dependencies of scope system that services have been compiled with. Maven puts them on no runtime class path, so that
 * they are in no image, unless Spring Boot or Quarkus is configured to package them.
 */
final class SystemJars {
    private static final Set<String> RUNTIME = Set.of("compile", "runtime");

    private final AppModel model;
    private final BuildModules modules;
    private final ServiceModules services;
    private final PomFiles files;

    SystemJars(AppModel model, BuildModules modules, ServiceModules services, PomFiles files) {
        this.model = model;
        this.modules = modules;
        this.services = services;
        this.files = files;
    }

    /** Returns one problem for each dependency in a POM, however many services would run with it. */
    List<Problem> leftOut() {
        Map<Origin, Dependency> declared = new LinkedHashMap<>();
        Map<Origin, Set<String>> without = new LinkedHashMap<>();
        for (JavaApp app : model.services().stream()
                .filter(JavaApp.class::isInstance)
                .map(JavaApp.class::cast)
                .toList()) {
            Optional<MavenProject> module = services.sources(app).stream().findFirst();
            if (module.isPresent() && !packagesThem(module.get())) {
                for (MavenProject part : partsOf(module.get())) {
                    for (Dependency dependency : systemScoped(part, part.equals(module.get()))) {
                        Origin origin = files.origin(
                                dependency.getLocation(""),
                                files.origin(part.getFile().toPath()));
                        declared.putIfAbsent(origin, dependency);
                        without.computeIfAbsent(origin, o -> new LinkedHashSet<>())
                                .add('\'' + app.name() + '\'');
                    }
                }
            }
        }
        return declared.entrySet().stream()
                .map(entry -> problem(entry.getKey(), entry.getValue(), without.getOrDefault(entry.getKey(), Set.of())))
                .toList();
    }

    private static Problem problem(Origin origin, Dependency dependency, Set<String> apps) {
        return new Problem(
                origin,
                "%s:%s:%s (%s) is not in the image of %s, because dependencies of scope system are not on the runtime class path"
                        .formatted(
                                dependency.getGroupId(),
                                dependency.getArtifactId(),
                                dependency.getVersion(),
                                dependency.getSystemPath(),
                                String.join(", ", apps)),
                "Deploy the jar to a repository, and remove <scope> and <systemPath>");
    }

    /** Returns the module, and the modules on its class path. */
    private List<MavenProject> partsOf(MavenProject module) {
        List<MavenProject> parts = new ArrayList<>(List.of(module));
        for (int next = 0; next < parts.size(); next++) {
            MavenProject part = parts.get(next);
            part.getDependencies().stream()
                    .filter(dependency -> RUNTIME.contains(dependency.getScope()))
                    .filter(dependency -> part.equals(module) || !dependency.isOptional())
                    .flatMap(dependency -> module(dependency).stream())
                    .filter(dependency -> !parts.contains(dependency))
                    .toList()
                    .forEach(parts::add);
        }
        return parts;
    }

    private Optional<MavenProject> module(Dependency dependency) {
        return modules.find(dependency.getGroupId() + ':' + dependency.getArtifactId())
                .filter(module -> module.getVersion().equals(dependency.getVersion()));
    }

    private static List<Dependency> systemScoped(MavenProject part, boolean direct) {
        return part.getDependencies().stream()
                .filter(dependency -> "system".equals(dependency.getScope()))
                .filter(dependency -> direct || !dependency.isOptional())
                .toList();
    }

    /**
     * Returns whether the module's packaging includes them, so that the image has them with everything else of the
     * module.
     */
    private static boolean packagesThem(MavenProject module) {
        Plugin boot = module.getPlugin("org.springframework.boot:spring-boot-maven-plugin");
        return module.getBuildPlugins().stream()
                        .anyMatch(plugin -> plugin.getArtifactId().equals("quarkus-maven-plugin"))
                || (boot != null
                        && Stream.concat(Stream.of(boot), boot.getExecutions().stream())
                                .anyMatch(SystemJars::includesThem));
    }

    private static boolean includesThem(ConfigurationContainer container) {
        return container.getConfiguration() instanceof Xpp3Dom configuration
                && configuration.getChild("includeSystemScope") != null
                && Boolean.parseBoolean(
                        configuration.getChild("includeSystemScope").getValue());
    }
}
