package io.github.aspirejava.builder.frontend;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.aspirejava.app.Text;
import io.github.aspirejava.app.ViteApp;
import io.github.aspirejava.oci.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A front end on disk.
 *
 * @param name the name of the service
 * @param directory the directory of its {@code package.json}
 * @param commands the package manager that installs its dependencies
 * @param outputDirectory the output directory of its build, below {@code directory}, written with slashes
 * @param buildArguments environment variables of its build
 */
public record FrontEnd(
        String name,
        Path directory,
        PackageCommands commands,
        String outputDirectory,
        Map<String, String> buildArguments) {
    static final String BUILD_SCRIPT = "build";

    static final String DESCRIPTION = "package.json";

    /**
     * Inspects the front end of a model.
     *
     * @param base the directory that a relative directory starts from
     * @throws FrontEndException if it does not exist or is not a front end
     */
    public static FrontEnd of(ViteApp app, Path base) throws FrontEndException {
        Path directory =
                base.resolve(app.directory().require()).toAbsolutePath().normalize();
        Map<String, String> arguments = new LinkedHashMap<>();
        for (Map.Entry<String, Text> argument : app.buildArguments().entrySet()) {
            arguments.put(argument.getKey(), argument.getValue().require());
        }
        try {
            checkDescription(directory);
            PackageCommands commands = PackageCommands.of(directory, app.packageManager());
            return new FrontEnd(
                    app.name(),
                    directory,
                    commands,
                    app.outputDirectory().require().replaceFirst("/$", ""),
                    arguments);
        } catch (IOException e) {
            throw new FrontEndException("%s cannot be read: %s".formatted(directory, e), e);
        }
    }

    private static void checkDescription(Path directory) throws FrontEndException, IOException {
        Path file = directory.resolve(DESCRIPTION);
        if (!Files.isRegularFile(file)) {
            throw new FrontEndException(
                    "There is no front end in %s: it has no %s. Write its directory into <directory>"
                            .formatted(directory, DESCRIPTION));
        }
        JsonNode description;
        try {
            description = Json.read(Files.readAllBytes(file));
        } catch (JsonProcessingException e) {
            throw new FrontEndException("%s is not valid JSON: %s".formatted(file, e.getOriginalMessage()), e);
        }
        if (!description.path("scripts").path(BUILD_SCRIPT).isTextual()) {
            throw new FrontEndException("%s has no script '%s'. Add one: \"scripts\": {\"build\": \"vite build\"}"
                    .formatted(file, BUILD_SCRIPT));
        }
    }

    /** Returns the output directory of its build. */
    public Path output() {
        return directory.resolve(outputDirectory);
    }
}
