package io.github.aspirejava.maven.checks;

import io.github.aspirejava.app.Resource;
import io.github.aspirejava.maven.plan.SessionPlan;
import io.github.aspirejava.run.StepAction;
import io.github.aspirejava.run.StepContext;
import io.github.aspirejava.run.StepException;
import io.github.aspirejava.run.StepResult;
import java.util.List;

/** Refuses to build an image from the output of an earlier build if this build will package it anew. */
public final class PackagedFirst implements StepAction {
    private final StepAction build;
    private final SessionPlan plan;

    public PackagedFirst(StepAction build, SessionPlan plan) {
        this.build = build;
        this.plan = plan;
    }

    @Override
    public StepResult run(StepContext context) throws Exception {
        Resource service = context.step().resource(plan.model(), Resource.class);
        List<String> missing = plan.unpackaged(service);
        if (!missing.isEmpty()) {
            throw new StepException(
                    "%s: The image of %s copies from module '%s', which is not packaged when the goal is executed. Let every module inherit the plugin's execution, bound to package or a later phase; on the command line, write the goal after the phase."
                            .formatted(service.origin(), service.name(), String.join("', '", missing)));
        }
        return build.run(context);
    }
}
