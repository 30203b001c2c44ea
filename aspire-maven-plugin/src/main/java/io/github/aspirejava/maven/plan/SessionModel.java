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
import java.util.function.UnaryOperator;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.model.PluginManagement;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.PluginParameterExpressionEvaluator;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.component.configurator.expression.ExpressionEvaluationException;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

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
                evaluator(root),
                properties,
                new ParameterSources(
                        session.getUserProperties(),
                        System.getenv(),
                        SettingsProperties.of(session.getSettings(), root)),
                new ReactorModules(modules.versions(), modules.elsewhere()),
                root.getBasedir().toPath(),
                root.getVersion());
        Plugin plugin = plugin(root);
        AppModel model = reader.read(
                configuration(plugin), root.getFile().toPath(), ofModules(root), unread(root, plugin), warnings);
        List<Problem> problems = PackagingRules.check(model, modules);
        if (!problems.isEmpty()) {
            throw new InvalidModelException(problems);
        }
        return model;
    }

    /** Returns the configurations of executions other than the one that is read. */
    private List<UnreadConfiguration> unread(MavenProject root, @Nullable Plugin plugin) {
        String read = plugin == null || !plugin.getExecutionsAsMap().containsKey(execution.getExecutionId())
                ? "that of the plugin, because the goal is on the command line"
                : "that of '%s'".formatted(execution.getExecutionId());
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
                                evaluator(module))));
            }
        }
        return configurations;
    }

    /**
     * Returns the plugin in the project, or in its plugin management: that, too, configures a goal on the command line.
     */
    private @Nullable Plugin plugin(MavenProject project) {
        String key = execution.getPlugin().getKey();
        Plugin declared = project.getPlugin(key);
        PluginManagement managed = project.getPluginManagement();
        return declared == null && managed != null ? managed.getPluginsAsMap().get(key) : declared;
    }

    /** Returns the configuration of the execution, which includes the plugin's, or the plugin's own. */
    private @Nullable Xpp3Dom configuration(@Nullable Plugin plugin) {
        if (plugin == null) {
            return null;
        }
        PluginExecution bound = plugin.getExecutionsAsMap().get(execution.getExecutionId());
        Object configuration = bound == null ? plugin.getConfiguration() : bound.getConfiguration();
        return (Xpp3Dom) configuration;
    }

    /** Returns an evaluator of the expressions that Maven evaluates when it configures a goal in that project. */
    private UnaryOperator<String> evaluator(MavenProject project) {
        MavenSession inProject = session.clone();
        inProject.setCurrentProject(project);
        PluginParameterExpressionEvaluator evaluator = new PluginParameterExpressionEvaluator(inProject, execution);
        return text -> {
            try {
                Object value = evaluator.evaluate(text);
                return value == null ? text : value.toString();
            } catch (ExpressionEvaluationException e) {
                return text;
            }
        };
    }
}
