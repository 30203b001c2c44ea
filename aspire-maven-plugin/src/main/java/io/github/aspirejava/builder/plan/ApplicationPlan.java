package io.github.aspirejava.builder.plan;

import io.github.aspirejava.builder.layer.PlannedLayer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The files of an application in its image, and its run configuration.
 *
 * @param libraries layers of files that other applications may have, too
 * @param own layers of the application's own files, which a server may serve, above those
 * @param command the entry point; empty for that of the base image
 * @param environment variables that the application needs
 */
public record ApplicationPlan(
        List<PlannedLayer> libraries,
        List<PlannedLayer> own,
        Optional<Command> command,
        Map<String, String> environment) {
    public ApplicationPlan {
        libraries = filled(libraries);
        own = filled(own);
        environment = Map.copyOf(environment);
    }

    /**
     * An entry point.
     *
     * @param executable the program
     * @param arguments its arguments, after the flags of the virtual machine
     */
    public record Command(String executable, List<String> arguments) {
        public Command {
            arguments = List.copyOf(arguments);
        }

        /** Returns the words of the entry point. */
        public List<String> words(List<String> jvmFlags) {
            List<String> words = new ArrayList<>();
            words.add(executable);
            words.addAll(jvmFlags);
            words.addAll(arguments);
            return words;
        }
    }

    private static List<PlannedLayer> filled(List<PlannedLayer> layers) {
        return layers.stream().filter(layer -> !layer.files().isEmpty()).toList();
    }

    /** Returns the plan of an application that Java runs. */
    static ApplicationPlan java(List<PlannedLayer> libraries, List<PlannedLayer> own, List<String> arguments) {
        return new ApplicationPlan(libraries, own, Optional.of(new Command("java", arguments)), Map.of());
    }
}
