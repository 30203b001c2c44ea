package io.github.aspirejava.push;

import io.github.aspirejava.app.AppModel;
import io.github.aspirejava.app.Container;
import io.github.aspirejava.concurrent.Interruptible;
import io.github.aspirejava.image.ImageReference;
import io.github.aspirejava.oci.ImageContent;
import io.github.aspirejava.oci.WholeImage;
import io.github.aspirejava.oci.registry.Registries;
import io.github.aspirejava.oci.registry.RegistryClient;
import io.github.aspirejava.registry.Mirrors;
import io.github.aspirejava.registry.ModelAccess;
import io.github.aspirejava.run.StepAction;
import io.github.aspirejava.run.StepContext;
import io.github.aspirejava.run.StepException;
import java.io.IOException;

/**
 * Copies the blobs of a prebuilt image from its own registry to one of the model: within a registry they are mounted,
 * between two they are streamed. The image is unchanged, with all its platforms, and so keeps its digest.
 */
public final class MirrorAction implements StepAction {
    private final AppModel model;
    private final Mirrors mirrors;
    private final Registries registries;
    private final ModelAccess access;
    private final ServiceUpload upload;

    /**
     * Creates the action for one model, which pushes with the session's pusher.
     *
     * @param mirrors the registries that images are read from in place of their own
     */
    public MirrorAction(AppModel model, Pusher pusher, Registries registries, ModelAccess access, Mirrors mirrors) {
        this.model = model;
        this.mirrors = mirrors;
        this.registries = registries;
        this.access = access;
        this.upload = new ServiceUpload(model, pusher, registries, access);
    }

    @Override
    public UploadedImage run(StepContext context) throws StepException, InterruptedException {
        Container container = context.step().resource(model, Container.class);
        ImageReference source =
                mirrors.apply(ImageReference.parse(container.source().require()));
        ImageContent image = read(container, source);
        context.progress("%s@%s for %d platforms, %,d bytes"
                .formatted(
                        source,
                        image.root().descriptor().digest(),
                        image.platforms().size(),
                        image.size()));
        return upload.upload(container, image, context).keepingDigest();
    }

    private ImageContent read(Container container, ImageReference source) throws StepException, InterruptedException {
        RegistryClient client = registries.client(access.of(source.host(), source.repository()));
        try {
            return Interruptible.call(() -> WholeImage.read(client.repository(source.repository()), source.selector()));
        } catch (IOException e) {
            throw new StepException(
                    "%s: The image %s of '%s' cannot be read: %s. Check its name, or remove <mirror>"
                            .formatted(container.source().origin(), source, container.name(), e.getMessage()),
                    e);
        }
    }
}
