package io.github.aspirejava.engine.image;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aspirejava.cache.CacheException;
import io.github.aspirejava.cache.Compression;
import io.github.aspirejava.cache.LayerCache;
import io.github.aspirejava.concurrent.Cancellation;
import io.github.aspirejava.concurrent.Futures;
import io.github.aspirejava.engine.api.ContainerEngine;
import io.github.aspirejava.image.Digest;
import io.github.aspirejava.image.GrammarException;
import io.github.aspirejava.image.RegistryHost;
import io.github.aspirejava.oci.Blob;
import io.github.aspirejava.oci.BlobOrigin;
import io.github.aspirejava.oci.Descriptor;
import io.github.aspirejava.oci.ImageContent;
import io.github.aspirejava.oci.Json;
import io.github.aspirejava.oci.registry.Registries;
import io.github.aspirejava.registry.ModelAccess;
import io.github.aspirejava.text.FilteredException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The images of engines in a form that can be pushed. An image is read out of its engine once; its layers are
 * compressed in parallel, each once even if several images share it, and cached. An unchanged image is not read again
 * at all, and of a layer that the registry has, not even the compressed bytes are needed.
 */
public final class EngineImages {
    /**
     * The time to wait for images that are still being built: a separate export of their shared base image would take
     * longer.
     */
    private static final Duration PATIENCE = Duration.ofMillis(250);

    private final LayerCache cache;
    private final EngineLayers layers;
    private final KnownImages known;
    private final ArchiveReader reader;
    private final BaseLayers bases;
    private final ConcurrentMap<ContainerEngine, ExportBatches> exports = new ConcurrentHashMap<>();

    private EngineImages(LayerCache cache, Path directory, BaseLayers bases) {
        this.bases = bases;
        this.cache = cache;
        // A layer that was compressed in another way has another digest.
        String way = Compression.BLOCKS.id();
        this.layers = new EngineLayers(cache, directory.resolve("engine-layers-1-" + way));
        this.known = new KnownImages(directory.resolve("engine-images-1-" + way));
        this.reader = new ArchiveReader(layers);
    }

    /**
     * Opens the images that are kept in {@code cache}.
     *
     * @param registries the registries of base images that need not be read out of the engine
     * @param access the access to those registries
     * @throws CacheException if the cache cannot be written
     */
    public static EngineImages in(Path cache, Registries registries, ModelAccess access) throws CacheException {
        return new EngineImages(LayerCache.open(cache), cache, new BaseLayers(registries, access));
    }

    /**
     * Announces that an image is about to be built: it is exported in one batch with others that are built at that
     * time.
     */
    public ExportRequest order(ContainerEngine engine, Cancellation cancellation) {
        return new ExportRequest(
                engine, exports.computeIfAbsent(engine, e -> new ExportBatches(e, reader, cancellation, PATIENCE)));
    }

    /** An image that will be read unless its build fails; closed in either case. */
    public final class ExportRequest implements AutoCloseable {
        private final ContainerEngine engine;
        private final ExportBatches from;
        private final BatchWindow.Arrival arrival;

        private ExportRequest(ContainerEngine engine, ExportBatches from) {
            this.engine = engine;
            this.from = from;
            this.arrival = from.expect();
        }

        /**
         * Returns the image that the engine calls {@code id}.
         *
         * @param oci whether it gets OCI's format rather than Docker's, if the engine does not determine the format
         * @param target the registry that it is pushed to, if known
         * @throws IOException if the engine cannot export it, or it cannot be cached
         */
        public ImageContent read(Digest id, boolean oci, Optional<RegistryHost> target) throws IOException {
            Optional<EngineImage> remembered = known.find(id, target);
            if (remembered.isEmpty() && target.isPresent()) {
                bases.find(engine, diffIds(engine, id), target.get()).forEach(layers::adopt);
            }
            EngineImage image = remembered.isPresent() ? remembered.get() : export(from, id, arrival);
            if (remembered.isEmpty()) {
                known.remember(id, image);
            }
            return image.content(oci, (layer, descriptor) -> new Layer(descriptor, layer, id, from));
        }

        @Override
        public void close() {
            arrival.close();
        }
    }

    private static List<Digest> diffIds(ContainerEngine engine, Digest id) throws IOException {
        List<Digest> diffIds = new ArrayList<>();
        try {
            engine.api()
                    .get("/images/%s/json".formatted(id))
                    .path("RootFS")
                    .path("Layers")
                    .forEach(layer -> diffIds.add(Digest.parse(layer.asText())));
        } catch (GrammarException e) {
            throw new FilteredException("the engine's response for %s is invalid".formatted(id), e);
        }
        return diffIds;
    }

    private EngineImage export(ExportBatches from, Digest id, BatchWindow.Arrival arrival) throws IOException {
        ArchiveReader.Archive archive = from.read(id, arrival);
        ArchiveIndex.Entry entry = archive.index().image(id);
        List<EngineLayer> found = new ArrayList<>();
        for (String name : entry.layers()) {
            found.add(await(identity(archive, name)));
        }
        check(id, entry, found);
        boolean asItWas = entry.manifest().isPresent()
                && found.stream().allMatch(layer -> layer.descriptor().digest().equals(layer.identity()));
        return new EngineImage(entry.config(), found, asItWas ? entry.manifest() : Optional.empty());
    }

    private static Digest identity(ArchiveReader.Archive archive, String name) throws IOException {
        if (name.startsWith("sha256:")) {
            return Digest.parse(name);
        }
        Digest identity = archive.names().get(name);
        if (identity == null) {
            throw new FilteredException("the engine's export has no layer '%s'".formatted(name));
        }
        return identity;
    }

    private EngineLayer await(Digest identity) throws IOException {
        return Futures.await(layers.find(identity)
                .orElseThrow(() -> new FilteredException("the engine's export does not have the layer " + identity)));
    }

    /** Verifies that the exported image is the one that was built. */
    private static void check(Digest id, ArchiveIndex.Entry entry, List<EngineLayer> layers) throws IOException {
        if (entry.manifest().isPresent()) {
            return;
        }
        List<String> expected = new ArrayList<>();
        JsonNode diffIds = Json.parse(entry.config()).path("rootfs").path("diff_ids");
        diffIds.forEach(diffId -> expected.add(diffId.asText()));
        List<String> actual =
                layers.stream().map(layer -> layer.identity().toString()).toList();
        if (!actual.equals(expected)) {
            throw new FilteredException(
                    "the engine's export of %s has other layers than its configuration says".formatted(id));
        }
    }

    /** Creates a temporary file. */
    public Path newFile() throws IOException {
        return cache.newTemporaryFile();
    }

    /** A layer, read again only if its bytes are not cached. */
    private final class Layer implements Blob {
        private final Descriptor descriptor;
        private final EngineLayer layer;
        private final Digest image;
        private final ExportBatches from;

        Layer(Descriptor descriptor, EngineLayer layer, Digest image, ExportBatches from) {
            this.descriptor = descriptor;
            this.layer = layer;
            this.image = image;
            this.from = from;
        }

        @Override
        public Descriptor descriptor() {
            return descriptor;
        }

        @Override
        public Optional<BlobOrigin> origin() {
            return layer.origin();
        }

        @Override
        public InputStream open() throws IOException {
            try {
                return layer.origin().isPresent()
                        ? bases.open(layer, layer.origin().get())
                        : layers.open(layer, identity -> from.readLayer(image, identity));
            } catch (IOException e) {
                // The remembered metadata of the image may be wrong.
                known.forget(image);
                throw e;
            }
        }
    }
}
