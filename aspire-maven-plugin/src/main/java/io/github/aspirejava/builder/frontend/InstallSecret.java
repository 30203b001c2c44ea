package io.github.aspirejava.builder.frontend;

import io.github.aspirejava.app.BuildSecret;
import io.github.aspirejava.app.Secret;
import io.github.aspirejava.app.ViteApp;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A secret that only the installation of packages can read: the value of a variable, or the user's configuration of
 * npm.
 *
 * @param id the name of the variable; {@code npmrc} for the configuration
 * @param value the secret itself, unless it is in a file
 * @param file the file that contains it
 */
record InstallSecret(String id, Optional<Secret> value, Optional<Path> file) {
    /** Returns the secrets of a front end. */
    static List<InstallSecret> of(ViteApp app, Path base) throws FrontEndException {
        List<InstallSecret> secrets = new ArrayList<>();
        for (BuildSecret secret : app.buildSecrets()) {
            String id = secret.id();
            if (!isConfiguration(id) && !id.matches("[A-Za-z_][A-Za-z0-9_]*")) {
                throw new FrontEndException(
                        "The build secret '%s' of '%s' is not the name of a variable. Write the name that .npmrc or .yarnrc.yml refers to, such as NPM_TOKEN, or npmrc for the whole file"
                                .formatted(id, app.name()));
            }
            boolean inFile = secret.kind() == BuildSecret.Kind.FILE;
            String source = secret.source().require();
            secrets.add(new InstallSecret(
                    id,
                    inFile ? Optional.empty() : Optional.of(new Secret(source)),
                    inFile ? Optional.of(base.resolve(source)) : Optional.empty()));
        }
        return secrets;
    }

    /** Returns whether it is the user's configuration of npm, which pnpm, the older yarn and bun read, too. */
    boolean isConfiguration() {
        return isConfiguration(id);
    }

    private static boolean isConfiguration(String id) {
        return id.equals("npmrc") || id.equals(".npmrc");
    }

    /** Returns the secret. */
    String reveal() throws IOException {
        return file.isPresent()
                ? new String(Files.readAllBytes(file.get()), StandardCharsets.UTF_8)
                : value.orElseThrow().reveal();
    }
}
