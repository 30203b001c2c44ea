package io.github.aspirejava.build;

import java.util.List;

/**
 * What of a module goes where in its image, and how it is run there.
 *
 * @param layers those that hold something, the one that changes least first
 * @param arguments of the {@code java} command, after the JVM's flags
 */
record ApplicationPlan(List<PlannedLayer> layers, List<String> arguments) {
    ApplicationPlan {
        layers = layers.stream().filter(layer -> !layer.files().isEmpty()).toList();
        arguments = List.copyOf(arguments);
    }
}
