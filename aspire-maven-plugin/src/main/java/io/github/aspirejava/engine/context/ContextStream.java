package io.github.aspirejava.engine.context;

import io.github.aspirejava.concurrent.Cancellation;
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
    private boolean inEntry;
    private boolean finished;

    ContextStream(List<ContextEntry> entries, Cancellation cancellation) {
        this.entries = entries.iterator();
        this.cancellation = cancellation;
        this.tar = new TarArchiveOutputStream(written, StandardCharsets.UTF_8.name());
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
        tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
        tar.setAddPaxHeadersForNonAsciiNames(true);
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
            int count = content.read(buffer);
            if (count >= 0) {
                tar.write(buffer, 0, count);
                return;
            }
            content.close();
            tar.closeArchiveEntry();
            inEntry = false;
        } else if (entries.hasNext()) {
            ContextEntry entry = entries.next();
            TarArchiveEntry header = entry.header();
            content = entry.open();
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
