package io.github.aspirejava.cache;

import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.GZIPOutputStream;

/**
 * The gzip compression of a layer. All variants write no time and no operating system into the header, so equal content
 * gives equal bytes.
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
     * that bundle their own and those that use the system's can differ, as can zlib-ng. The digest of the uncompressed
     * layer does not. A faster native library would give other bytes on platforms that it does not support.
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
     * Like {@link #DEFLATED}, in blocks that are compressed in parallel, at {@link #BLOCK_LEVEL}, and without a vain
     * second compression of blocks that are compressed already: for layers of unknown content.
     */
    BLOCKS {
        @Override
        public OutputStream wrap(OutputStream out) throws IOException {
            return new BlockGzipOutputStream(out);
        }
    },
    /** No compression, because the content is compressed already: the bytes stay unchanged. */
    NONE {
        @Override
        public OutputStream wrap(OutputStream out) {
            return out;
        }
    };

    /** Deflate's level for content that is compressed once and changes rarely. */
    public static final int LEVEL = 6;

    /** Deflate's level for whole layers of engines: 3 % more bytes than at level 6, in half the time. */
    static final int BLOCK_LEVEL = 4;

    private static final int BUFFER = 64 * 1024;

    /** Returns a stream whose closing finishes the gzip file and closes {@code out}. */
    public abstract OutputStream wrap(OutputStream out) throws IOException;

    /**
     * Returns the part of a cached layer's key that identifies the compression; another form of output needs another
     * text.
     */
    public String id() {
        return switch (this) {
            case STORED -> "gzip-stored";
            case DEFLATED -> "gzip-" + LEVEL;
            case BLOCKS -> "gzip-blocks-" + BLOCK_LEVEL;
            case NONE -> "as-it-is";
        };
    }
}
