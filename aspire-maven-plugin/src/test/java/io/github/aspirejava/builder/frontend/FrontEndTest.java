package io.github.aspirejava.builder.frontend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aspirejava.app.ViteApp.PackageManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrontEndTest {
    @TempDir
    Path root;

    private SampleFrontEnd sample;

    @BeforeEach
    void makeSample() throws IOException {
        sample = new SampleFrontEnd(root);
    }

    @ParameterizedTest
    @CsvSource({
        "package-lock.json, npm, ci --no-audit --no-fund",
        "npm-shrinkwrap.json, npm, ci --no-audit --no-fund",
        "pnpm-lock.yaml, pnpm, install --frozen-lockfile",
        "yarn.lock, yarn, install --frozen-lockfile --non-interactive",
        "bun.lock, bun, install --frozen-lockfile",
        "bun.lockb, bun, install --frozen-lockfile"
    })
    void installsWithThePackageManagerOfTheLockFile(String lockFile, String program, String arguments)
            throws IOException, FrontEndException {
        PackageCommands commands = sample.write(lockFile, "").frontEnd().commands();

        assertThat(commands.program()).isEqualTo(program);
        assertThat(String.join(" ", commands.install())).isEqualTo(arguments);
    }

    @Test
    void knowsTheLockFileOfTheNewerYarn() throws IOException, FrontEndException {
        PackageCommands commands = sample.write("yarn.lock", "# yarn\n\n__metadata:\n  version: 8\n")
                .frontEnd()
                .commands();

        assertThat(commands.install()).isEqualTo(List.of("install", "--immutable"));
    }

    @Test
    void refusesTwoLockFiles() throws IOException {
        sample.write("package-lock.json", "{}").write("pnpm-lock.yaml", "");

        assertThatThrownBy(sample::frontEnd)
                .isInstanceOf(FrontEndException.class)
                .hasMessage(
                        "%s has package-lock.json and pnpm-lock.yaml. Remove all but one, or write <packageManager>npm</packageManager>",
                        sample.directory);
    }

    @Test
    void takesThePackageManagerOfTheModelIfThereAreTwoLockFiles() throws IOException, FrontEndException {
        sample.write("package-lock.json", "{}").write("pnpm-lock.yaml", "").packageManager(PackageManager.PNPM);

        assertThat(sample.frontEnd().commands().program()).isEqualTo("pnpm");
    }

    @Test
    void refusesAFrontEndWithoutALockFile() {
        assertThatThrownBy(sample::frontEnd)
                .isInstanceOf(FrontEndException.class)
                .hasMessageContaining("has no lock file of npm, pnpm, yarn or bun")
                .hasMessageEndingWith(
                        "and is no member of a workspace that has one. Run npm install there, or in the root of its workspace, and commit package-lock.json");
    }

    @Test
    void refusesAPackageManagerWithoutItsLockFile() throws IOException {
        sample.write("package-lock.json", "{}").packageManager(PackageManager.BUN);

        assertThatThrownBy(sample::frontEnd)
                .isInstanceOf(FrontEndException.class)
                .hasMessageContaining("has no bun.lock,")
                .hasMessageEndingWith("Run bun install there, and commit the file");
    }

    @Test
    void refusesADirectoryWithoutAFrontEnd() throws IOException {
        Files.delete(sample.directory.resolve("package.json"));

        assertThatThrownBy(sample::frontEnd)
                .isInstanceOf(FrontEndException.class)
                .hasMessage(
                        "There is no front end in %s: it has no package.json. Write its directory into <directory>",
                        sample.directory);
    }

    @Test
    void refusesAFrontEndThatCannotBeBuilt() throws IOException {
        sample.write("package.json", "{\"scripts\":{\"start\":\"vite\"}}").write("package-lock.json", "{}");

        assertThatThrownBy(sample::frontEnd)
                .isInstanceOf(FrontEndException.class)
                .hasMessageContaining("has no script 'build'. Add one: \"scripts\": {\"build\": \"vite build\"}");
    }

    @Test
    void saysWhatIsWrongWithADescriptionThatIsNoJson() throws IOException {
        sample.write("package.json", "{").write("package-lock.json", "{}");

        assertThatThrownBy(sample::frontEnd)
                .isInstanceOf(FrontEndException.class)
                .hasMessageContaining("package.json is not valid JSON: ");
    }
}
