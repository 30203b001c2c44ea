package io.github.aspirejava.cache;

import io.github.aspirejava.oci.credential.HomeDirectory;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The directory for reproducible data: the property {@code aspire.cache}, else
 * {@code $XDG_CACHE_HOME/aspire-maven-plugin} of the <a
 * href="https://specifications.freedesktop.org/basedir-spec/latest/">XDG base directory specification</a>, else
 * {@code ~/.cache/aspire-maven-plugin}.
 */
public final class CacheDirectory {
    /** The property that names the directory. */
    public static final String PROPERTY = "aspire.cache";

    private static final String NAME = "aspire-maven-plugin";

    private CacheDirectory() {}

    /**
     * Returns the directory to use; it need not exist.
     *
     * @param properties looks up a property, such as one set with {@code -D}
     * @param environment the environment variables
     * @param home the home directory of the user
     * @return the directory; empty if nothing is configured, and the user has no home directory
     */
    public static Optional<Path> of(
            Function<String, Optional<String>> properties, Map<String, String> environment, HomeDirectory home) {
        Optional<String> configured = properties.apply(PROPERTY).filter(value -> !value.isBlank());
        if (configured.isPresent()) {
            return Optional.of(Path.of(configured.get()).toAbsolutePath());
        }
        String xdg = environment.getOrDefault("XDG_CACHE_HOME", "");
        // The specification requires relative paths to be ignored.
        boolean usable = !xdg.isBlank() && Path.of(xdg).isAbsolute();
        return usable
                ? Optional.of(Path.of(xdg).resolve(NAME))
                : home.ofFiles().map(directory -> directory.resolve(".cache").resolve(NAME));
    }
}
