package io.github.aspirejava.maven.session;

import java.util.Properties;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;

/** Tells what the user has left out of a goal: modules that this build does not select, and modules that skip it. */
public final class LeftOut {
    private final MavenSession session;
    private final String goal;

    /** For one goal. */
    public LeftOut(MavenSession session, String goal) {
        this.session = session;
        this.goal = goal;
    }

    /** Whether the goal does nothing for a module. */
    public boolean contains(MavenProject module) {
        return !session.getProjects().contains(module) || skips(module);
    }

    /**
     * Whether {@code aspire.skip}, or {@code aspire.GOAL.skip}, is set for a module: on Maven's command line, which
     * beats the POM, or among the properties of the module.
     */
    public boolean skips(MavenProject module) {
        return isSet("aspire.skip", module) || isSet("aspire.%s.skip".formatted(goal), module);
    }

    private boolean isSet(String property, MavenProject module) {
        Properties command = session.getUserProperties();
        return Boolean.parseBoolean(
                command.getProperty(property, module.getProperties().getProperty(property, "false")));
    }
}
