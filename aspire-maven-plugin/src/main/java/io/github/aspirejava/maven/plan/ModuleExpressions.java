package io.github.aspirejava.maven.plan;

import java.util.function.UnaryOperator;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.PluginParameterExpressionEvaluator;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.component.configurator.expression.ExpressionEvaluationException;

/** Expressions such as {@code ${project.version}}, evaluated as Maven does when it configures a goal in a module. */
final class ModuleExpressions {
    private ModuleExpressions() {}

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
