package io.github.aspirejava.build;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;

/**
 * Tells content that is compressed already, such as archives, pictures and models, from content that is not. Looks at
 * how evenly the values of bytes are spread over 64 KiB in the middle of a file, in whole numbers, so that the answer
 * is the same on every machine. Trying a compression would give other answers with other versions of zlib.
 */
final class PackedContent {
    private static final int SAMPLE = 64 * 1024;
    private static final int VALUES = 256;

    private PackedContent() {}

    /** Whether another compression of the file would gain nothing. Files shorter than 64 KiB are not looked at. */
    static boolean isIn(Path file, long size) throws IOException {
        if (size < SAMPLE) {
            return false;
        }
        byte[] sample = new byte[SAMPLE];
        // Not a channel: closing one because of an interrupt looks like a file that cannot be read.
        try (RandomAccessFile content = new RandomAccessFile(file.toFile(), "r")) {
            content.seek((size - SAMPLE) / 2);
            content.readFully(sample);
        }
        return isEven(sample);
    }

    /**
     * Whether two bytes picked by chance are equal hardly more often than once in 256 times: at most 5 % more often.
     * Random bytes reach 0.4 %, text and class files are far beyond 100 %.
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
