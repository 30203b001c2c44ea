package io.github.aspirejava.builder.frontend;

import io.github.aspirejava.app.ViteApp;
import io.github.aspirejava.builder.content.ImageBuildException;
import io.github.aspirejava.oci.ImageContent;
import io.github.aspirejava.run.StepContext;
import java.io.IOException;

/** Builds front ends with the Node of this machine, without an engine. */
public final class HostFrontEnds implements FrontEndBuilder {
    private final HostBuild host;

    /** A builder that runs the package manager of {@code host}. */
    public HostFrontEnds(HostBuild host) {
        this.host = host;
    }

    @Override
    public ImageContent build(ViteApp app, FrontEnd frontEnd, FrontEndOutput output, StepContext context)
            throws FrontEndException, ImageBuildException, IOException, InterruptedException {
        ImageContent image = host.build(frontEnd, context::progress, context.cancellation(), output::ofDirectory);
        context.progress("%s with %d blobs, %,d bytes"
                .formatted(image.root().descriptor().digest(), image.blobs().size(), image.size()));
        return image;
    }
}
