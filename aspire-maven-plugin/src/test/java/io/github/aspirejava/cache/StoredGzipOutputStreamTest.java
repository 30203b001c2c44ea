package io.github.aspirejava.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class StoredGzipOutputStreamTest {
    private static byte[] write(byte[] content, int step) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream gzip = new StoredGzipOutputStream(out)) {
            for (int from = 0; from < content.length; from += step) {
                gzip.write(content, from, Math.min(step, content.length - from));
            }
        }
        return out.toByteArray();
    }

    @Property(tries = 200)
    void isReadBackByTheJdkAndDoesNotDependOnTheLengthOfTheWrites(
            @ForAll @IntRange(max = 200_000) int length, @ForAll @IntRange(min = 1, max = 100_000) int step)
            throws IOException {
        byte[] content = new byte[length];
        new Random(length).nextBytes(content);

        byte[] written = write(content, step);

        assertThat(Gunzip.all(written)).isEqualTo(content);
        assertThat(written).isEqualTo(write(content, Integer.MAX_VALUE / 2));
    }
}
