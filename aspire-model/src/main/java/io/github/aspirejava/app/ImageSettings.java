package io.github.aspirejava.app;

import io.github.aspirejava.image.Platform;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The name, tags, platforms and destination of a service's image.
 *
 * @param imageName the name below the repository of the registry, or a name with a host of its own; by default the
 *     service's name in lower case
 * @param tags the tags, at least one
 * @param platforms the platforms, at least one
 * @param registry the registry that the service names, if any
 * @param load whether the image is also loaded into the local container engine
 * @param format the format of manifests; that of the base image or builder if absent
 */
public record ImageSettings(
        Optional<Text> imageName,
        List<Text> tags,
        List<Platform> platforms,
        Optional<Reference> registry,
        boolean load,
        Optional<Format> format) {
    /** A format of manifests and their media types. */
    public enum Format {
        OCI,
        DOCKER
    }

    /** Creates the settings of an image that is pushed to a registry and not loaded into an engine. */
    public ImageSettings(
            Optional<Text> imageName, List<Text> tags, List<Platform> platforms, Optional<Reference> registry) {
        this(imageName, tags, platforms, registry, false, Optional.empty());
    }

    /** Creates the settings of an image in the format of its base image or builder. */
    public ImageSettings(
            Optional<Text> imageName,
            List<Text> tags,
            List<Platform> platforms,
            Optional<Reference> registry,
            boolean load) {
        this(imageName, tags, platforms, registry, load, Optional.empty());
    }

    /** Copies the lists. */
    public ImageSettings {
        tags = List.copyOf(tags);
        platforms = List.copyOf(platforms);
    }

    List<Text> texts() {
        List<Text> texts = new ArrayList<>(tags);
        imageName.ifPresent(texts::add);
        return texts;
    }
}
