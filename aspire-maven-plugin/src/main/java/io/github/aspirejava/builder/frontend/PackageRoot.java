package io.github.aspirejava.builder.frontend;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aspirejava.oci.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The root of the workspace that a front end is a member of, whose lock file is that of all members. */
final class PackageRoot {
    private PackageRoot() {}

    /** Returns the directory with the lock file: the front end's own, or the workspace above it. */
    static Path of(Path directory) throws IOException {
        if (PackageCommands.hasLockFile(directory)) {
            return directory;
        }
        for (Path parent = directory.getParent(); parent != null; parent = parent.getParent()) {
            if (PackageCommands.hasLockFile(parent) && isWorkspace(parent)) {
                return parent;
            }
            if (Files.exists(parent.resolve(".git"))) {
                break;
            }
        }
        return directory;
    }

    private static boolean isWorkspace(Path directory) throws IOException {
        return Files.exists(directory.resolve("pnpm-workspace.yaml"))
                || Files.exists(directory.resolve("nx.json"))
                || description(directory).has("workspaces");
    }

    /** Returns the content of a directory's {@code package.json}; an empty one if there is none. */
    static JsonNode description(Path directory) throws IOException {
        Path file = directory.resolve(FrontEnd.DESCRIPTION);
        return Files.isRegularFile(file) ? Json.parse(Files.readAllBytes(file)) : Json.object();
    }

    /**
     * Returns the program of a workspace's root that builds a member after the other members that it depends on: turbo
     * or nx.
     */
    static Optional<String> runner(Path root) throws IOException {
        JsonNode description = description(root);
        for (String program : new String[] {"turbo", "nx"}) {
            boolean installed = description.path("devDependencies").has(program)
                    || description.path("dependencies").has(program);
            if (installed && Files.isRegularFile(root.resolve(program + ".json"))) {
                return Optional.of(program);
            }
        }
        return Optional.empty();
    }
}
