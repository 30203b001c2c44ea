package io.github.aspirejava.builder.frontend;

import io.github.aspirejava.app.ViteApp;
import io.github.aspirejava.builder.content.ImageBuildException;
import io.github.aspirejava.oci.ImageContent;
import io.github.aspirejava.run.StepContext;
import io.github.aspirejava.run.StepException;
import java.io.IOException;

/** Builds the files of front ends, on this machine or in a container engine. */
@FunctionalInterface
public interface FrontEndBuilder {
    /**
     * Builds a front end.
     *
     * @param frontEnd its files and commands
     * @param output makes an image of the built files
     * @return the image that {@code output} has made
     * @throws FrontEndException if it cannot be built
     */
    ImageContent build(ViteApp app, FrontEnd frontEnd, FrontEndOutput output, StepContext context)
            throws FrontEndException, ImageBuildException, StepException, IOException, InterruptedException;
}
