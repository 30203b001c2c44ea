package io.github.aspirejava.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aspirejava.oci.credential.HomeDirectory;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CacheDirectoryTest {
    private static final Path HOME = Path.of(System.getProperty("user.home"));

    private static HomeDirectory home() {
        return HomeDirectory.of(Map.of());
    }

    private static Optional<String> none(String property) {
        return Optional.empty();
    }

    @Test
    void isInTheUsersCacheDirectory() {
        assertThat(CacheDirectory.of(CacheDirectoryTest::none, Map.of(), home()))
                .contains(HOME.resolve(".cache/aspire-maven-plugin"));
    }

    @Test
    void followsTheXdgVariableIfItIsAbsolute() {
        assertThat(CacheDirectory.of(CacheDirectoryTest::none, Map.of("XDG_CACHE_HOME", "/var/cache"), home()))
                .contains(Path.of("/var/cache/aspire-maven-plugin"));
        assertThat(CacheDirectory.of(CacheDirectoryTest::none, Map.of("XDG_CACHE_HOME", "cache"), home()))
                .contains(HOME.resolve(".cache/aspire-maven-plugin"));
        assertThat(CacheDirectory.of(CacheDirectoryTest::none, Map.of("XDG_CACHE_HOME", ""), home()))
                .contains(HOME.resolve(".cache/aspire-maven-plugin"));
    }

    @Test
    void isTheDirectoryOfThePropertyBeforeAnythingElse() {
        assertThat(CacheDirectory.of(
                        name -> name.equals("aspire.cache") ? Optional.of("/fast/cache") : Optional.empty(),
                        Map.of("XDG_CACHE_HOME", "/var/cache"),
                        home()))
                .contains(Path.of("/fast/cache"));
    }
}
