package io.github.aspirejava.it;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The configuration of Docker's command line, and the credential helper that it names. Only builds with this
 * configuration see them.
 *
 * @param directory the directory of both
 */
record DockerConfig(Path directory) {
    private static final String HELPER = "docker-credential-it";

    /** Creates a configuration whose helper has a password for one registry. */
    static DockerConfig withHelper(String host, String password) {
        return withHelper(host, RealRegistry.USERNAME, password);
    }

    /** Creates a configuration whose helper has an identity token for one registry. */
    static DockerConfig withIdentityToken(String host, String token) {
        return withHelper(host, "<token>", token);
    }

    private static DockerConfig withHelper(String host, String username, String secret) {
        DockerConfig config = new DockerConfig(Workspace.newDirectory("docker-config"));
        String script = """
                #!/bin/sh
                read -r server
                if [ "$1 $server" != 'get %1$s' ]; then
                    echo 'credentials not found in native keychain'
                    exit 1
                fi
                echo '{"ServerURL": "%1$s", "Username": "%2$s", "Secret": "%3$s"}'
                """.formatted(host, username, secret);
        try {
            Files.writeString(config.file(), "{\"auths\": {\"%s\": {}}, \"credsStore\": \"it\"}".formatted(host));
            Path helper = Files.writeString(config.directory().resolve(HELPER), script);
            Files.setPosixFilePermissions(helper, PosixFilePermissions.fromString("rwx------"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return config;
    }

    Path file() {
        return directory.resolve("config.json");
    }

    /** Returns the description of the helper in the message of a failed login. */
    String place(String host) {
        return "%s: helper '%s' for %s".formatted(file(), HELPER, host);
    }

    MavenBuild into(MavenBuild build) {
        return build.environment("DOCKER_CONFIG", directory.toString())
                .environment("PATH", directory + File.pathSeparator + System.getenv("PATH"));
    }
}
