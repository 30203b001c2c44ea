package io.github.aspirejava.oci.credential;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The home directory of who runs the build. In a container that runs with a user of a number only, Java tells {@code ?}
 * as {@code user.home}, and engines set {@code HOME} to {@code /}, where such a user cannot write.
 */
public final class HomeDirectory {
    /** As Debian calls the home of those who have none. */
    private static final Path NOWHERE = Path.of("/nonexistent").toAbsolutePath();

    private final Optional<Path> variable;
    private final Optional<Path> userHome;

    HomeDirectory(Map<String, String> environment, String userHome) {
        this.variable = proper(environment.getOrDefault("HOME", ""));
        this.userHome = proper(userHome);
    }

    /** The one of this process, whose environment this is. */
    public static HomeDirectory of(Map<String, String> environment) {
        return new HomeDirectory(environment, System.getProperty("user.home", ""));
    }

    /**
     * Where settings are read that command lines such as Docker's share: {@code HOME}, as they have it, else
     * {@code user.home}; a directory that does not exist if there is neither.
     */
    public Path ofSettings() {
        return Stream.of(variable, userHome)
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(NOWHERE);
    }

    /**
     * Where files are kept: {@code user.home}, as Maven has it, else {@code HOME} if it can be written to; empty if
     * there is neither.
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
