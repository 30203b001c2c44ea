package io.github.aspirejava.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BlockGzipOutputStreamTest {
    private static byte[] write(byte[] content, int step) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream gzip = Compression.BLOCKS.wrap(out)) {
            for (int from = 0; from < content.length; from += step) {
                gzip.write(content, from, Math.min(step, content.length - from));
            }
        }
        return out.toByteArray();
    }

    /** Returns half noise, half words: blocks of both kinds, side by side. */
    private static byte[] content(int length) {
        byte[] content = new byte[length];
        Random random = new Random(length);
        random.nextBytes(content);
        for (int i = length / 2; i < length; i++) {
            content[i] = (byte) ('a' + random.nextInt(3));
        }
        return content;
    }

    @Property(tries = 30)
    void isReadBackByTheJdkAndDoesNotDependOnTheLengthOfTheWrites(
            @ForAll @IntRange(max = 3_000_000) int length, @ForAll @IntRange(min = 1000, max = 1_000_000) int step)
            throws IOException {
        byte[] content = content(length);

        byte[] written = write(content, step);

        assertThat(Gunzip.all(written)).isEqualTo(content);
        assertThat(written).isEqualTo(write(content, Integer.MAX_VALUE / 2));
    }

    @Test
    void doesNotDependOnWhoCompressesWhat() throws Exception {
        byte[] content = content(20_000_000);
        ForkJoinPool pool = new ForkJoinPool(4);
        try {
            assertThat(pool.submit(() -> write(content, 100_000)).get()).isEqualTo(write(content, 100_000));
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void doesNotMakeNoiseLarger() throws IOException {
        byte[] noise = new byte[5_000_000];
        new Random(1).nextBytes(noise);

        assertThat(write(noise, noise.length)).hasSizeLessThan(noise.length + noise.length / 10_000 + 100);
    }

    @Test
    void makesWordsSmallerAcrossBlocks() throws IOException {
        byte[] words =
                "the same words again and again ".repeat(100_000).getBytes(java.nio.charset.StandardCharsets.US_ASCII);

        assertThat(write(words, words.length)).hasSizeLessThan(words.length / 200);
    }
}
