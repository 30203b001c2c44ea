package io.github.aspirejava.addon;

import io.github.aspirejava.app.AppModel;
import io.github.aspirejava.oci.http.HttpSettings;
import io.github.aspirejava.oci.registry.Registries;
import io.github.aspirejava.registry.ModelAccess;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The session that an add-on works for.
 *
 * @param application the application's name: the artifactId of the root project
 * @param baseDirectory the directory that relative paths of the model start from
 * @param buildDirectory the build directory of the root project, {@code target} as a rule
 * @param cache the directory of the cache, which is kept from run to run
 * @param property the lookup of a property: Maven's command line, or else the POM or settings.xml
 * @param environment the environment's variables
 * @param http the HTTP settings: proxies, time limits, and the log of each exchange
 * @param registries the clients of the session's registries
 * @param access the access to each registry of the model
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
        ModelAccess access) {
    /** Copies the map. */
    public AddOnContext {
        environment = Map.copyOf(environment);
    }
}
