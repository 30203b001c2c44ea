package io.github.aspirejava.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "permissions of POSIX are checked")
class PrivateDirectoryTest {
    @TempDir
    Path temporary;

    private Path directory;

    @BeforeEach
    void choose() {
        directory = temporary.resolve("user/cache");
    }

    @Test
    void whatItCreatesIsOpenToItsUserOnly() throws Exception {
        LayerCache.open(directory).close();

        for (String name : new String[] {"", "layers-1", "digests-1", "temporary", ".."}) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve(name))))
                    .isEqualTo("rwx------");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "layers-1", "digests-1", "temporary"})
    void aCacheThatOthersCanWriteToIsRefused(String name) throws Exception {
        LayerCache.open(directory).close();
        Files.setPosixFilePermissions(directory.resolve(name), PosixFilePermissions.fromString("rwxrwx---"));

        assertThatThrownBy(() -> LayerCache.open(directory))
                .isInstanceOf(CacheException.class)
                .hasMessageStartingWith("The layers in the cache directory %s may not be ours".formatted(directory))
                .hasMessageContaining("others can write to %s (rwxrwx---)"
                        .formatted(directory.resolve(name).normalize()))
                .hasMessageEndingWith(
                        "Remove it, or name a new directory, which is created for this user alone: -Daspire.cache=DIRECTORY");
    }

    @Test
    void aCacheThatOthersCanReadIsUsed() throws Exception {
        Files.createDirectories(directory);
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));

        LayerCache.open(directory).close();
    }

    @Test
    void aCacheOfAnotherUserIsRefused() throws Exception {
        LayerCache.open(directory).close();
        giveAway(directory.resolve("layers-1"));

        assertThatThrownBy(() -> LayerCache.open(directory))
                .isInstanceOf(CacheException.class)
                .hasMessageContaining("layers-1 belongs to nobody");
    }

    @Test
    void aLayerOfAnotherUserIsWrittenAgain() throws Exception {
        PrivateDirectory mine = PrivateDirectory.of(directory);
        Path file = Files.writeString(directory.resolve("file"), "content", StandardCharsets.UTF_8);

        assertThat(mine.isOwn(file)).isTrue();
        giveAway(file);
        assertThat(mine.isOwn(file)).isFalse();
    }

    private static void giveAway(Path file) {
        boolean given;
        try {
            UserPrincipal nobody =
                    file.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody");
            Files.setOwner(file, nobody);
            given = true;
        } catch (IOException e) {
            given = false;
        }
        assumeTrue(given, "Only root can give files away");
    }
}
