package io.github.aspirejava.builder.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aspirejava.builder.content.ImageBuildException;
import io.github.aspirejava.concurrent.Interruptible;
import io.github.aspirejava.image.Platform;
import io.github.aspirejava.oci.Descriptor;
import io.github.aspirejava.oci.ImageSource;
import io.github.aspirejava.oci.Json;
import io.github.aspirejava.oci.ManifestContent;
import io.github.aspirejava.oci.MediaTypes;
import io.github.aspirejava.text.FilteredException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads a base image's manifest and configuration for each platform; its layers are not copied. */
public final class BaseReader {
    private final String service;
    private final String what;
    private final String element;

    /** @param service the name in messages of the image that is built upon the base image */
    public BaseReader(String service) {
        this(service, "base image", "baseImage");
    }

    /**
     * Creates a reader of images that have another purpose than a base image.
     *
     * @param what the term for such an image in messages, for example {@code base image}
     * @param element the name of the model's element that names it
     */
    public BaseReader(String service, String what, String element) {
        this.service = service;
        this.what = what;
        this.element = element;
    }

    /** Returns the base image for each of {@code platforms}, in their order. */
    public List<Base> read(BaseImage image, List<Platform> platforms) throws BaseImageException, InterruptedException {
        if (image instanceof BaseImage.Existing existing) {
            try {
                return Interruptible.call(() -> read(existing, platforms));
            } catch (IOException e) {
                throw new BaseImageException(
                        "The %s %s of %s cannot be read: %s. Check its name, or name another one: <%s>"
                                .formatted(
                                        what,
                                        existing.description(),
                                        service,
                                        ImageBuildException.reason(e).replaceFirst("\\.$", ""),
                                        element),
                        e);
            }
        }
        return platforms.stream()
                .map(platform -> {
                    ObjectNode config = Json.object();
                    ImageJson.putPlatform(config, platform);
                    return new Base(platform, ImageFormat.OCI, config, List.of());
                })
                .toList();
    }

    /**
     * Returns the image from which files are copied for an image of that platform. A single-platform image is used for
     * every platform, as engines do: most files are independent of the platform.
     */
    public Base readFor(BaseImage.Existing image, Platform wanted) throws IOException, BaseImageException {
        ManifestContent root = image.source().manifest(image.selector());
        return MediaTypes.isIndex(root.descriptor().mediaType())
                ? fromIndex(image, root, wanted)
                : fromManifest(image, root, root, wanted, Optional.of(wanted));
    }

    private List<Base> read(BaseImage.Existing image, List<Platform> platforms) throws IOException, BaseImageException {
        ManifestContent root = image.source().manifest(image.selector());
        // Two wanted platforms can be the same one in the base image: linux/arm64 and linux/arm64/v8.
        Map<Platform, Base> bases = new LinkedHashMap<>();
        for (Platform wanted : platforms) {
            Base base = MediaTypes.isIndex(root.descriptor().mediaType())
                    ? fromIndex(image, root, wanted)
                    : fromManifest(image, root, root, wanted, Optional.empty());
            bases.putIfAbsent(base.platform(), base);
        }
        return List.copyOf(bases.values());
    }

    private Base fromIndex(BaseImage.Existing image, ManifestContent index, Platform wanted)
            throws IOException, BaseImageException {
        IndexSearch search = new IndexSearch(image.source(), wanted);
        IndexSearch.Found found = search.in(index).orElseThrow(() -> missing(image, wanted, search.offered()));
        return fromManifest(image, index, found.manifest(), wanted, Optional.of(found.platform()));
    }

    private Base fromManifest(
            BaseImage.Existing image,
            ManifestContent root,
            ManifestContent content,
            Platform wanted,
            Optional<Platform> inIndex)
            throws IOException, BaseImageException {
        String type = content.descriptor().mediaType();
        if (MediaTypes.isSchema1(type)) {
            throw new FilteredException("it is of " + MediaTypes.ABOUT_SCHEMA_1);
        }
        if (!MediaTypes.isManifest(type)) {
            throw new FilteredException("its manifest has the unknown media type '%s'".formatted(type));
        }
        ObjectNode manifest = ImageJson.parse(content.content());
        ObjectNode config = IndexSearch.config(image.source(), ImageJson.descriptor(manifest.path("config")));
        Platform platform = inIndex.or(() -> ImageJson.platform(config)).orElse(wanted);
        if (!wanted.accepts(platform)) {
            throw missing(image, wanted, List.of(platform));
        }
        ImageJson.putPlatform(config, platform);
        List<Base.Layer> layers = new ArrayList<>();
        for (JsonNode layer : manifest.path("layers")) {
            layers.add(layer(image.source(), layer));
        }
        int diffIds = config.path("rootfs").path("diff_ids").size();
        if (diffIds != layers.size()) {
            throw new FilteredException(
                    "its manifest has %d layers and its configuration %d".formatted(layers.size(), diffIds));
        }
        return new Base(platform, format(root, content, layers), config, layers);
    }

    private static Base.Layer layer(ImageSource source, JsonNode node) throws IOException {
        Descriptor descriptor = ImageJson.descriptor(node);
        if (ImageFormat.OCI.layer(descriptor.mediaType()).isEmpty() || !(node instanceof ObjectNode json)) {
            throw new FilteredException(
                    "it has a layer of the media type '%s', which is not supported".formatted(descriptor.mediaType()));
        }
        if (MediaTypes.isForeign(descriptor.mediaType()) && json.path("urls").isEmpty()) {
            throw new FilteredException("its layer %s is non-distributable (%s), and it has no urls"
                    .formatted(descriptor.digest(), descriptor.mediaType()));
        }
        return new Base.Layer(json, descriptor, source);
    }

    private static ImageFormat format(ManifestContent root, ManifestContent manifest, List<Base.Layer> layers) {
        boolean docker = Stream.concat(
                        Stream.of(root.descriptor(), manifest.descriptor()),
                        layers.stream().map(Base.Layer::descriptor))
                .allMatch(descriptor -> ImageFormat.DOCKER.has(descriptor.mediaType()));
        return docker ? ImageFormat.DOCKER : ImageFormat.OCI;
    }

    private BaseImageException missing(BaseImage.Existing image, Platform wanted, List<Platform> offered) {
        if (offered.isEmpty()) {
            return new BaseImageException("The %s %s of %s is an index without images. Write another image: <%s>"
                    .formatted(what, image.description(), service, element));
        }
        return new BaseImageException("The %s %s of %s is not for %s but for %s. Write one of these: <platforms>"
                .formatted(
                        what,
                        image.description(),
                        service,
                        wanted,
                        offered.stream().map(Platform::toString).collect(Collectors.joining(", "))));
    }
}
