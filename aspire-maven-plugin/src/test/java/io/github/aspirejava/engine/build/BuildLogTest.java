package io.github.aspirejava.engine.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildLogTest {
    @TempDir
    Path directory;

    private String logged(List<String> secrets, String... lines) throws IOException {
        Path file = directory.resolve("build.log");
        try (BuildLog log = new BuildLog(file, secrets, step -> {})) {
            for (String line : lines) {
                log.line(line);
            }
        }
        return Files.readString(file);
    }

    @Test
    void masksSecrets() throws IOException {
        assertThat(logged(List.of("sesame", "first line"), "a sesame", "the first line of many"))
                .isEqualTo("a ***\nthe *** of many\n");
    }

    @Test
    void hasNoCommandsOfTerminals() throws IOException {
        assertThat(logged(
                        List.of(),
                        "\u001B[31mred\u001B[0m",
                        "\u001B[2J\u001B[1;1Hgone",
                        "\u001B]0;title\u0007shown",
                        "a\rb\tc"))
                .isEqualTo("red\ngone\nshown\na b\tc\n");
    }
}
