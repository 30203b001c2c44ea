package io.github.aspirejava.oci.credential;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** A credential helper written for a test. */
final class HelperScript {
    private HelperScript() {}

    /** Writes {@code docker-credential-NAME}, which runs the commands in a shell. */
    static void write(Path directory, String name, String commands) throws IOException {
        Path file = Files.writeString(directory.resolve("docker-credential-" + name), "#!/bin/sh\n" + commands + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }
}
