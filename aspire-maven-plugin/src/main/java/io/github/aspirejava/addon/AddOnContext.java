package io.github.aspirejava.addon;

import io.github.aspirejava.app.AppModel;
import io.github.aspirejava.builder.image.BuildInputs;
import io.github.aspirejava.oci.registry.Registries;
import io.github.aspirejava.registry.ModelAccess;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The session's data and services that an add-on works with.
 *
 * @param application the name of the application: the artifactId of the root project
 * @param baseDirectory the directory that relative paths of the model start from
 * @param outputDirectory the directory for the files about the run, {@code target/aspire} as a rule
 * @param cache the directory of the data that is kept from run to run
 * @param property looks up a property of Maven's command line, or else of the POM or settings.xml
 * @param environment the environment variables
 * @param registries the clients of the session's registries; their transport is that of all requests
 * @param access the access to each registry of the model
 * @param inputs the things that all builds of images share
 */
public record AddOnContext(
        AppModel model,
        String application,
        Path baseDirectory,
        Path outputDirectory,
        Path cache,
        Function<String, Optional<String>> property,
        Map<String, String> environment,
        Registries registries,
        ModelAccess access,
        BuildInputs inputs) {
    /** Copies the map. */
    public AddOnContext {
        environment = Map.copyOf(environment);
    }
}
