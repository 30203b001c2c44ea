package io.github.aspirejava.engine;

import io.github.aspirejava.engine.api.ContainerEngine;
import io.github.aspirejava.engine.discovery.EngineSearch;
import io.github.aspirejava.run.StepAction;
import io.github.aspirejava.run.StepContext;
import io.github.aspirejava.run.StepException;

/** Finds the engine that all other actions of this add-on use. */
final class CheckContainerRuntimeAction implements StepAction {
    private final EngineSearch search;

    CheckContainerRuntimeAction(EngineSearch search) {
        this.search = search;
    }

    @Override
    public ContainerEngine run(StepContext context) throws StepException, InterruptedException {
        ContainerEngine engine = search.find();
        context.progress(engine.toString());
        return engine;
    }
}
