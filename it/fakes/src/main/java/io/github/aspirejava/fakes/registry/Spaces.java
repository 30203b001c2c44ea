package io.github.aspirejava.fakes.registry;

import java.io.InputStream;
import java.util.Arrays;

/** An endless stream of spaces. */
final class Spaces extends InputStream {
    @Override
    public int read() {
        return ' ';
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        Arrays.fill(buffer, offset, offset + length, (byte) ' ');
        return length;
    }
}
