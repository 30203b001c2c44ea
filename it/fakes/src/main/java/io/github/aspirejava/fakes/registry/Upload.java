package io.github.aspirejava.fakes.registry;

import io.github.aspirejava.image.Digest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Arrays;

/** An open upload of a client, and its bytes that have arrived. */
final class Upload {
    private final boolean storesBytes;
    private final boolean losesBroken;
    private byte[] bytes = {};
    private MessageDigest hash = Digest.newSha256();
    private long length;
    private long lastPiece;

    /**
     * Creates an upload without bytes.
     *
     * @param storesBytes whether they are stored, and not only hashed and counted
     * @param losesBroken whether the bytes of an interrupted request are discarded
     */
    Upload(boolean storesBytes, boolean losesBroken) {
        this.storesBytes = storesBytes;
        this.losesBroken = losesBroken;
    }

    long length() {
        return length;
    }

    /** Returns the number of bytes of the last request. */
    long lastPiece() {
        return lastPiece;
    }

    byte[] bytes() {
        return bytes.clone();
    }

    boolean matches(Digest digest) {
        return digest.algorithm().equals("sha256")
                ? digest.matchesHash(copy(hash).digest())
                : digest.matches(bytes);
    }

    void append(InputStream body) throws IOException {
        MessageDigest before = copy(hash);
        long lengthBefore = length;
        ByteArrayOutputStream added = new ByteArrayOutputStream();
        byte[] buffer = new byte[64 * 1024];
        try {
            for (int n = body.read(buffer); n >= 0; n = body.read(buffer)) {
                hash.update(buffer, 0, n);
                length += n;
                if (storesBytes) {
                    added.write(buffer, 0, n);
                }
            }
            lastPiece = length - lengthBefore;
            keep(added.toByteArray());
        } catch (IOException e) {
            if (losesBroken) {
                hash = before;
                length = lengthBefore;
            } else {
                keep(added.toByteArray());
            }
            throw e;
        }
    }

    private void keep(byte[] added) {
        byte[] all = Arrays.copyOf(bytes, bytes.length + added.length);
        System.arraycopy(added, 0, all, bytes.length, added.length);
        bytes = all;
    }

    private static MessageDigest copy(MessageDigest hash) {
        try {
            return (MessageDigest) hash.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("The JDK's SHA-256 can be cloned", e);
        }
    }
}
