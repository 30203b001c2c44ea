package io.github.aspirejava.oci.credential;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The home directory of the user that runs the build. In a container that runs with a numeric user only, Java sets
 * {@code user.home} to {@code ?}, and engines set {@code HOME} to {@code /}, which such a user cannot write to.
 */
public final class HomeDirectory {
    /** Debian's name for the home directory of users without one. */
    private static final Path NOWHERE = Path.of("/nonexistent").toAbsolutePath();

    private final Optional<Path> variable;
    private final Optional<Path> userHome;

    HomeDirectory(Map<String, String> environment, String userHome) {
        this.variable = proper(environment.getOrDefault("HOME", ""));
        this.userHome = proper(userHome);
    }

    /** Returns the home directory of this process, which has this environment. */
    public static HomeDirectory of(Map<String, String> environment) {
        return new HomeDirectory(environment, System.getProperty("user.home", ""));
    }

    /**
     * Returns the directory of settings that are shared with command lines such as Docker's: {@code HOME}, as they use
     * it, else {@code user.home}; a directory that does not exist without both.
     */
    public Path ofSettings() {
        return Stream.of(variable, userHome)
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(NOWHERE);
    }

    /**
     * Returns the directory for files: {@code user.home}, as Maven uses it, else {@code HOME} if it is writable; empty
     * without both.
     */
    public Optional<Path> ofFiles() {
        return userHome.or(() -> variable.filter(Files::isWritable));
    }

    private static Optional<Path> proper(String text) {
        try {
            return Optional.of(text)
                    .filter(path -> !path.isBlank())
                    .map(Path::of)
                    .filter(Path::isAbsolute);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
