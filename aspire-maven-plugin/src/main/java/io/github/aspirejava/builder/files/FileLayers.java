package io.github.aspirejava.builder.files;

import io.github.aspirejava.builder.content.ImageBuildException;
import io.github.aspirejava.builder.image.Base;
import io.github.aspirejava.builder.image.BaseImage;
import io.github.aspirejava.builder.image.BaseReader;
import io.github.aspirejava.builder.image.ImageAssembler.ApplicationLayer;
import io.github.aspirejava.builder.layer.FileTimes;
import io.github.aspirejava.cache.CacheException;
import io.github.aspirejava.cache.CacheFileOutput;
import io.github.aspirejava.cache.CachedLayer;
import io.github.aspirejava.cache.CancellableOutputStream;
import io.github.aspirejava.cache.Compression;
import io.github.aspirejava.cache.LayerCache;
import io.github.aspirejava.concurrent.Cancellation;
import io.github.aspirejava.concurrent.Interruptible;
import io.github.aspirejava.image.Digest;
import io.github.aspirejava.image.Platform;
import io.github.aspirejava.oci.Blob;
import io.github.aspirejava.oci.Descriptor;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Builds layers of files from other images. A layer that was built from the same source layers is a cache hit; equal
 * files in other source layers give an equal layer.
 */
public final class FileLayers {
    /** The format version, a part of every key; another form of these layers needs another text. */
    private static final String FORM = "files-3";

    private final LayerCache cache;

    public FileLayers(LayerCache cache) {
        this.cache = cache;
    }

    /**
     * Files of another service's image.
     *
     * @param image the image that contains them
     * @param service the name of the image's service
     * @param path their path in that image
     * @param target the directory that they are copied to
     * @param served whether they are served, so that any server has to be able to read them
     */
    public record Selection(BaseImage.Existing image, String service, String path, String target, boolean served) {}

    /**
     * Returns the layer for an image of that platform.
     *
     * @param times the modification times of the files in that image
     * @throws ImageBuildException if the other image cannot be read, or has no such path
     */
    public ApplicationLayer layer(Selection files, Platform platform, FileTimes times, Cancellation cancellation)
            throws ImageBuildException, InterruptedException {
        try {
            return Interruptible.call(() -> {
                Base source = new BaseReader(files.service(), "image", "image").readFor(files.image(), platform);
                return new ApplicationLayer(
                        "files of " + files.service(), findOrWrite(source, files, times, cancellation));
            });
        } catch (IOException e) {
            throw new ImageBuildException(
                    "The image of '%s' cannot be read: %s. Build it again, or name another image"
                            .formatted(files.service(), ImageBuildException.reason(e)),
                    e);
        }
    }

    private CachedLayer findOrWrite(Base source, Selection files, FileTimes times, Cancellation cancellation)
            throws ImageBuildException, IOException, InterruptedException {
        try {
            return cache.layer(
                    key(source, files, times),
                    Compression.DEFLATED,
                    tar -> write(source, files, times, new CancellableOutputStream(tar, cancellation), cancellation));
        } catch (CacheException e) {
            throw new ImageBuildException(String.valueOf(e.getMessage()), e);
        }
    }

    private static Digest key(Base source, Selection files, FileTimes times) {
        StringBuilder text = new StringBuilder(FORM).append('\n').append(times).append('\n');
        source.layers()
                .forEach(layer -> text.append(layer.descriptor().digest()).append('\n'));
        // A path may have any character but this one.
        text.append(files.path())
                .append('\0')
                .append(files.target())
                .append('\0')
                .append(files.served());
        return Digest.of(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private void write(Base source, Selection files, FileTimes times, OutputStream tar, Cancellation cancellation)
            throws IOException, ImageBuildException {
        List<Path> temporary = new ArrayList<>();
        try {
            List<Blob> layers = new ArrayList<>();
            for (Base.Layer layer : source.layers()) {
                cancellation.throwIfCancelled();
                layers.add(layer.origin().isPresent() ? downloaded(layer, temporary) : layer);
            }
            Path spool = temporaryFile(temporary);
            ImageFiles.copy(layers, files.path(), files.target(), files.served(), times::of, spool, tar);
        } catch (MissingPathException e) {
            throw new ImageBuildException(
                    "The files %s cannot be copied from the image of '%s': %s. Write an existing path into <path>"
                            .formatted(files.path(), files.service(), e.getMessage()),
                    e);
        } finally {
            for (Path file : temporary) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** Downloads a layer to a file: it is read twice, and one transfer from the registry is enough. */
    private Blob downloaded(Base.Layer layer, List<Path> temporary) throws IOException {
        Path file = temporaryFile(temporary);
        try (InputStream bytes = layer.open();
                OutputStream out = CacheFileOutput.open(file)) {
            bytes.transferTo(out);
        }
        return new Downloaded(layer.descriptor(), file);
    }

    private Path temporaryFile(List<Path> temporary) throws IOException {
        Path file = CacheFileOutput.guarded(cache::newTemporaryFile);
        temporary.add(file);
        return file;
    }

    /** A layer in a file; its bytes were verified during the download. */
    private record Downloaded(Descriptor descriptor, Path file) implements Blob {
        @Override
        public InputStream open() throws IOException {
            return Files.newInputStream(file);
        }
    }
}
