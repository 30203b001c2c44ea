package io.github.aspirejava.engine.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aspirejava.cache.LayerCache;
import io.github.aspirejava.concurrent.Cancellation;
import io.github.aspirejava.engine.api.EngineHost;
import io.github.aspirejava.engine.api.EngineProbe;
import io.github.aspirejava.engine.api.FakeEngine;
import io.github.aspirejava.image.Digest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportBatchesTest {
    private final FakeEngine fake = new FakeEngine();
    private final SavedImage image = SavedImage.inDirectories("low", "high");
    private final Digest other = Digest.of(new byte[] {1});

    @TempDir
    Path directory;

    @BeforeEach
    void answer() {
        fake.docker("1.46").on("/images/get", exchange -> {
            exchange.sendResponseHeaders(200, image.archive().length);
            exchange.getResponseBody().write(image.archive());
        });
    }

    @AfterEach
    void stop() {
        fake.close();
    }

    private ExportBatches exports(Duration patience) throws Exception {
        return new ExportBatches(
                EngineProbe.probe(EngineHost.at(fake.address(), "test"), Duration.ofSeconds(20)),
                new ArchiveReader(new EngineLayers(LayerCache.open(directory), directory.resolve("memo"))),
                new Cancellation(),
                patience);
    }

    private List<String> asked() {
        return fake.requests().stream()
                .filter(request -> request.contains("/images/get"))
                .toList();
    }

    @Test
    void exportsAnImageTogetherWithOneThatIsBuiltAMomentLater() throws Exception {
        ExportBatches exports = exports(Duration.ofMinutes(1));
        ExecutorService threads = Executors.newCachedThreadPool();
        try (BatchWindow.Arrival first = exports.expect();
                BatchWindow.Arrival second = exports.expect()) {
            Future<ArchiveReader.Archive> early = threads.submit(() -> exports.read(image.id(), first));
            Future<ArchiveReader.Archive> late = threads.submit(() -> exports.read(other, second));

            assertThat(late.get()).isSameAs(early.get());
            assertThat(asked())
                    .hasSize(1)
                    .allMatch(request -> request.contains(image.id().hex()) && request.contains(other.hex()));
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void doesNotWaitForAnImageThatCannotBeBuilt() throws Exception {
        ExportBatches exports = exports(Duration.ofMinutes(1));
        try (BatchWindow.Arrival mine = exports.expect()) {
            exports.expect().close();

            exports.read(image.id(), mine);
        }
        assertThat(asked()).hasSize(1);
    }

    @Test
    void waitsNoLongerThanItsPatienceForAnImageThatTakesLong() throws Exception {
        ExportBatches exports = exports(Duration.ofMillis(1));
        try (BatchWindow.Arrival mine = exports.expect();
                BatchWindow.Arrival slow = exports.expect()) {
            exports.read(image.id(), mine);
            exports.read(other, slow);
        }
        assertThat(asked()).hasSize(2);
    }
}
