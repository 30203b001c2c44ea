package io.github.aspirejava.builder.image;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aspirejava.image.Platform;
import io.github.aspirejava.oci.Blob;
import io.github.aspirejava.oci.BlobOrigin;
import io.github.aspirejava.oci.Descriptor;
import io.github.aspirejava.oci.ImageSource;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/**
 * A base image for one platform.
 *
 * @param format Docker's format if all parts of the base image that were read are, from its root to its layers;
 *     otherwise OCI's
 * @param config its configuration
 * @param layers its layers, the lowest first
 */
public record Base(Platform platform, ImageFormat format, ObjectNode config, List<Layer> layers) {
    /**
     * A layer of a base image, read only if its bytes are needed.
     *
     * @param json its descriptor with all fields that the base image gives it
     */
    public record Layer(ObjectNode json, Descriptor descriptor, ImageSource source) implements Blob {
        /** Returns the same bytes as a layer of an image of that format. */
        Layer in(ImageFormat format) {
            String mediaType = format.layer(descriptor.mediaType()).orElseThrow();
            return new Layer(
                    json.deepCopy().put("mediaType", mediaType),
                    new Descriptor(mediaType, descriptor.digest(), descriptor.size()),
                    source);
        }

        @Override
        public InputStream open() throws IOException {
            return source.openBlob(descriptor);
        }

        @Override
        public Optional<BlobOrigin> origin() {
            return source.origin(descriptor);
        }
    }
}
