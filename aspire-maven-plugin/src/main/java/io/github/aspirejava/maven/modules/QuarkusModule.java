package io.github.aspirejava.maven.modules;

import io.github.aspirejava.app.Origin;
import io.github.aspirejava.builder.module.ModuleOutput;
import io.github.aspirejava.run.StepException;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.project.MavenProject;

/** A module that Quarkus packages. */
final class QuarkusModule {
    private static final String PLUGIN = "quarkus-maven-plugin";
    private static final String RUN_JAR = "quarkus-run.jar";

    private final MavenProject project;

    private QuarkusModule(MavenProject project) {
        this.project = project;
    }

    /** Returns the module if Quarkus packages it: by its POM alone, because it need not be packaged yet. */
    static Optional<QuarkusModule> of(MavenProject project) {
        boolean built = project.getBuildPlugins().stream()
                .filter(plugin -> plugin.getArtifactId().equals(PLUGIN))
                .anyMatch(plugin -> project.getPackaging().equals("quarkus")
                        || plugin.getExecutions().stream()
                                .map(PluginExecution::getGoals)
                                .anyMatch(goals -> goals.contains("build")));
        return built ? Optional.of(new QuarkusModule(project)) : Optional.empty();
    }

    /** Returns whether the properties of the module make Quarkus package a directory, as it does by default. */
    boolean isFastJar() {
        Properties properties = project.getProperties();
        String type = properties.getProperty(
                "quarkus.package.jar.type", properties.getProperty("quarkus.package.type", "fast-jar"));
        boolean isNative = Boolean.parseBoolean(properties.getProperty("quarkus.native.enabled"));
        return !isNative && (type.equals("fast-jar") || type.equals("jar") || type.equals("mutable-jar"));
    }

    /**
     * Returns the application, as {@code quarkus-artifact.properties} names it; empty if the module is not packaged.
     *
     * @param origin the place that names the module
     */
    Optional<ModuleOutput> output(Origin origin) throws StepException {
        Path target = ModuleArtifacts.buildDirectory(project);
        // A directory of an earlier build may still exist; this file names the output of the last one.
        Path made = target.resolve("quarkus-artifact.properties");
        if (!Files.isRegularFile(made)) {
            return Optional.empty();
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(made, StandardCharsets.ISO_8859_1)) {
            properties.load(reader);
            Path artifact = target.resolve(properties.getProperty("path", "nothing"));
            return Files.isRegularFile(artifact) ? Optional.of(output(artifact)) : Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            throw new StepException(
                    "%s: %s cannot be read. Run: mvn clean package aspire:push.".formatted(origin, made), e);
        }
    }

    private static ModuleOutput output(Path artifact) throws IOException {
        if (artifact.endsWith(RUN_JAR)) {
            return new ModuleOutput.QuarkusApp(Objects.requireNonNull(artifact.getParent()));
        }
        if (!artifact.toString().endsWith(".jar")) {
            return new ModuleOutput.NativeExecutable(artifact);
        }
        try (JarFile jar = new JarFile(artifact.toFile())) {
            Manifest manifest = jar.getManifest();
            boolean listsLibraries =
                    manifest != null && manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH) != null;
            return listsLibraries ? new ModuleOutput.QuarkusLegacyJar(artifact) : new ModuleOutput.Jar(artifact);
        }
    }
}
