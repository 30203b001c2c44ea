package io.github.aspirejava.builder.frontend;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.aspirejava.app.Text;
import io.github.aspirejava.app.ViteApp;
import io.github.aspirejava.oci.Json;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A front end on disk.
 *
 * @param name the name of the service
 * @param directory the directory of its {@code package.json}
 * @param root the directory of the lock file: that of the workspace, if the front end is a member of one
 * @param commands the package manager that installs its dependencies
 * @param outputDirectory the output directory of its build, below {@code directory}, written with slashes
 * @param buildArguments environment variables of its build
 * @param secrets the secrets of the installation
 */
public record FrontEnd(
        String name,
        Path directory,
        Path root,
        PackageCommands commands,
        String outputDirectory,
        Map<String, String> buildArguments,
        List<InstallSecret> secrets) {
    static final String BUILD_SCRIPT = "build";

    static final String DESCRIPTION = "package.json";

    /**
     * Inspects the front end of a model.
     *
     * @param base the directory that a relative directory starts from
     * @throws FrontEndException if it does not exist or is not a front end
     */
    public static FrontEnd of(ViteApp app, Path base) throws FrontEndException {
        Path directory = real(base.resolve(app.directory().require()));
        Map<String, String> arguments = new LinkedHashMap<>();
        for (Map.Entry<String, Text> argument : app.buildArguments().entrySet()) {
            arguments.put(argument.getKey(), argument.getValue().require());
        }
        try {
            checkDescription(directory);
            Path root = PackageRoot.of(directory);
            PackageCommands commands = PackageCommands.of(root, app.packageManager());
            return new FrontEnd(
                    app.name(),
                    directory,
                    root,
                    commands,
                    app.outputDirectory().require().replaceFirst("/$", ""),
                    arguments,
                    InstallSecret.of(app, base));
        } catch (IOException e) {
            throw new FrontEndException("%s cannot be read: %s".formatted(directory, e), e);
        }
    }

    /** Returns a directory without links on the way to it. */
    private static Path real(Path directory) {
        try {
            return directory.toRealPath();
        } catch (IOException e) {
            // It does not exist, which is reported next.
            return directory.toAbsolutePath().normalize();
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

    /** Returns the directory below that of the lock file, written with slashes; empty if it is the same. */
    String member() {
        return root.relativize(directory).toString().replace(File.separatorChar, '/');
    }

    /** Returns the arguments of the package manager that build the front end. */
    List<String> buildCommand() throws IOException {
        Optional<String> runner = directory.equals(root) ? Optional.empty() : PackageRoot.runner(root);
        String project = PackageRoot.description(directory).path("name").asText("");
        if (runner.isEmpty() || project.isEmpty()) {
            return commands.script(BUILD_SCRIPT);
        }
        return commands.program(
                runner.get().equals("nx")
                        ? List.of("nx", "run", project + ":" + BUILD_SCRIPT)
                        : List.of("turbo", "run", BUILD_SCRIPT, "--filter=" + project));
    }

    /** Returns the version of Node that the front end asks for. */
    Optional<NodeVersion> nodeVersion() throws IOException {
        return NodeVersion.of(List.of(directory, root));
    }

    /** Returns the output directory of its build. */
    public Path output() {
        return directory.resolve(outputDirectory);
    }
}
