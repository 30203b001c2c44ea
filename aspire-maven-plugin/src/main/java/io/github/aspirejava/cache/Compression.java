package io.github.aspirejava.cache;

import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.GZIPOutputStream;

/**
 * How a layer is made into a gzip file. All ways write no time and no operating system into the header, so equal
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
    },
    /**
     * Like {@link #DEFLATED}, in blocks that are compressed side by side, at {@link #BLOCK_LEVEL}, and without trying
     * in vain to make those smaller that are compressed already: for layers of which nobody knows what is in them.
     */
    BLOCKS {
        @Override
        public OutputStream wrap(OutputStream out) throws IOException {
            return new BlockGzipOutputStream(out);
        }
    },
    /** Not at all, because somebody else has: the bytes stay as they are. */
    NONE {
        @Override
        public OutputStream wrap(OutputStream out) {
            return out;
        }
    };

    /** Deflate's level for what is compressed once and changes rarely. */
    public static final int LEVEL = 6;

    /** Deflate's level for whole layers of engines: 3 % more bytes than at level 6, in half the time. */
    static final int BLOCK_LEVEL = 4;

    private static final int BUFFER = 64 * 1024;

    /** A stream whose closing finishes the gzip file and closes {@code out}. */
    public abstract OutputStream wrap(OutputStream out) throws IOException;

    /** What a cached layer's key says of how it was compressed; another form of output needs another text. */
    public String id() {
        return switch (this) {
            case STORED -> "gzip-stored";
            case DEFLATED -> "gzip-" + LEVEL;
            case BLOCKS -> "gzip-blocks-" + BLOCK_LEVEL;
            case NONE -> "as-it-is";
        };
    }
}
