package io.github.aspirejava.builder.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aspirejava.cache.CachedLayer;
import io.github.aspirejava.image.Digest;
import io.github.aspirejava.image.Platform;
import io.github.aspirejava.oci.Blob;
import io.github.aspirejava.oci.Descriptor;
import io.github.aspirejava.oci.ImageContent;
import io.github.aspirejava.oci.Json;
import io.github.aspirejava.oci.ManifestContent;
import io.github.aspirejava.oci.MediaTypes;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Assembles base image and application: configuration, manifest and, for several platforms, an index. */
public final class ImageAssembler {
    private final Function<Platform, List<ApplicationLayer>> application;
    private final ImageRun run;
    private final ImageForm form;
    private final Map<Digest, Blob> blobs = new LinkedHashMap<>();

    /**
     * Prepares to assemble.
     *
     * @param application the layers that are put upon the base image for each platform, the lowest first
     * @param run the run configuration of the image
     */
    public ImageAssembler(Function<Platform, List<ApplicationLayer>> application, ImageRun run, ImageForm form) {
        this.application = application;
        this.run = run;
        this.form = form;
    }

    /** A written layer and its name in the history. */
    public record ApplicationLayer(String name, CachedLayer layer) {}

    /** A blob whose media type in the manifest differs from that in its source. */
    private record Renamed(Descriptor descriptor, Blob blob) implements Blob {
        @Override
        public InputStream open() throws IOException {
            return blob.open();
        }
    }

    public ImageContent assemble(List<Base> bases) {
        ImageFormat format = form.formatUpon(bases);
        List<ManifestContent> manifests = new ArrayList<>();
        for (Base base : bases) {
            manifests.add(manifest(base, format));
        }
        List<Platform> platforms = bases.stream().map(Base::platform).toList();
        List<Blob> all = List.copyOf(blobs.values());
        return manifests.size() == 1
                ? new ImageContent(manifests.get(0), List.of(), all, platforms)
                : new ImageContent(index(bases, manifests, format), manifests, all, platforms);
    }

    private ManifestContent manifest(Base base, ImageFormat format) {
        Blob config = Blob.ofBytes(format.config(), Json.write(config(base)));
        ObjectNode manifest = Json.object().put("schemaVersion", 2).put("mediaType", format.manifest());
        manifest.set("config", ImageJson.descriptor(config.descriptor()));
        ArrayNode layers = manifest.putArray("layers");
        for (Base.Layer original : base.layers()) {
            Base.Layer layer = original.in(format);
            layers.add(layer.json());
            // Foreign layers are not distributed, and stay at the URLs of their descriptors.
            if (!MediaTypes.isForeign(layer.descriptor().mediaType())) {
                add(layer);
            }
        }
        for (ApplicationLayer layer : application.apply(base.platform())) {
            Blob blob = blob(layer.layer(), format);
            layers.add(ImageJson.descriptor(blob.descriptor()));
            add(blob);
        }
        add(config);
        annotate(manifest, format);
        return new ManifestContent(format.manifest(), Json.write(manifest));
    }

    private static Blob blob(CachedLayer layer, ImageFormat format) {
        Descriptor own = layer.descriptor();
        String mediaType = format.layer(own.mediaType()).orElseThrow();
        return mediaType.equals(own.mediaType())
                ? layer
                : new Renamed(new Descriptor(mediaType, own.digest(), own.size()), layer);
    }

    private void add(Blob blob) {
        blobs.putIfAbsent(blob.descriptor().digest(), blob);
    }

    private ObjectNode config(Base base) {
        ObjectNode config = base.config().deepCopy();
        config.put("created", form.created().toString());
        run.applyTo(config);
        ObjectNode rootfs = ImageJson.objectIn(config, "rootfs").put("type", "layers");
        ArrayNode diffIds = ImageJson.arrayIn(rootfs, "diff_ids");
        ArrayNode history = ImageJson.arrayIn(config, "history");
        describeBaseLayers(history, base.layers().size());
        for (ApplicationLayer layer : application.apply(base.platform())) {
            diffIds.add(layer.layer().diffId().toString());
            history.addObject()
                    .put("created", form.created().toString())
                    .put("created_by", "aspire-maven-plugin")
                    .put("comment", layer.name());
        }
        return config;
    }

    /** Adds a history for the layers of a base image without one: engines match history and layers by counting. */
    private void describeBaseLayers(ArrayNode history, int layers) {
        int described = 0;
        for (JsonNode entry : history) {
            if (!entry.path("empty_layer").asBoolean()) {
                described++;
            }
        }
        for (int i = described; i < layers; i++) {
            history.addObject().put("created", form.created().toString()).put("comment", "base image");
        }
    }

    private ManifestContent index(List<Base> bases, List<ManifestContent> manifests, ImageFormat format) {
        ObjectNode index = Json.object().put("schemaVersion", 2).put("mediaType", format.index());
        ArrayNode entries = index.putArray("manifests");
        for (int i = 0; i < bases.size(); i++) {
            ObjectNode entry = ImageJson.descriptor(manifests.get(i).descriptor());
            ImageJson.putPlatform(entry.putObject("platform"), bases.get(i).platform());
            entries.add(entry);
        }
        annotate(index, format);
        return new ManifestContent(format.index(), Json.write(index));
    }

    private void annotate(ObjectNode document, ImageFormat format) {
        if (format == ImageFormat.OCI && !form.annotations().isEmpty()) {
            ObjectNode annotations = document.putObject("annotations");
            form.annotations().forEach(annotations::put);
        }
    }
}
