package io.github.aspirejava.addon;

import io.github.aspirejava.run.StepAction;
import io.github.aspirejava.run.StepException;
import io.github.aspirejava.steps.StepKind;
import java.util.Map;

/**
 * A part of the plugin that has libraries of its own and is entered only by a model that needs it. The class has a
 * public constructor without parameters; everything that depends on the session is in the {@link AddOnContext}.
 */
public interface AddOn {
    /**
     * Returns the actions for the kinds of steps that this add-on implements.
     *
     * @throws StepException if the model needs something that this add-on does not support
     */
    Map<StepKind, StepAction> actions(AddOnContext request) throws StepException;
}
