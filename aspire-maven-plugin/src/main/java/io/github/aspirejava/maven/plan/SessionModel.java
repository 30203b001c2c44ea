package io.github.aspirejava.maven.plan;

import io.github.aspirejava.app.AppModel;
import io.github.aspirejava.app.InvalidModelException;
import io.github.aspirejava.app.Problem;
import io.github.aspirejava.maven.modules.BuildModules;
import io.github.aspirejava.maven.modules.PackagingRules;
import io.github.aspirejava.maven.pom.BuildProperties;
import io.github.aspirejava.maven.pom.ModelReader;
import io.github.aspirejava.maven.pom.ModuleConfiguration;
import io.github.aspirejava.maven.pom.ParameterSources;
import io.github.aspirejava.maven.pom.ReactorModules;
import io.github.aspirejava.maven.pom.UnreadConfiguration;
import io.github.aspirejava.maven.settings.SettingsProperties;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;

/** Reads the model of a session from the POM that holds it, and the services of the modules from theirs. */
final class SessionModel {
    private final MavenSession session;
    private final MojoExecution execution;
    private final BuildModules modules;
    private final BuildProperties properties;

    SessionModel(MavenSession session, MojoExecution execution, BuildModules modules, BuildProperties properties) {
        this.session = session;
        this.execution = execution;
        this.modules = modules;
        this.properties = properties;
    }

    /**
     * Reads the model.
     *
     * @param warnings receives settings without effect
     */
    AppModel read(Consumer<Problem> warnings) throws InvalidModelException {
        MavenProject root = modules.modelRoot();
        Path start = Path.of(session.getSystemProperties().getProperty("user.dir"));
        ModelReader reader = new ModelReader(
                start,
                ModuleExpressions.in(root, session, execution),
                properties,
                new ParameterSources(
                        session.getUserProperties(),
                        System.getenv(),
                        SettingsProperties.of(session.getSettings(), root)),
                new ReactorModules(modules.versions(), modules.elsewhere()),
                root.getBasedir().toPath(),
                root.getVersion());
        AppModel model = reader.read(
                ModelConfigurations.in(root, execution).find(execution.getExecutionId()),
                root.getFile().toPath(),
                ofModules(root),
                unread(root),
                warnings);
        List<Problem> problems = PackagingRules.check(model, modules);
        if (!problems.isEmpty()) {
            throw new InvalidModelException(problems);
        }
        return model;
    }

    /**
     * Returns the configurations of executions that a goal on the command line does not read. In a lifecycle each
     * execution reads its own.
     */
    private List<UnreadConfiguration> unread(MavenProject root) {
        if (execution.getSource() != MojoExecution.Source.CLI) {
            return List.of();
        }
        String read = "that of the plugin, because the goal is on the command line";
        return OwnConfigurations.ofExecutions(root, execution.getPlugin()).entrySet().stream()
                .filter(configured -> !configured.getKey().equals(execution.getExecutionId()))
                .map(configured -> new UnreadConfiguration(configured.getValue(), configured.getKey(), read))
                .toList();
    }

    /** Returns the configurations in the modules' own POMs. */
    private List<ModuleConfiguration> ofModules(MavenProject root) {
        List<ModuleConfiguration> configurations = new ArrayList<>();
        for (MavenProject module : modules.all()) {
            if (!module.equals(root)) {
                String name = module.getPackaging().equals("pom") ? "" : modules.nameOf(module);
                OwnConfigurations.of(module, execution.getPlugin())
                        .forEach(configuration -> configurations.add(new ModuleConfiguration(
                                configuration,
                                module.getFile().toPath(),
                                name,
                                module.getVersion(),
                                ModuleExpressions.in(module, session, execution))));
            }
        }
        return configurations;
    }
}
