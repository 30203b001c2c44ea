package io.github.aspirejava.cache;

import io.github.aspirejava.image.Digest;
import io.github.aspirejava.image.GrammarException;
import io.github.aspirejava.oci.Blob;
import io.github.aspirejava.oci.Descriptor;
import io.github.aspirejava.oci.MediaTypes;
import io.github.aspirejava.text.FilteredException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A layer in a file of the cache: the compressed layer, then a trailer line of fixed length that describes it. The file
 * is opened once and stays open, so that the layer can be read as often as needed even after another process has
 * removed the file from the cache. A {@link RandomAccessFile}, because a file channel is closed for all its readers
 * when one of them is interrupted.
 */
public final class CachedLayer implements Blob, Closeable {
    private static final Pattern TRAILER = Pattern.compile("([0-9a-f]{64}) ([0-9a-f]{64}) ([0-9]{19})\n");
    private static final int TRAILER_LENGTH = 64 + 1 + 64 + 1 + 19 + 1;

    private final RandomAccessFile file;
    private final Descriptor descriptor;
    private final Digest diffId;
    private final Path path;
    private final Runnable discard;

    private CachedLayer(RandomAccessFile file, Descriptor descriptor, Digest diffId, Path path, Runnable discard) {
        this.file = file;
        this.descriptor = descriptor;
        this.diffId = diffId;
        this.path = path;
        this.discard = discard;
    }

    /**
     * Opens the layer at {@code path}.
     *
     * @param discard removes the file from the cache; called if its bytes turn out to be wrong
     * @throws IOException if the file does not exist, or is not complete
     */
    static CachedLayer open(Path path, Runnable discard) throws IOException {
        RandomAccessFile file = new RandomAccessFile(path.toFile(), "r");
        try {
            long size = file.length() - TRAILER_LENGTH;
            if (size < 0) {
                throw new FilteredException("incomplete: " + path);
            }
            byte[] trailer = new byte[TRAILER_LENGTH];
            file.seek(size);
            file.readFully(trailer);
            Matcher matcher = TRAILER.matcher(new String(trailer, StandardCharsets.US_ASCII));
            if (!matcher.matches() || Long.parseLong(matcher.group(3)) != size) {
                throw new FilteredException("not a layer: " + path);
            }
            Descriptor descriptor =
                    new Descriptor(MediaTypes.OCI_LAYER_GZIP, new Digest("sha256", matcher.group(1)), size);
            return new CachedLayer(file, descriptor, new Digest("sha256", matcher.group(2)), path, discard);
        } catch (IOException | GrammarException | NumberFormatException e) {
            file.close();
            throw e instanceof IOException io ? io : new FilteredException("not a layer: " + path, e);
        }
    }

    /** Returns the trailer line after the layer. */
    static byte[] trailer(Digest digest, Digest diffId, long size) {
        return String.format(Locale.ROOT, "%s %s %019d\n", digest.hex(), diffId.hex(), size)
                .getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public Descriptor descriptor() {
        return descriptor;
    }

    /** Returns the digest of the uncompressed tar. */
    public Digest diffId() {
        return diffId;
    }

    @Override
    public InputStream open() {
        return new Content();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private int readAt(long position, byte[] bytes, int offset, int length) throws IOException {
        synchronized (file) {
            file.seek(position);
            return file.read(bytes, offset, length);
        }
    }

    /** The stream of one reader; the digest is verified at its end. */
    private final class Content extends InputStream {
        private final MessageDigest hash = Digest.newSha256();
        private long position;
        private boolean checked;

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            long left = descriptor.size() - position;
            int count = left == 0 ? -1 : readAt(position, bytes, offset, (int) Math.min(left, length));
            if (count < 0) {
                check(left);
                return -1;
            }
            position += count;
            hash.update(bytes, offset, count);
            if (position == descriptor.size()) {
                // A caller that knows the length does not read until the end of the stream.
                check(0);
            }
            return count;
        }

        private void check(long left) throws IOException {
            if (checked) {
                return;
            }
            checked = true;
            if (left > 0 || !Digest.ofSha256(hash.digest()).equals(descriptor.digest())) {
                discard.run();
                throw new FilteredException(
                        "The cached layer %s is damaged and has been removed. Run the build again".formatted(path));
            }
        }
    }
}
