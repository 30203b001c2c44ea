package io.github.aspirejava.engine.context;

import io.github.aspirejava.concurrent.Cancellation;
import io.github.aspirejava.text.FilteredException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** A tar that is created piece by piece while it is read: no thread writes it, and no file holds it. */
final class ContextStream extends InputStream {
    private static final int PIECE = 64 * 1024;

    private final Iterator<ContextEntry> entries;
    private final Cancellation cancellation;
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final TarArchiveOutputStream tar;
    private final byte[] buffer = new byte[PIECE];
    private InputStream ready = InputStream.nullInputStream();
    private InputStream content = InputStream.nullInputStream();
    private String name = "";
    private long left;
    private boolean inEntry;
    private boolean finished;

    ContextStream(List<ContextEntry> entries, Cancellation cancellation) {
        this.entries = entries.iterator();
        this.cancellation = cancellation;
        // Each character of a name is one byte of it. Headers of POSIX would be in UTF-8, which names need not be.
        this.tar = new TarArchiveOutputStream(written, StandardCharsets.ISO_8859_1.name());
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_GNU);
        tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = ready.read(bytes, offset, length);
        while (count < 0 && !finished) {
            cancellation.throwIfCancelled();
            writePiece();
            ready = new ByteArrayInputStream(written.toByteArray());
            written.reset();
            count = ready.read(bytes, offset, length);
        }
        return count;
    }

    private void writePiece() throws IOException {
        if (inEntry) {
            // A file that grows meanwhile is sent as it was.
            int count = left == 0 ? -1 : content.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (count >= 0) {
                tar.write(buffer, 0, count);
                left -= count;
                return;
            }
            content.close();
            if (left > 0) {
                throw new FilteredException(
                        "'%s' became shorter while it was sent; run the build again".formatted(name));
            }
            tar.closeArchiveEntry();
            inEntry = false;
        } else if (entries.hasNext()) {
            ContextEntry entry = entries.next();
            TarArchiveEntry header = entry.header();
            content = entry.open();
            left = header.getSize();
            name = header.getName();
            inEntry = true;
            tar.putArchiveEntry(header);
        } else {
            tar.finish();
            finished = true;
        }
    }

    @Override
    public void close() throws IOException {
        content.close();
    }
}
