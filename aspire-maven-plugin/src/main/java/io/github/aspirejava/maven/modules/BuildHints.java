package io.github.aspirejava.maven.modules;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/** Facts about an application that the module's POM states in the configuration of other plugins. */
final class BuildHints {
    private static final String EXEC_PLUGIN = "exec-maven-plugin";

    private static final List<String> MAIN_CLASS_PROPERTIES = List.of("exec.mainClass", "start-class");

    private static final Set<String> MAIN_CLASS_PLUGINS =
            Set.of("spring-boot-maven-plugin", EXEC_PLUGIN, "micronaut-maven-plugin");

    private final MavenProject project;

    BuildHints(MavenProject project) {
        this.project = project;
    }

    /** Returns the main class that plugins or properties name. */
    Optional<String> mainClass() {
        return MAIN_CLASS_PROPERTIES.stream()
                .map(name -> project.getProperties().getProperty(name))
                .flatMap(Stream::ofNullable)
                .map(String::strip)
                .filter(BuildHints::isComplete)
                .findFirst()
                .or(this::mainClassOfPlugins);
    }

    private Optional<String> mainClassOfPlugins() {
        return project.getBuildPlugins().stream()
                .filter(plugin -> MAIN_CLASS_PLUGINS.contains(plugin.getArtifactId()))
                .flatMap(BuildHints::configurations)
                .map(configuration -> configuration.getChild("mainClass"))
                .flatMap(Stream::ofNullable)
                .map(Xpp3Dom::getValue)
                .flatMap(Stream::ofNullable)
                .map(String::strip)
                .filter(BuildHints::isComplete)
                .findFirst();
    }

    private static boolean isComplete(String text) {
        return !text.isEmpty() && !text.contains("${");
    }

    /**
     * Returns whether an execution of the exec plugin runs the application: one that is bound to a phase runs a tool of
     * the build, such as a generator.
     */
    private static boolean isOfApplication(Plugin plugin, PluginExecution execution) {
        return !plugin.getArtifactId().equals(EXEC_PLUGIN) || execution.getPhase() == null;
    }

    private static Stream<Xpp3Dom> configurations(Plugin plugin) {
        return Stream.concat(
                        Stream.ofNullable(plugin.getConfiguration()),
                        plugin.getExecutions().stream()
                                .filter(execution -> isOfApplication(plugin, execution))
                                .map(PluginExecution::getConfiguration)
                                .flatMap(Stream::ofNullable))
                .map(Xpp3Dom.class::cast);
    }

    /** Returns the version of the servlet API that the module is compiled against, if it declares it. */
    Optional<String> servletApi() {
        return project.getDependencies().stream()
                .map(BuildHints::servletApi)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /**
     * Returns the version of the servlet API in a dependency: Jakarta EE and Java EE have all APIs in one artifact,
     * whose version is not the servlet API's.
     */
    private static Optional<String> servletApi(Dependency dependency) {
        String version = dependency.getVersion();
        return switch (dependency.getArtifactId()) {
            case "jakarta.servlet-api", "javax.servlet-api", "servlet-api", "tomcat-servlet-api" ->
                Optional.of(version);
            case "javaee-api", "javaee-web-api" -> Optional.of("4.0");
            case "jakarta.jakartaee-api", "jakarta.jakartaee-web-api" -> Optional.of(ofPlatform(version));
            default -> Optional.empty();
        };
    }

    private static String ofPlatform(String version) {
        if (version.startsWith("8")) {
            return "4.0";
        }
        if (version.startsWith("9")) {
            return "5.0";
        }
        return version.startsWith("10") ? "6.0" : "6.1";
    }
}
