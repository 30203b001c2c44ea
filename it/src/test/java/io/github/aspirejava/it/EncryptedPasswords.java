package io.github.aspirejava.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Encrypts passwords as the <a href="https://maven.apache.org/guides/mini/guide-encryption.html">guide of Maven 3</a>
 * tells its users to.
 *
 * @param security the file with the master password
 */
record EncryptedPasswords(MavenInstallation maven, Path security) {
    /** With a master password of their own. */
    static EncryptedPasswords of(MavenInstallation maven) {
        Path security = Workspace.newDirectory("security").resolve("settings-security.xml");
        String master =
                new EncryptedPasswords(maven, Path.of("none")).printed("--encrypt-master-password", "master-of-all");
        try {
            Files.writeString(security, "<settingsSecurity><master>%s</master></settingsSecurity>".formatted(master));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new EncryptedPasswords(maven, security);
    }

    /** The password as it stands in settings.xml. */
    String encrypt(String password) {
        return printed("--encrypt-password", password);
    }

    private String printed(String option, String password) {
        BuildResult encrypted = MavenBuild.of(Sample.copyOf("shop"))
                .with(maven)
                .property("settings.security", security.toString())
                .run(option, password);
        assertThat(encrypted).succeeded();
        return encrypted.lines().stream()
                .map(line -> line.replaceAll("\\e\\[\\d*m", ""))
                .filter(line -> line.startsWith("{"))
                .findFirst()
                .orElseThrow();
    }
}
