package io.github.aspirejava.push;

import io.github.aspirejava.image.ImageReference;
import io.github.aspirejava.image.Tag;
import io.github.aspirejava.oci.layout.LayoutDirectory;
import io.github.aspirejava.oci.registry.RegistryRepository;

/** The target of an image. */
public sealed interface PushTarget {
    /** Returns the reference with which {@code tag} is pulled from here. */
    String reference(Tag tag);

    /** A repository of a registry. */
    record InRegistry(RegistryRepository repository) implements PushTarget {
        @Override
        public String reference(Tag tag) {
            return ImageReference.of(repository.host(), repository.name(), tag).toString();
        }
    }

    /**
     * A place in an OCI image layout.
     *
     * @param imageName the name that distinguishes the image from the others in the layout
     */
    record InLayout(LayoutDirectory layout, String imageName) implements PushTarget {
        @Override
        public String reference(Tag tag) {
            return "oci:%s:%s".formatted(layout.directory(), name(tag));
        }

        /** Returns the image's name in the layout's index. */
        String name(Tag tag) {
            return imageName + ':' + tag;
        }
    }
}
