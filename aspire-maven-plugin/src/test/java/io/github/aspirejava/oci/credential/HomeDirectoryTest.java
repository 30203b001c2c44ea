package io.github.aspirejava.oci.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeDirectoryTest {
    @TempDir
    Path directory;

    private static HomeDirectory home(String variable, String userHome) {
        return new HomeDirectory(Map.of("HOME", variable), userHome);
    }

    @Test
    void ofSettingsIsTheVariableAsForDocker() {
        assertThat(home("/github/home", "/home/ann").ofSettings()).isEqualTo(Path.of("/github/home"));
        assertThat(home("", "/home/ann").ofSettings()).isEqualTo(Path.of("/home/ann"));
        assertThat(new HomeDirectory(Map.of(), "/home/ann").ofSettings()).isEqualTo(Path.of("/home/ann"));
    }

    @Test
    void ofFilesIsJavasAsForMaven() {
        assertThat(home("/github/home", "/home/ann").ofFiles()).contains(Path.of("/home/ann"));
    }

    @Test
    void ofAUserWithoutANameIsTheVariable() {
        assertThat(home(directory.toString(), "?").ofSettings()).isEqualTo(directory);
        assertThat(home(directory.toString(), "?").ofFiles()).contains(directory);
    }

    @Test
    void ofAUserWithoutAnyIsNeverADirectoryOfTheProject() {
        assertThat(home("?", "?").ofSettings()).isAbsolute().doesNotExist();
        assertThat(home(".", "").ofSettings()).isAbsolute().doesNotExist();
        assertThat(home(".", "?").ofFiles()).isEmpty();
    }

    @Test
    void thatCannotBeWrittenToKeepsNoFiles() {
        assertThat(home(directory.resolve("missing").toString(), "?").ofFiles()).isEmpty();
    }
}
