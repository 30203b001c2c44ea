package io.github.aspirejava.engine.compose;

import io.github.aspirejava.addon.Deployments;
import io.github.aspirejava.app.AppModel;
import io.github.aspirejava.app.DockerCompose;
import io.github.aspirejava.app.Parameter;
import io.github.aspirejava.app.Secret;
import io.github.aspirejava.app.Service;
import io.github.aspirejava.app.Text;
import io.github.aspirejava.app.TextPart;
import io.github.aspirejava.deploy.Deployment;
import io.github.aspirejava.oci.Reason;
import io.github.aspirejava.run.StepAction;
import io.github.aspirejava.run.StepContext;
import io.github.aspirejava.run.StepException;
import io.github.aspirejava.run.StepResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Writes the files of a project that Docker's own {@code compose} reads. What a user has written into {@code .env}
 * stays.
 */
public final class PublishComposeAction implements StepAction {
    private static final String PROJECT = "COMPOSE_PROJECT_NAME";

    private final AppModel model;
    private final Deployments deployments;
    private final String application;
    private final Path baseDirectory;
    private final Path outputDirectory;

    /** Creates the action for the environments of an application. */
    public PublishComposeAction(
            AppModel model, Deployments deployments, String application, Path baseDirectory, Path outputDirectory) {
        this.model = model;
        this.deployments = deployments;
        this.application = application;
        this.baseDirectory = baseDirectory;
        this.outputDirectory = outputDirectory;
    }

    @Override
    public StepResult run(StepContext context) throws StepException {
        DockerCompose environment = context.step().resource(model, DockerCompose.class);
        Project project = Project.of(environment, application);
        List<Deployment> services = new ArrayList<>();
        for (Service service : model.deployedTo(environment)) {
            services.add(deployments.of(service));
        }
        Path directory = environment
                .directory()
                .map(Text::require)
                .map(baseDirectory::resolve)
                .orElse(outputDirectory.resolve(environment.name()));
        try {
            Files.createDirectories(directory);
            Path file = directory.resolve("docker-compose.yaml");
            Files.writeString(file, new ComposeFile(model, project, baseDirectory).write(services));
            writeVariables(directory.resolve(".env"), project);
            context.progress("%s and .env".formatted(file));
            return StepResult.NONE;
        } catch (IOException e) {
            throw new StepException(
                    "%s: The Compose file of %s cannot be written: %s. Make %s writable."
                            .formatted(environment.origin(), environment.name(), Reason.of(e), directory),
                    e);
        }
    }

    private void writeVariables(Path file, Project project) throws IOException {
        StringBuilder text = new StringBuilder(Files.exists(file) ? Files.readString(file) : "");
        if (text.length() > 0 && text.charAt(text.length() - 1) != '\n') {
            text.append('\n');
        }
        add(text, "The project that aspire:deploy runs", PROJECT, project.name());
        OpenVariables.of(model, project.environment()).forEach((name, value) -> {
            Parameter parameter = value.parameter();
            String content = parameter.secret() ? "" : content(value);
            String meaning = parameter.description().isEmpty()
                    ? "The parameter %s".formatted(parameter.name())
                    : parameter.description();
            add(text, parameter.secret() ? meaning + " (a secret)" : meaning, name, content);
        });
        Files.writeString(file, text);
    }

    private static String content(TextPart.ParameterValue value) {
        return OpenVariables.content(value, Map.<String, Secret>of()).orElse("");
    }

    private static void add(StringBuilder text, String meaning, String name, String content) {
        if (!Pattern.compile("(?m)^%s=".formatted(name)).matcher(text).find()) {
            text.append("# ").append(meaning.replaceAll("\\s+", " ")).append('\n');
            String line = content.isEmpty() ? name + "=\n" : EnvironmentFile.write(Map.of(name, content));
            text.append(line);
        }
    }
}
