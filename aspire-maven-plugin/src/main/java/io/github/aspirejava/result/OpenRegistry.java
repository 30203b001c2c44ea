package io.github.aspirejava.result;

import io.github.aspirejava.image.Repository;
import io.github.aspirejava.oci.layout.LayoutDirectory;
import io.github.aspirejava.oci.registry.RegistryClient;
import io.github.aspirejava.run.StepResult;
import java.util.Optional;

/** A registry of the model that is ready for pushes: the result of its login step. */
public sealed interface OpenRegistry extends StepResult {
    /**
     * A registry that supports the distribution protocol.
     *
     * @param repository the path below which the model puts all images
     */
    record Remote(RegistryClient client, Optional<Repository> repository) implements OpenRegistry {
        /** Returns the target repository of the image of this name. */
        public Repository place(Repository imageName) {
            return repository.map(parent -> parent.resolve(imageName.path())).orElse(imageName);
        }
    }

    /** An image layout on disk. */
    record Layout(LayoutDirectory directory) implements OpenRegistry {}
}
