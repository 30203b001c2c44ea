package io.github.aspirejava.maven.session;

import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/** Tells what the user has left out of a goal: modules that this build does not select, and modules that skip it. */
public final class LeftOut {
    private final MavenSession session;
    private final MojoExecution execution;

    /** For one goal. */
    public LeftOut(MavenSession session, MojoExecution execution) {
        this.session = session;
        this.execution = execution;
    }

    /** Whether the goal does nothing for a module. */
    public boolean contains(MavenProject module) {
        return !session.getProjects().contains(module) || skips(module);
    }

    /**
     * Whether a module skips the goal: by {@code aspire.skip} or {@code aspire.GOAL.skip} on Maven's command line,
     * which beats the POM, by the same among the properties of the module, or by {@code <skip>} in the plugin's
     * configuration there.
     */
    public boolean skips(MavenProject module) {
        Optional<String> all = property("aspire.skip", module).or(() -> configured(module));
        Optional<String> goal = property("aspire.%s.skip".formatted(execution.getGoal()), module);
        return all.map(Boolean::parseBoolean).orElse(false)
                || goal.map(Boolean::parseBoolean).orElse(false);
    }

    private Optional<String> property(String name, MavenProject module) {
        return Optional.ofNullable(session.getUserProperties().getProperty(name))
                .or(() -> Optional.ofNullable(module.getProperties().getProperty(name)));
    }

    private Optional<String> configured(MavenProject module) {
        Plugin plugin = module.getPlugin(execution.getPlugin().getKey());
        return plugin != null && plugin.getConfiguration() instanceof Xpp3Dom configuration
                ? Optional.ofNullable(configuration.getChild("skip")).map(Xpp3Dom::getValue)
                : Optional.empty();
    }
}
