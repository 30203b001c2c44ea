package io.github.aspirejava.builder.module;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aspirejava.builder.content.ImageBuildException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "Not everybody may make links there")
class ModuleFilesTest {
    @TempDir
    Path directory;

    private Path file(String path) throws IOException {
        Path file = directory.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, path);
    }

    private void link(String path, String target) throws IOException {
        Path link = directory.resolve(path);
        Files.createDirectories(link.getParent());
        Files.createSymbolicLink(link, Path.of(target));
    }

    @Test
    void areThoseTooThatLinksLeadTo() throws Exception {
        file("classes/a.txt");
        file("shared/one.txt");
        file("shared/deep/two.txt");
        link("classes/b.txt", "../shared/one.txt");
        link("classes/web", "../shared");
        link("classes/again", "../shared/deep");

        assertThat(ModuleFiles.below(directory.resolve("classes")))
                .containsOnlyKeys("a.txt", "again/two.txt", "b.txt", "web/deep/two.txt", "web/one.txt");
    }

    @Test
    void areFoundWhereTheDirectoryItselfIsALink() throws Exception {
        file("build/index.html");
        link("dist", "build");

        assertThat(ModuleFiles.below(directory.resolve("dist"))).containsOnlyKeys("index.html");
    }

    @Test
    void doNotIncludeLinksToNothing() throws Exception {
        file("classes/a.txt");
        link("classes/gone", "../nowhere");

        assertThat(ModuleFiles.below(directory.resolve("classes"))).containsOnlyKeys("a.txt");
    }

    @Test
    void haveAnEndOrElseTheLinkIsNamed() throws Exception {
        file("classes/a/a.txt");
        link("classes/a/up", "..");

        assertThatThrownBy(() -> ModuleFiles.below(directory.resolve("classes")))
                .isInstanceOf(ImageBuildException.class)
                .hasMessage(
                        "The link %s leads to a directory that contains it, so that following it never ends. Remove it",
                        directory.resolve("classes/a/up"));
    }

    @Test
    void keepABackslashThatIsPartOfAName() throws Exception {
        file("units/dev-disk\\x2dlabel.swap");
        file("units/größe/%41 日本+.txt");

        assertThat(ModuleFiles.below(directory.resolve("units")))
                .containsOnlyKeys("dev-disk\\x2dlabel.swap", "größe/%41 日本+.txt");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void haveNamesInUtf8OrElseTheFileIsNamed() throws Exception {
        Path classes = Files.createDirectories(directory.resolve("classes"));
        Process touch = new ProcessBuilder(List.of("sh", "-c", "touch \"$(printf 'gr\\366\\337e.txt')\""))
                .directory(classes.toFile())
                .start();
        assertThat(touch.waitFor()).isZero();

        assertThatThrownBy(() -> ModuleFiles.below(classes))
                .isInstanceOf(ImageBuildException.class)
                .hasMessage(
                        "The name of the file gr%F6%DFe.txt is not valid UTF-8, which images require. Rename it, or run the program that creates it with LC_ALL=C.UTF-8");
    }
}
