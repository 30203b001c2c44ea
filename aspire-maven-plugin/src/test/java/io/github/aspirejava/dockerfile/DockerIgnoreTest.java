package io.github.aspirejava.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DockerIgnoreTest {
    @TempDir
    Path directory;

    private DockerIgnore ignore(String content) throws IOException {
        return DockerIgnore.read(Files.writeString(directory.resolve(".dockerignore"), content));
    }

    @ParameterizedTest
    @CsvSource({
        "target, target/classes/A.class, true",
        "target, sub/target/A.class, false",
        "**/target, sub/target/A.class, true",
        "**/target, target, true",
        "*.md, README.md, true",
        "*.md, docs/README.md, false",
        "**/*.md, docs/deep/README.md, true",
        "docs/**, docs/a/b, true",
        "docs/**, docs, false",
        "a/**/z, a/z, true",
        "a/**/z, a/b/c/z, true",
        "a?c, abc, true",
        "a?c, a/c, false",
        "/rooted, rooted, true",
        "./dotted/../rooted, rooted, true",
        "trailing/, trailing/x, true",
        "[a-c]x, bx, true",
        "[^a-c]x, bx, false",
        "'[^a-c]x', dx, true",
        "a.b, aXb, false",
        "a\\*b, a*b, true",
        "a\\*b, axb, false",
        "(x)+, (x)+, true",
        "**, anything/at/all, true"
    })
    void matchesAsDockerDoes(String pattern, String path, boolean ignored) throws IOException {
        assertThat(ignore(pattern + "\n").ignores(path)).isEqualTo(ignored);
    }

    @Test
    void letsTheLastLineThatMatchesCount() throws IOException {
        DockerIgnore ignore = ignore("*\n!kept\n!src/**/*.java\nkept/not\n");

        assertThat(ignore.ignores("other")).isTrue();
        assertThat(ignore.ignores("kept/yes")).isFalse();
        assertThat(ignore.ignores("kept/not")).isTrue();
        assertThat(ignore.ignores("src/a/A.java")).isFalse();
        assertThat(ignore.ignores("src/a/A.class")).isTrue();
    }

    @Test
    void passesOverCommentsAndBlankLines() throws IOException {
        DockerIgnore ignore = ignore("\uFEFF# a comment\n\n   \n!\n  spaced  \n");

        assertThat(ignore.ignores("# a comment")).isFalse();
        assertThat(ignore.ignores("spaced")).isTrue();
    }

    @Test
    void namesTheLineThatIsNoPattern() {
        assertThatThrownBy(() -> ignore("fine\n[a\n"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(".dockerignore:2: '[a' is no pattern");
    }

    @Test
    void readsAFileInAnotherEncoding() throws IOException {
        Path file = directory.resolve(".dockerignore");
        Files.write(file, "# f\u00fcr\nb\u00fcro\n".getBytes(StandardCharsets.ISO_8859_1));

        DockerIgnore ignore = DockerIgnore.read(file);

        assertThat(ignore.ignores("b\u00fcro")).isTrue();
        assertThat(ignore.ignores("buro")).isFalse();
    }

    @Test
    void takesFilesBackInBelowIgnoredDirectories() throws IOException {
        DockerIgnore ignore = ignore("docs\n!docs/readme.md\n**/target\n!**/target/*.jar\n.git\n!.git/HEAD\n");

        assertThat(ignore.ignores("docs/other.md")).isTrue();
        assertThat(ignore.ignores("docs/readme.md")).isFalse();
        assertThat(ignore.ignores("app/stub/target/x.class")).isTrue();
        assertThat(ignore.ignores("app/stub/target/x.jar")).isFalse();
        assertThat(ignore.ignores(".git/HEAD")).isFalse();
        assertThat(ignore.ignores(".git/config")).isTrue();
    }
}
