package io.github.aspirejava.builder.frontend;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The packages of a front end that are installed from its own files, and not from a registry. */
final class LocalPackages {
    /** Scripts that run when packages are installed, and may need any file. */
    private static final List<String> INSTALL_SCRIPTS = List.of("preinstall", "install", "postinstall", "prepare");

    private static final List<String> DEPENDENCIES =
            List.of("dependencies", "devDependencies", "optionalDependencies", "overrides", "resolutions");
    private static final Pattern LOCAL =
            Pattern.compile("(?:file:|link:|portal:)(.*)|(\\.{1,2}/.*)|patch:.*|workspace:.*");
    /** References of lock files to packages of this machine. */
    private static final Pattern LOCKED = Pattern.compile("[\"'@( ](?:file|link|portal):|\"link\": *true");

    private final FrontEnd frontEnd;

    LocalPackages(FrontEnd frontEnd) {
        this.frontEnd = frontEnd;
    }

    /**
     * Returns whether the installed packages depend on more than the lock file: on other local packages, or scripts.
     *
     * @throws FrontEndException if one of them is outside of the directory that an engine is given
     */
    boolean areNeeded() throws FrontEndException, IOException {
        JsonNode description = PackageRoot.description(frontEnd.root());
        boolean local = false;
        for (String kind : DEPENDENCIES) {
            for (JsonNode version : description.path(kind)) {
                Matcher reference = LOCAL.matcher(version.asText(""));
                if (reference.matches()) {
                    local = true;
                    check(reference.group(1) != null ? reference.group(1) : reference.group(2));
                }
            }
        }
        return local
                || description.has("workspaces")
                || description.path("pnpm").has("patchedDependencies")
                || !frontEnd.member().isEmpty()
                || Files.exists(frontEnd.root().resolve("pnpm-workspace.yaml"))
                || INSTALL_SCRIPTS.stream()
                        .anyMatch(script -> description.path("scripts").has(script))
                || isLocked();
    }

    private void check(String path) throws FrontEndException {
        if (path != null
                && path.startsWith("..")
                && !frontEnd.root().resolve(path).normalize().startsWith(frontEnd.root())) {
            throw new FrontEndException(
                    "%s has a dependency on %s, which is outside of the directory that an engine builds. Make both members of a workspace, or write <builder>host</builder>"
                            .formatted(frontEnd.root().resolve(FrontEnd.DESCRIPTION), path));
        }
    }

    private boolean isLocked() throws FrontEndException, IOException {
        Path lock = frontEnd.commands().lockFile(frontEnd.root());
        return LOCKED.matcher(new String(Files.readAllBytes(lock), StandardCharsets.ISO_8859_1))
                .find();
    }
}
