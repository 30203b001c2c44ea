package io.github.aspirejava.push;

import io.github.aspirejava.image.ImageReference;
import io.github.aspirejava.image.Tag;
import io.github.aspirejava.oci.layout.LayoutDirectory;
import io.github.aspirejava.oci.registry.RegistryRepository;

/** Where an image goes. */
public sealed interface PushTarget {
    /** What somebody who pulls {@code tag} from here writes. */
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
     * @param imageName what tells the image from the others in the layout
     */
    record InLayout(LayoutDirectory layout, String imageName) implements PushTarget {
        @Override
        public String reference(Tag tag) {
            return "oci:%s:%s".formatted(layout.directory(), name(tag));
        }

        /** The image's name in the layout's index. */
        String name(Tag tag) {
            return imageName + ':' + tag;
        }
    }
}
