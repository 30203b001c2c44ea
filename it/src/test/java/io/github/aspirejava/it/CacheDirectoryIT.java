package io.github.aspirejava.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The messages for a cache that cannot be written. */
class CacheDirectoryIT {
    private static Sample shop;

    @BeforeAll
    static void packageOnce() {
        shop = Sample.copyOf("shop");
        assertThat(MavenBuild.of(shop).run("package")).succeeded();
    }

    private static BuildResult push(Path cache) {
        return MavenBuild.of(shop)
                .intoBundle()
                .property("aspire.package.skip", "true")
                .property("aspire.services", "api")
                .property("aspire.cache", cache.toString())
                .run("aspire:push");
    }

    @NeedsMount
    @Test
    void isFull() throws IOException {
        try (SmallDisk disk = SmallDisk.mount(128)) {
            BuildResult push = push(disk.directory());

            assertFailsInOneLine(push, disk.directory(), "No space left on device");
            try (Stream<Path> files = Files.walk(disk.directory().resolve("temporary"))) {
                assertThat(files.filter(Files::isRegularFile)).isEmpty();
            }
        }
    }

    @Test
    void isBelowAFile() {
        Path cache = shop.file("pom.xml/cache");

        assertFailsInOneLine(push(cache), cache, "cannot be written to");
    }

    private static void assertFailsInOneLine(BuildResult push, Path cache, String reason) {
        assertThat(push)
                .failed()
                .hasNoStackTrace()
                .hasErrorWith(List.of(cache.toString(), reason, "-Daspire.cache=DIRECTORY"));
        assertThat(push.lines())
                .filteredOn(line -> line.contains("ERROR") && line.contains(cache.toString()))
                .hasSize(1);
    }
}
