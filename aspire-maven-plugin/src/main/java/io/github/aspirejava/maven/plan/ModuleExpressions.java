package io.github.aspirejava.maven.plan;

import io.github.aspirejava.maven.pom.Expressions;
import java.util.function.UnaryOperator;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.PluginParameterExpressionEvaluator;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.component.configurator.expression.ExpressionEvaluationException;

/** Expressions such as {@code ${project.version}}, evaluated as Maven does when it configures a goal in a module. */
final class ModuleExpressions {
    private ModuleExpressions() {}

    /** Returns the expressions of a module's configuration, as far as they have values now. */
    static Expressions in(MavenProject module, MavenSession session, MojoExecution execution) {
        boolean onCommandLine = execution.getSource() == MojoExecution.Source.CLI;
        boolean building =
                session.getGoals().isEmpty() || session.getGoals().stream().anyMatch(ModuleExpressions::isPhase);
        boolean here = !onCommandLine && module.equals(session.getCurrentProject());
        boolean awaited = building
                && !here
                && session.getProjects().contains(module)
                && session.getResult().getBuildSummary(module) == null;
        return new Expressions(
                of(session, execution, module),
                awaited,
                onCommandLine && !building ? "mvn initialize aspire:" + execution.getGoal() : "");
    }

    /** Returns whether a part of Maven's command line is a phase in which other plugins set properties. */
    private static boolean isPhase(String goal) {
        return goal.indexOf(':') < 0 && !goal.endsWith("clean");
    }

    /** Returns an evaluator of texts, which leaves unchanged what has no value. */
    static UnaryOperator<String> of(MavenSession session, MojoExecution execution, MavenProject module) {
        MavenSession inModule = session.clone();
        inModule.setCurrentProject(module);
        PluginParameterExpressionEvaluator evaluator = new PluginParameterExpressionEvaluator(inModule, execution);
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
