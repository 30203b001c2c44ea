package io.github.aspirejava.builder.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aspirejava.builder.content.CopiedFile;
import io.github.aspirejava.builder.content.ImageBuildException;
import io.github.aspirejava.builder.javaapp.CancelledRun;
import io.github.aspirejava.cache.CacheException;
import io.github.aspirejava.cache.CachedLayer;
import io.github.aspirejava.cache.CancellableOutputStream;
import io.github.aspirejava.cache.LayerCache;
import io.github.aspirejava.concurrent.Cancellation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LayerBuilderTest {
    @TempDir
    Path directory;

    private static PlannedFile file(Path source, String target, int mode) {
        return new PlannedFile(new CopiedFile(source), target, mode, Owner.ROOT, Instant.EPOCH);
    }

    private CachedLayer build(String cache, List<PlannedFile> files)
            throws ImageBuildException, CacheException, IOException, InterruptedException {
        try (LayerCache layers = LayerCache.open(directory.resolve(cache))) {
            return new LayerBuilder(layers, new Cancellation()).build(new PlannedLayer("classes", files));
        }
    }

    private String[] layers() {
        return Objects.requireNonNull(
                directory.resolve("cache/layers-1").toFile().list());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void doesNotDependOnTheOrderInWhichFilesAreListed(long seed) throws Exception {
        List<PlannedFile> files = new ArrayList<>();
        for (String name : List.of("a", "a-b", "a/b", "A", "\u00e4", "b")) {
            Path source = Files.writeString(directory.resolve("file" + files.size()), name);
            files.add(file(source, "/app/" + name.replace("a/b", "c/d"), 0644));
        }
        CachedLayer first = build("cache", files);
        Collections.shuffle(files, new Random(seed));

        assertThat(build("cache" + seed, files).descriptor()).isEqualTo(first.descriptor());
        assertThat(layers()).hasSize(1);
        build("cache", files);
        assertThat(layers()).as("the key does not depend on it either").hasSize(1);
    }

    @Test
    void dependsOnTargetModeAndContent() throws Exception {
        Path source = Files.writeString(directory.resolve("a"), "a");
        CachedLayer layer = build("cache", List.of(file(source, "/app/a", 0644)));

        assertThat(build("cache", List.of(file(source, "/app/b", 0644))).diffId())
                .isNotEqualTo(layer.diffId());
        assertThat(build("cache", List.of(file(source, "/app/a", 0755))).diffId())
                .isNotEqualTo(layer.diffId());
        Files.writeString(source, "b");
        assertThat(build("cache", List.of(file(source, "/app/a", 0644))).diffId())
                .isNotEqualTo(layer.diffId());
    }

    @Test
    void noticesThatAFileIsChangedBetweenHashingAndWriting() throws Exception {
        Path source = Files.writeString(directory.resolve("a"), "a");
        // The time is read when a file is hashed, which is after its state was recorded.
        Clock meddler = new Clock() {
            @Override
            public Instant instant() {
                try {
                    Files.writeString(source, Files.readString(source) + "b");
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                return Instant.EPOCH;
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
        try (LayerCache cache = LayerCache.open(directory.resolve("cache"), 1 << 20, meddler)) {
            PlannedLayer layer = new PlannedLayer("classes", List.of(file(source, "/app/a", 0644)));

            assertThatThrownBy(() -> new LayerBuilder(cache, new Cancellation()).build(layer))
                    .isInstanceOf(ImageBuildException.class)
                    .hasMessage(
                            "Files of the layer 'classes' were changed while it was written, one of them %s. Run the build again",
                            source);
        }
        assertThat(layers()).isEmpty();
    }

    @Test
    void takesNoMoreBytesOnceTheRunHasBeenCancelled() throws Exception {
        ByteArrayOutputStream written = new ByteArrayOutputStream();

        try (CancellableOutputStream out = new CancellableOutputStream(written, CancelledRun.cancellation())) {
            assertThatThrownBy(() -> out.write(new byte[10])).isInstanceOf(CancellationException.class);
            assertThatThrownBy(() -> out.write(1)).isInstanceOf(CancellationException.class);
        }

        assertThat(written.size()).isZero();
    }
}
