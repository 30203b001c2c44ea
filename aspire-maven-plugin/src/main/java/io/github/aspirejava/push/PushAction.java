package io.github.aspirejava.push;

import io.github.aspirejava.app.AppModel;
import io.github.aspirejava.app.Service;
import io.github.aspirejava.run.StepAction;
import io.github.aspirejava.run.StepContext;
import io.github.aspirejava.run.StepException;
import io.github.aspirejava.steps.StepNames;
import java.io.IOException;

/** Makes an uploaded image visible: its manifest and tags. */
public final class PushAction implements StepAction {
    private final AppModel model;
    private final Pusher pusher;

    /** Creates the action for one model, which pushes with the session's pusher. */
    public PushAction(AppModel model, Pusher pusher) {
        this.model = model;
        this.pusher = pusher;
    }

    @Override
    public PushedService run(StepContext context) throws StepException, InterruptedException {
        Service service = context.step().resource(model, Service.class);
        try {
            // If tags move together, this waits for the other images, too.
            UploadedImage uploaded = context.result(StepNames.upload(service.name()), UploadedImage.class);
            PushedImage image = pusher.tag(uploaded, model.tags(service), context.cancellation());
            if (!image.digest().equals(uploaded.image().root().descriptor().digest())) {
                context.progress("the registry takes no OCI manifest, so that the image has Docker's format");
            }
            image.references().forEach(reference -> context.progress("%s@%s".formatted(reference, image.digest())));
            return new PushedService(
                    service.name(), model.registryOf(service).orElseThrow().name(), image);
        } catch (IOException e) {
            throw StepException.at(service.origin(), e);
        }
    }
}
