package io.github.aspirejava.push;

import io.github.aspirejava.app.AppModel;
import io.github.aspirejava.app.ImageName;
import io.github.aspirejava.app.Service;
import io.github.aspirejava.image.RegistryHost;
import io.github.aspirejava.oci.ImageContent;
import io.github.aspirejava.oci.registry.Registries;
import io.github.aspirejava.oci.registry.RegistryClient;
import io.github.aspirejava.registry.ModelAccess;
import io.github.aspirejava.result.OpenRegistry;
import io.github.aspirejava.run.StepContext;
import io.github.aspirejava.run.StepException;
import java.io.IOException;

/** Uploads the blobs of a service's image, independently of their source, to the target in the model. */
final class ServiceUpload {
    private final AppModel model;
    private final Pusher pusher;
    private final Registries registries;
    private final ModelAccess access;

    ServiceUpload(AppModel model, Pusher pusher, Registries registries, ModelAccess access) {
        this.model = model;
        this.pusher = pusher;
        this.registries = registries;
        this.access = access;
    }

    UploadedImage upload(Service service, ImageContent image, StepContext context)
            throws StepException, InterruptedException {
        ImageName name = model.imageName(service).orElseThrow();
        PushTarget target = target(name, context.result(OpenRegistry.class));
        try {
            UploadedImage uploaded = pusher.upload(image, target, model.tags(service), context.cancellation());
            context.progress(uploaded.blobs().sending(uploaded.bytesUploaded()));
            return uploaded;
        } catch (IOException e) {
            throw StepException.at(service.origin(), e);
        }
    }

    private PushTarget target(ImageName name, OpenRegistry registry) throws StepException {
        if (registry instanceof OpenRegistry.Layout layout) {
            return new PushTarget.InLayout(layout.directory(), name.path().path());
        }
        OpenRegistry.Remote remote = (OpenRegistry.Remote) registry;
        if (name.host().isPresent()) {
            return new PushTarget.InRegistry(
                    client(name, name.host().get(), remote.client()).repository(name.path()));
        }
        return new PushTarget.InRegistry(remote.client().repository(remote.place(name.path())));
    }

    /**
     * Returns the client for an image name with a host of its own, which is usually another one than its registry's.
     */
    private RegistryClient client(ImageName name, RegistryHost host, RegistryClient registry) throws StepException {
        return host.equals(registry.host()) ? registry : registries.client(access.of(host, name.path()));
    }
}
