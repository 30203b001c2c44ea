package io.github.aspirejava.addon;

import io.github.aspirejava.run.StepAction;
import io.github.aspirejava.run.StepException;
import io.github.aspirejava.steps.StepKind;
import java.util.Map;

/**
 * A part of the plugin that has libraries of its own, and is entered only by a model that needs it. Its class has a
 * public constructor without parameters; whatever it does not know by itself it is told in the request.
 */
public interface AddOn {
    /**
     * What is done for the steps that this room is for.
     *
     * @throws StepException if the model asks for something that this room cannot do
     */
    Map<StepKind, StepAction> actions(AddOnContext request) throws StepException;
}
