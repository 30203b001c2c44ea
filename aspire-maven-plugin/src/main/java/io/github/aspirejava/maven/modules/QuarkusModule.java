package io.github.aspirejava.maven.modules;

import io.github.aspirejava.app.Origin;
import io.github.aspirejava.run.StepException;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
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

    /** The module, if it is one: by its POM alone, because it need not be packaged yet. */
    static Optional<QuarkusModule> of(MavenProject project) {
        boolean built = project.getBuildPlugins().stream()
                .filter(plugin -> plugin.getArtifactId().equals(PLUGIN))
                .anyMatch(plugin -> project.getPackaging().equals("quarkus")
                        || plugin.getExecutions().stream()
                                .map(PluginExecution::getGoals)
                                .anyMatch(goals -> goals.contains("build")));
        return built ? Optional.of(new QuarkusModule(project)) : Optional.empty();
    }

    /**
     * The directory with the application, {@code quarkus-app} mostly; nothing if the module is not packaged.
     *
     * @param origin of what names the module
     * @throws StepException if Quarkus has packaged something else
     */
    Optional<Path> directory(Origin origin) throws StepException {
        Path target = Path.of(project.getBuild().getDirectory());
        // A directory of an earlier build may still be there; this file tells what the last one has made.
        Path made = target.resolve("quarkus-artifact.properties");
        if (!Files.isRegularFile(made)) {
            return Optional.empty();
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(made, StandardCharsets.ISO_8859_1)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new StepException(
                    "%s: %s cannot be read. Run: mvn clean package aspire:push.".formatted(origin, made), e);
        }
        Path runnable = target.resolve(properties.getProperty("path", "nothing"));
        Path directory = runnable.getParent();
        if (!runnable.endsWith(RUN_JAR) || directory == null) {
            throw new StepException(
                    "%s: Quarkus has packaged module '%s' as %s, and only a directory with %s can be made into an image. Write <quarkus.package.jar.type>fast-jar</quarkus.package.jar.type> into its properties."
                            .formatted(origin, project.getArtifactId(), runnable.getFileName(), RUN_JAR));
        }
        return Files.isRegularFile(runnable) ? Optional.of(directory) : Optional.empty();
    }
}
