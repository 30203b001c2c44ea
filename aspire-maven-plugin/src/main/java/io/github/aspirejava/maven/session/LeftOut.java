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
    private final String plugin;
    private final String goal;

    /** For the goal that is executed. */
    public LeftOut(MavenSession session, MojoExecution execution) {
        this(session, execution.getPlugin().getKey(), execution.getGoal());
    }

    /** For some goal of the plugin of that key. */
    LeftOut(MavenSession session, String plugin, String goal) {
        this.session = session;
        this.plugin = plugin;
        this.goal = goal;
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
        Optional<String> one = property("aspire.%s.skip".formatted(goal), module);
        return all.map(Boolean::parseBoolean).orElse(false)
                || one.map(Boolean::parseBoolean).orElse(false);
    }

    private Optional<String> property(String name, MavenProject module) {
        return Optional.ofNullable(session.getUserProperties().getProperty(name))
                .or(() -> Optional.ofNullable(module.getProperties().getProperty(name)));
    }

    private Optional<String> configured(MavenProject module) {
        Plugin declared = module.getPlugin(plugin);
        return declared != null && declared.getConfiguration() instanceof Xpp3Dom configuration
                ? Optional.ofNullable(configuration.getChild("skip")).map(Xpp3Dom::getValue)
                : Optional.empty();
    }
}
