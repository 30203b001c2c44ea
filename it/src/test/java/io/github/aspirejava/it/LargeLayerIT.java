package io.github.aspirejava.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A layer that is much larger than the memory of the process which builds and pushes it. */
@NeedsRegistry
@NeedsSkopeo
class LargeLayerIT {
    private static final int MEBIBYTE = 1 << 20;

    /** The size: two gibibytes, or a tenth of it, and in both cases more than the heap. */
    private static final int MEBIBYTES = Workspace.inFull() ? 2048 : 205;

    /** The time for compressing all of it twice on one core. */
    private static final Duration PATIENCE = Duration.ofMinutes(20);

    @TempDir
    Path cache;

    @Test
    void isPushedToARegistryWithAHeapOf128Mebibytes() throws IOException {
        Sample shop = Sample.copyOf("shop");
        Path resource =
                Files.createDirectories(shop.file("api/src/main/resources")).resolve("large.bin");
        try (RealRegistry registry = RealRegistry.open()) {
            writeIncompressible(resource);
            assertThat(MavenBuild.of(shop).within(PATIENCE).run("package")).succeeded();

            BuildResult push = MavenBuild.of(shop)
                    .within(PATIENCE)
                    .environment("MAVEN_OPTS", "-Xmx128m -XX:TieredStopAtLevel=1")
                    .property("aspire.package.skip", "true")
                    .property("aspire.services", "api")
                    .property("aspire.cache", cache.toString())
                    .property("aspire.parameters.registry-endpoint", registry.host())
                    .run("aspire:push");

            assertThat(push).succeeded();
            JsonNode manifest = Skopeo.manifest("docker://" + registry.host() + "/shop/api:1.0.0");
            assertThat(manifest.path("layers"))
                    .filteredOn(layer -> layer.path("size").asLong() > (long) MEBIBYTES * MEBIBYTE)
                    .hasSize(1);
        } finally {
            Files.deleteIfExists(resource);
        }
    }

    /** Writes the same random mebibyte repeatedly: its period exceeds the window of the compression. */
    private static void writeIncompressible(Path file) throws IOException {
        byte[] content = new byte[MEBIBYTE];
        new Random(1).nextBytes(content);
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int i = 0; i < MEBIBYTES; i++) {
                out.write(content);
            }
        }
    }
}
