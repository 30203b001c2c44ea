package io.github.aspirejava.app;

import io.github.aspirejava.image.Platform;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a service's image is called and where it goes.
 *
 * @param imageName the name below the registry's repository, or one with a host of its own; by default the service's
 *     name in lower case
 * @param tags at least one
 * @param platforms at least one
 * @param registry the registry that is asked for by name
 * @param load whether the image is brought into this machine's engine, too
 */
public record ImageSettings(
        Optional<Text> imageName,
        List<Text> tags,
        List<Platform> platforms,
        Optional<Reference> registry,
        boolean load) {
    /** Of an image that only goes to a registry. */
    public ImageSettings(
            Optional<Text> imageName, List<Text> tags, List<Platform> platforms, Optional<Reference> registry) {
        this(imageName, tags, platforms, registry, false);
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
