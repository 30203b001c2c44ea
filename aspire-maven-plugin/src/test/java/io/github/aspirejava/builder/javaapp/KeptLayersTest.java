package io.github.aspirejava.builder.javaapp;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aspirejava.builder.image.BaseImage;
import io.github.aspirejava.builder.module.Library;
import io.github.aspirejava.builder.plan.JavaImageRequest;
import io.github.aspirejava.cache.LayerCache;
import io.github.aspirejava.cache.MutableClock;
import io.github.aspirejava.concurrent.Cancellation;
import io.github.aspirejava.image.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptLayersTest {
    @TempDir
    Path directory;

    @Test
    void isNotWrittenToByASecondBuildOfTheSameImage() throws Exception {
        SampleModule sample = SampleModule.complete(directory.resolve("project"));
        byte[] big = new byte[200_000];
        new Random(1).nextBytes(big);
        sample.jar("big-1.jar", Library.Kind.RELEASE, Map.of("big", big), Instant.EPOCH);
        Files.setLastModifiedTime(
                directory.resolve("project/jars/big-1.jar"), FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
        // After all the files were created, so that their digests are kept.
        MutableClock later = new MutableClock(Instant.now().plusSeconds(60));
        Path place = directory.resolve("cache");
        JavaImageRequest request = JavaImageRequest.of(sample.module(), new BaseImage.Scratch());
        Digest first;
        try (LayerCache cache = LayerCache.open(place, 1 << 20, later)) {
            first = new JavaImageBuilder(cache)
                    .build(request, new Cancellation())
                    .root()
                    .descriptor()
                    .digest();
        }
        Map<Path, String> before = tree(place);
        try (LayerCache cache = LayerCache.open(place, 1 << 20, later)) {
            assertThat(new JavaImageBuilder(cache)
                            .build(request, new Cancellation())
                            .root()
                            .descriptor()
                            .digest())
                    .isEqualTo(first);
        }

        assertThat(tree(place)).isEqualTo(before);
        assertThat(files(place, "layers-1")).hasSize(5);
        assertThat(files(place, "digests-1"))
                .as("the big jar, the project's jar and the module's own")
                .hasSize(3);
        assertThat(files(place, "temporary")).isEmpty();
    }

    private static List<Path> files(Path cache, String name) throws IOException {
        try (Stream<Path> files = Files.list(cache.resolve(name))) {
            return files.toList();
        }
    }

    private static Map<Path, String> tree(Path root) throws IOException {
        Map<Path, String> tree = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
                tree.put(file, attributes.fileKey() + " " + attributes.lastModifiedTime());
            }
        }
        return tree;
    }
}
