package io.github.aspirejava.push;

import io.github.aspirejava.app.AppModel;
import io.github.aspirejava.app.Service;
import io.github.aspirejava.oci.registry.Registries;
import io.github.aspirejava.registry.ModelAccess;
import io.github.aspirejava.result.BuiltImage;
import io.github.aspirejava.run.StepAction;
import io.github.aspirejava.run.StepContext;
import io.github.aspirejava.run.StepException;

/** Uploads the blobs of a service's image to its registry; the image is not visible to pulls yet. */
public final class UploadAction implements StepAction {
    private final AppModel model;
    private final ServiceUpload upload;

    /** Creates the action for one model, which pushes with the session's pusher. */
    public UploadAction(AppModel model, Pusher pusher, Registries registries, ModelAccess access) {
        this.model = model;
        this.upload = new ServiceUpload(model, pusher, registries, access);
    }

    @Override
    public UploadedImage run(StepContext context) throws StepException, InterruptedException {
        Service service = context.step().resource(model, Service.class);
        return upload.upload(service, context.result(BuiltImage.class).content(), context);
    }
}
