package io.github.aspirejava.builder.layer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aspirejava.cache.Compression;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlannedLayerTest {
    @TempDir
    Path directory;

    @Test
    void isStoredIfItHoldsJarsOnly() throws Exception {
        assertThat(compression(file("a.jar", text(200_000)), file("b.jar", text(10))))
                .isEqualTo(Compression.STORED);
    }

    @Test
    void isStoredIfItsFilesAreCompressedAlready() throws Exception {
        assertThat(compression(file("random", random(1_000_000)))).isEqualTo(Compression.STORED);
        assertThat(compression(file("text.gz", gzip(text(2_000_000))), file("readme", text(100))))
                .isEqualTo(Compression.STORED);
    }

    @Test
    void isDeflatedIfMoreThanATenthOfItIsNotCompressed() throws Exception {
        assertThat(compression(file("random", random(800_000)), file("text", text(100_000))))
                .isEqualTo(Compression.DEFLATED);
        assertThat(compression(file("random", random(1_000_000)), file("text", text(100_000))))
                .isEqualTo(Compression.STORED);
    }

    @Test
    void isDeflatedIfItHoldsTextOrClassesOrSmallFiles() throws Exception {
        byte[] classes = Files.readAllBytes(Path.of(PlannedLayerTest.class
                .getResource(PlannedLayerTest.class.getSimpleName() + ".class")
                .toURI()));

        assertThat(compression(file("text", text(1_000_000)))).isEqualTo(Compression.DEFLATED);
        assertThat(compression(file("A.class", repeat(classes, 200_000)))).isEqualTo(Compression.DEFLATED);
        assertThat(compression(file("small", random(60_000)))).isEqualTo(Compression.DEFLATED);
    }

    private static Compression compression(PlannedFile... files) throws IOException {
        return new PlannedLayer("resources", List.of(files)).compression();
    }

    private PlannedFile file(String name, byte[] content) throws IOException {
        Path source = Files.write(directory.resolve(name), content);
        return PlannedFile.copyOf(source, "/app/" + name);
    }

    private static byte[] random(int length) {
        byte[] content = new byte[length];
        new Random(1).nextBytes(content);
        return content;
    }

    private static byte[] text(int length) {
        StringBuilder text = new StringBuilder();
        Random random = new Random(1);
        while (text.length() < length) {
            text.append(Integer.toString(random.nextInt(), Character.MAX_RADIX)).append(' ');
        }
        return text.substring(0, length).getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] repeat(byte[] content, int length) {
        byte[] repeated = new byte[length];
        for (int i = 0; i < length; i++) {
            repeated[i] = content[i % content.length];
        }
        return repeated;
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(content);
        }
        return packed.toByteArray();
    }
}
