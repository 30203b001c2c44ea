package io.github.aspirejava.cache;

import io.github.aspirejava.image.Digest;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;

/** Hashes and counts the bytes that pass through. Closing it leaves {@code out} open. */
public final class HashingOutputStream extends OutputStream {
    private final OutputStream out;
    private final MessageDigest hash = Digest.newSha256();
    private long count;

    /** Passes the bytes on to {@code out}. */
    public HashingOutputStream(OutputStream out) {
        this.out = out;
    }

    @Override
    public void write(int value) throws IOException {
        out.write(value);
        hash.update((byte) value);
        count++;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
        hash.update(bytes, offset, length);
        count += length;
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    /** Returns the number of bytes so far. */
    public long count() {
        return count;
    }

    /** Returns the digest of all bytes; called once, at the end. */
    public Digest digest() {
        return Digest.ofSha256(hash.digest());
    }
}
