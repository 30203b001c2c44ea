package io.github.aspirejava.builder.javaapp;

import io.github.aspirejava.builder.image.BaseImage;
import io.github.aspirejava.image.GrammarException;
import io.github.aspirejava.image.ImageReference;
import io.github.aspirejava.oci.layout.LayoutReference;
import java.io.IOException;
import java.util.Map;

/** The labels that name the base image of an image, as OCI's annotations define them. */
final class BaseLabels {
    private static final String NAME = "org.opencontainers.image.base.name";
    private static final String DIGEST = "org.opencontainers.image.base.digest";

    private BaseLabels() {}

    /**
     * Returns the label with the name of the base image in a model; none for a layout, whose path is this machine's.
     */
    static Map<String, String> name(String base) {
        if (LayoutReference.isLayout(base) || base.equals("scratch")) {
            return Map.of();
        }
        try {
            return Map.of(NAME, ImageReference.parse(base).toString());
        } catch (GrammarException e) {
            return Map.of();
        }
    }

    /** Returns the label with the digest of a base image that has been read. */
    static Map<String, String> digest(BaseImage image) throws IOException {
        return image instanceof BaseImage.Existing existing
                ? Map.of(
                        DIGEST,
                        existing.source()
                                .manifest(existing.selector())
                                .descriptor()
                                .digest()
                                .toString())
                : Map.of();
    }
}
