package io.github.aspirejava.oci;

import io.github.aspirejava.text.FilteredException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;

/**
 * The bytes of a blob, verified against its descriptor while they are read. The last bytes are returned only if length
 * and digest match, so that wrong content can never be read completely.
 */
public final class VerifyingInputStream extends FilterInputStream {
    private final Descriptor descriptor;
    private final String source;
    private final MessageDigest hash;
    private long count;
    private boolean verified;

    /**
     * Verifies {@code bytes} against their descriptor.
     *
     * @param source the source of the bytes, for messages
     */
    public VerifyingInputStream(InputStream bytes, Descriptor descriptor, String source) {
        super(bytes);
        this.descriptor = descriptor;
        this.source = source;
        this.hash = descriptor.digest().newHash();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int n = in.read(buffer, offset, length);
        if (n > 0) {
            count += n;
            hash.update(buffer, offset, n);
        }
        if (count > descriptor.size() || (n < 0 && count < descriptor.size())) {
            throw new FilteredException("The blob %s from %s has %s than %d bytes: it is damaged or cut off"
                    .formatted(
                            descriptor.digest(),
                            source,
                            count > descriptor.size() ? "more" : "less",
                            descriptor.size()));
        }
        if (count == descriptor.size() && !verified) {
            verified = true;
            if (!descriptor.digest().matchesHash(hash.digest())) {
                throw new FilteredException(
                        "The bytes from %s are not those of %s: the content is damaged or was changed"
                                .formatted(source, descriptor.digest()));
            }
        }
        return n;
    }

    /** Reads the skipped bytes all the same, because they are part of the digest. */
    @Override
    public long skip(long n) throws IOException {
        return n <= 0 ? 0 : readNBytes((int) Math.min(n, 8192)).length;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
