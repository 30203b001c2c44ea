package io.github.aspirejava.cache;

import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.GZIPOutputStream;

/**
 * How a layer is made into a gzip file. Both ways write no time and no operating system into the header, so equal
 * content gives equal bytes.
 */
public enum Compression {
    /** Deflate's stored blocks: the bytes do not depend on the version of zlib either. */
    STORED {
        @Override
        public OutputStream wrap(OutputStream out) throws IOException {
            return new StoredGzipOutputStream(out);
        }
    },
    /**
     * Deflate at level 6, zlib's own default, by the zlib of the JDK. Its bytes depend on that zlib: builds of the JDK
     * that bring their own and those that use the system's can differ, as can zlib-ng. The digest of the uncompressed
     * layer does not. A library of native code that is faster would give other bytes where it does not run.
     */
    DEFLATED {
        @Override
        public OutputStream wrap(OutputStream out) throws IOException {
            return new GZIPOutputStream(out, BUFFER) {
                {
                    def.setLevel(LEVEL);
                }
            };
        }
    };

    /** Deflate's level for everything that is compressed. */
    public static final int LEVEL = 6;

    private static final int BUFFER = 64 * 1024;

    /** A stream whose closing finishes the gzip file and closes {@code out}. */
    public abstract OutputStream wrap(OutputStream out) throws IOException;

    /** What a cached layer's key says of how it was compressed; another form of output needs another text. */
    public String id() {
        return this == STORED ? "gzip-stored" : "gzip-" + LEVEL;
    }
}
