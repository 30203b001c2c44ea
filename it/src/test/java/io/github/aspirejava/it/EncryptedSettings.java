package io.github.aspirejava.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A password that Maven has encrypted, and the file to decrypt it.
 *
 * @param password the encrypted password for settings.xml
 * @param security settings-security.xml, with the master password
 */
record EncryptedSettings(String password, Path security) {
    static final String MASTER_PASSWORD = "Kp3-master-of-all";

    /** Encrypts {@link RealRegistry#PASSWORD} as the documentation of Maven 3 describes. */
    static EncryptedSettings by(MavenInstallation maven) {
        String master = encrypt(maven, "--encrypt-master-password", MASTER_PASSWORD, Path.of("none"));
        Path security = Workspace.newDirectory("security").resolve("settings-security.xml");
        try {
            Files.writeString(security, "<settingsSecurity><master>%s</master></settingsSecurity>".formatted(master));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new EncryptedSettings(encrypt(maven, "--encrypt-password", RealRegistry.PASSWORD, security), security);
    }

    /** Adds the password to the settings of a build, for the server with this id. */
    MavenBuild into(MavenBuild build, String id) {
        return build.settings(server(id, password)).property("settings.security", security.toString());
    }

    /** Returns the element of settings.xml. */
    static String server(String id, String password) {
        return "<servers><server><id>%s</id><username>%s</username><password>%s</password></server></servers>"
                .formatted(id, RealRegistry.USERNAME, password);
    }

    /** Returns Maven's output for one of its options that encrypt. */
    private static String encrypt(MavenInstallation maven, String option, String password, Path security) {
        BuildResult encrypted = MavenBuild.of(Sample.copyOf("shop"))
                .with(maven)
                .property("settings.security", security.toString())
                .run(option, password);
        return encrypted.lines().stream()
                .map(line -> line.replaceAll("\\e\\[\\d*m", ""))
                .filter(line -> line.startsWith("{"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(String.join("\n", encrypted.lines())));
    }
}
