package io.github.aspirejava.builder.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aspirejava.image.Digest;
import io.github.aspirejava.image.Platform;
import io.github.aspirejava.oci.Descriptor;
import io.github.aspirejava.oci.ImageSource;
import io.github.aspirejava.oci.ManifestContent;
import io.github.aspirejava.oci.MediaTypes;
import io.github.aspirejava.text.FilteredException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Looks for the image of one platform in an index, and in nested indexes. The platform of an entry is trusted; only if
 * none matches, the configurations of the entries without a platform are read, as engines do.
 */
final class IndexSearch {
    /** The size limit of registries for a manifest; a configuration is shorter. */
    private static final int MAX_CONFIG_BYTES = 4 * 1024 * 1024;

    private static final int MAX_DEPTH = 4;
    /**
     * The limit of entries that are read: an index has room for tens of thousands of them, and each takes a request or
     * two.
     */
    private static final int MAX_READ = 100;

    private final ImageSource source;
    private final Platform wanted;
    private final Set<Digest> read = new HashSet<>();
    private final SortedSet<Platform> offered = new TreeSet<>();
    private final List<ManifestContent> nameless = new ArrayList<>();

    IndexSearch(ImageSource source, Platform wanted) {
        this.source = source;
        this.wanted = wanted;
    }

    /** An image's manifest and its platform. */
    record Found(ManifestContent manifest, Platform platform) {}

    /**
     * Returns the image for the wanted platform, or else one without any platform, if it is the only image.
     *
     * @throws IOException if something cannot be read, or the index exceeds the limits of an image
     */
    Optional<Found> in(ManifestContent index) throws IOException {
        Optional<Found> found = search(index, 1);
        return found.isEmpty() && offered.isEmpty() && nameless.size() == 1
                ? Optional.of(new Found(nameless.get(0), wanted))
                : found;
    }

    /** Returns the platforms of the images that were found so far. */
    List<Platform> offered() {
        return List.copyOf(offered);
    }

    private Optional<Found> search(ManifestContent index, int depth) throws IOException {
        if (depth > MAX_DEPTH) {
            throw new FilteredException(
                    "its index contains other indexes, nested more than %d levels deep".formatted(MAX_DEPTH));
        }
        Map<Platform, Descriptor> named = new TreeMap<>();
        List<Descriptor> unnamed = new ArrayList<>();
        for (JsonNode entry : ImageJson.parse(index.content()).path("manifests")) {
            Optional<Platform> platform = ImageJson.platform(entry.path("platform"));
            if (platform.isEmpty()) {
                unnamed.add(ImageJson.descriptor(entry));
            } else if (isProper(platform.get())) {
                named.putIfAbsent(platform.get(), ImageJson.descriptor(entry));
            }
        }
        offered.addAll(named.keySet());
        Optional<Map.Entry<Platform, Descriptor>> chosen = named.entrySet().stream()
                .filter(entry -> wanted.accepts(entry.getKey()))
                .min(Comparator.comparing(entry -> !entry.getKey().equals(wanted)));
        if (chosen.isPresent()) {
            ManifestContent manifest =
                    source.manifest(chosen.get().getValue().digest().toString());
            return isIndex(manifest)
                    ? search(manifest, depth + 1)
                    : Optional.of(new Found(manifest, chosen.get().getKey()));
        }
        return searchAll(unnamed, depth);
    }

    /** Returns an image for exactly the wanted platform, else the first one that was found. */
    private Optional<Found> searchAll(List<Descriptor> unnamed, int depth) throws IOException {
        Optional<Found> first = Optional.empty();
        for (Descriptor entry : unnamed) {
            if (!read.add(entry.digest())) {
                continue;
            }
            if (read.size() > MAX_READ) {
                throw new FilteredException("its index has more than %d images without a platform".formatted(MAX_READ));
            }
            ManifestContent manifest = source.manifest(entry.digest().toString());
            Optional<Found> found = isIndex(manifest) ? search(manifest, depth + 1) : byConfiguration(manifest);
            if (found.isPresent() && found.get().platform().equals(wanted)) {
                return found;
            }
            first = first.or(() -> found);
        }
        return first;
    }

    private Optional<Found> byConfiguration(ManifestContent manifest) throws IOException {
        if (!MediaTypes.isManifest(manifest.descriptor().mediaType())) {
            return Optional.empty();
        }
        Descriptor config =
                ImageJson.descriptor(ImageJson.parse(manifest.content()).path("config"));
        // Charts, signatures and other artifacts have other media types.
        if (!config.mediaType().equals(MediaTypes.OCI_CONFIG)
                && !config.mediaType().equals(MediaTypes.DOCKER_CONFIG)) {
            return Optional.empty();
        }
        Optional<Platform> platform = ImageJson.platform(config(source, config));
        if (platform.isEmpty()) {
            nameless.add(manifest);
            return Optional.empty();
        }
        if (!isProper(platform.get())) {
            return Optional.empty();
        }
        offered.add(platform.get());
        return platform.filter(wanted::accepts).map(its -> new Found(manifest, its));
    }

    /** Returns the configuration of an image. */
    static ObjectNode config(ImageSource source, Descriptor descriptor) throws IOException {
        if (descriptor.size() > MAX_CONFIG_BYTES) {
            throw new FilteredException(
                    "its configuration has %d bytes, which is too large".formatted(descriptor.size()));
        }
        try (InputStream content = source.openBlob(descriptor)) {
            return ImageJson.parse(content.readAllBytes());
        }
    }

    private static boolean isIndex(ManifestContent manifest) {
        return MediaTypes.isIndex(manifest.descriptor().mediaType());
    }

    /** Returns whether the platform is a real one: BuildKit marks its attestations as unknown. */
    private static boolean isProper(Platform platform) {
        return !platform.os().equals("unknown");
    }
}
