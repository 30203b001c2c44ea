package io.github.aspirejava.cache;

import io.github.aspirejava.oci.Reason;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of the cache that is being written: distinguishes a full disk from a source file that cannot be read. */
public final class CacheFileOutput extends OutputStream {
    private final OutputStream out;

    private CacheFileOutput(OutputStream out) {
        this.out = out;
    }

    /** Opens the existing {@code file} for writing. */
    public static OutputStream open(Path file) throws IOException {
        return new CacheFileOutput(guarded(() -> Files.newOutputStream(file)));
    }

    /** Runs {@code operation} and wraps its failure, other than an interruption, in a {@link Failure}. */
    public static <T> T guarded(Operation<T> operation) throws IOException {
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

    /** An operation on the cache's files. */
    @FunctionalInterface
    public interface Operation<T> {
        /** Runs the operation. */
        T run() throws IOException;
    }

    /** Signals that the cache could not be written to. */
    public static final class Failure extends IOException {
        private static final long serialVersionUID = 1L;

        Failure(IOException cause) {
            super(Reason.of(cause), cause);
        }
    }
}
