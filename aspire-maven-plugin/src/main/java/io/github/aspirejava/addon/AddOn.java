package io.github.aspirejava.addon;

import io.github.aspirejava.run.StepAction;
import io.github.aspirejava.run.StepException;
import io.github.aspirejava.steps.StepKind;
import java.util.Map;

/**
 * A part of the plugin that has libraries of its own, and is loaded only for a model that needs it. Its class has a
 * public constructor without parameters; everything that it needs from the session is in the context.
 */
public interface AddOn {
    /**
     * Returns the actions of the steps that this add-on executes.
     *
     * @throws StepException if the model requires something that this add-on does not support
     */
    Map<StepKind, StepAction> actions(AddOnContext request) throws StepException;
}
