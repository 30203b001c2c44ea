package io.github.aspirejava.addon;

import io.github.aspirejava.app.AppModel;
import io.github.aspirejava.builder.image.BuildInputs;
import io.github.aspirejava.oci.http.HttpSettings;
import io.github.aspirejava.oci.registry.Registries;
import io.github.aspirejava.registry.ModelAccess;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a room is told of the session that it works for.
 *
 * @param application what the application is called: the artifactId of the root project
 * @param baseDirectory what relative paths of the model start from
 * @param buildDirectory where the root project puts what it builds, {@code target} as a rule
 * @param cache the directory of what is kept from run to run
 * @param property a property of Maven's command line, or else of the POM or settings.xml
 * @param environment the environment's variables
 * @param http how servers are spoken to: proxies, time limits, and who hears of each exchange
 * @param registries the clients of the session's registries
 * @param access how each registry of the model is spoken to
 * @param inputs the things that all builds of images share
 */
public record AddOnContext(
        AppModel model,
        String application,
        Path baseDirectory,
        Path buildDirectory,
        Path cache,
        Function<String, Optional<String>> property,
        Map<String, String> environment,
        HttpSettings http,
        Registries registries,
        ModelAccess access,
        BuildInputs inputs) {
    /** Copies the map. */
    public AddOnContext {
        environment = Map.copyOf(environment);
    }
}
