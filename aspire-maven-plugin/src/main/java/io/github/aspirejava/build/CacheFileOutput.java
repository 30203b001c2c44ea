package io.github.aspirejava.build;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of the cache that is being written: tells a full disk apart from a source file that cannot be read. */
final class CacheFileOutput extends OutputStream {
    private final OutputStream out;

    private CacheFileOutput(OutputStream out) {
        this.out = out;
    }

    /** Opens {@code file}, which exists, for writing. */
    static OutputStream open(Path file) throws Failure {
        return new CacheFileOutput(guarded(() -> Files.newOutputStream(file)));
    }

    /** Does {@code operation} and turns its failure into a {@link Failure}. */
    static <T> T guarded(Operation<T> operation) throws Failure {
        try {
            return operation.run();
        } catch (IOException e) {
            throw new Failure(e);
        }
    }

    @Override
    public void write(int value) throws Failure {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws Failure {
        try {
            out.write(bytes, offset, length);
        } catch (IOException e) {
            throw new Failure(e);
        }
    }

    @Override
    public void close() throws Failure {
        try {
            out.close();
        } catch (IOException e) {
            throw new Failure(e);
        }
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
