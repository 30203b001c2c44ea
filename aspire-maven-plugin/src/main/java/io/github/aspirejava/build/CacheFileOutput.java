package io.github.aspirejava.build;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of the cache that is being written: tells a full disk apart from a source file that cannot be read. */
final class CacheFileOutput extends OutputStream {
    private final OutputStream out;

    private CacheFileOutput(OutputStream out) {
        this.out = out;
    }

    /** Opens {@code file}, which exists, for writing. */
    static OutputStream open(Path file) throws IOException {
        return new CacheFileOutput(guarded(() -> Files.newOutputStream(file)));
    }

    /** Does {@code operation} and turns its failure, other than being interrupted, into a {@link Failure}. */
    static <T> T guarded(Operation<T> operation) throws IOException {
        try {
            return operation.run();
        } catch (ClosedByInterruptException e) {
            throw e;
        } catch (IOException e) {
            throw new Failure(e);
        }
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        guarded(() -> {
            out.write(bytes, offset, length);
            return length;
        });
    }

    @Override
    public void close() throws IOException {
        guarded(() -> {
            out.close();
            return out;
        });
    }

    /** Something done to the cache's files. */
    @FunctionalInterface
    interface Operation<T> {
        T run() throws IOException;
    }

    /** The cache could not be written to. */
    static final class Failure extends IOException {
        private static final long serialVersionUID = 1L;

        Failure(IOException cause) {
            super(ImageBuildException.reason(cause), cause);
        }
    }
}
