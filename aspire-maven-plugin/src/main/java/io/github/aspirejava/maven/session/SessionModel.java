package io.github.aspirejava.maven.session;

import io.github.aspirejava.app.AppModel;
import io.github.aspirejava.app.InvalidModelException;
import io.github.aspirejava.app.Origin;
import io.github.aspirejava.maven.pom.ModelReader;
import io.github.aspirejava.maven.pom.ParameterSources;
import io.github.aspirejava.maven.pom.ReactorModules;
import java.nio.file.Path;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.PluginParameterExpressionEvaluator;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.component.configurator.expression.ExpressionEvaluationException;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/** Reads the model of a session from the POM that Maven was started for. */
final class SessionModel {
    private final MavenSession session;
    private final MojoExecution execution;
    private final BuildModules modules;

    SessionModel(MavenSession session, MojoExecution execution, BuildModules modules) {
        this.session = session;
        this.execution = execution;
        this.modules = modules;
    }

    AppModel read() throws InvalidModelException {
        MavenProject root = modules.root();
        Path start = Path.of(session.getSystemProperties().getProperty("user.dir"));
        String key = execution.getPlugin().getKey();
        Plugin declared = root.getPlugin(key);
        Plugin plugin =
                declared == null ? root.getPluginManagement().getPluginsAsMap().get(key) : declared;
        ModelReader reader = new ModelReader(
                start,
                this::evaluate,
                session.getUserProperties(),
                new ParameterSources(
                        session.getUserProperties(),
                        System.getenv(),
                        SettingsProperties.of(session.getSettings(), root)),
                new ReactorModules(modules.versions()),
                root.getVersion());
        Path pom = root.getFile().toPath().toAbsolutePath();
        String file = pom.startsWith(start) ? start.relativize(pom).toString() : pom.toString();
        return reader.read(configuration(plugin), new Origin(file, 0));
    }

    /** The configuration of the execution, which holds the plugin's too, or the plugin's own. */
    private @Nullable Xpp3Dom configuration(@Nullable Plugin plugin) {
        if (plugin == null) {
            return null;
        }
        PluginExecution bound = plugin.getExecutionsAsMap().get(execution.getExecutionId());
        Object configuration = bound == null ? plugin.getConfiguration() : bound.getConfiguration();
        return (Xpp3Dom) configuration;
    }

    /** Evaluates what Maven evaluates when it configures a goal. */
    private String evaluate(String text) {
        try {
            Object value = new PluginParameterExpressionEvaluator(session, execution).evaluate(text);
            return value == null ? text : value.toString();
        } catch (ExpressionEvaluationException e) {
            return text;
        }
    }
}
