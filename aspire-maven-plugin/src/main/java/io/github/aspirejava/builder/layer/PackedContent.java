package io.github.aspirejava.builder.layer;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Tells content that is compressed already, such as archives, pictures and models, from other content. Measures the
 * distribution of byte values over 64 KiB in the middle of a file, in integer arithmetic, so that the answer is the
 * same on every machine. A trial compression would give other answers with other versions of zlib.
 */
final class PackedContent {
    private static final int SAMPLE = 64 * 1024;
    private static final int VALUES = 256;

    private PackedContent() {}

    /**
     * Returns whether another compression of the file would gain nothing. Files shorter than 64 KiB are not examined.
     */
    static boolean isIn(Path file, long size) throws IOException {
        if (size < SAMPLE) {
            return false;
        }
        byte[] sample = new byte[SAMPLE];
        // Opened by its path: a file's name as a text is wrong if the locale lacks its characters.
        try (InputStream content = Files.newInputStream(file)) {
            content.skipNBytes((size - SAMPLE) / 2);
            if (content.readNBytes(sample, 0, SAMPLE) < SAMPLE) {
                throw new EOFException("%s has become shorter".formatted(file));
            }
        }
        return isEven(sample);
    }

    /**
     * Returns whether two bytes picked by chance are equal hardly more often than once in 256 times: at most 5 % more
     * often. Random bytes reach 0.4 %, text and class files are far beyond 100 %.
     */
    private static boolean isEven(byte[] sample) {
        long[] counts = new long[VALUES];
        for (byte value : sample) {
            counts[value & 0xff]++;
        }
        long equalPairs = 0;
        for (long count : counts) {
            equalPairs += count * count;
        }
        return equalPairs * VALUES * 100 <= (long) sample.length * sample.length * 105;
    }
}
