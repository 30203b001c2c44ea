package io.github.aspirejava.builder.frontend;

import io.github.aspirejava.app.ViteApp;
import io.github.aspirejava.builder.content.ImageBuildException;
import io.github.aspirejava.builder.image.Base;
import io.github.aspirejava.concurrent.Cancellation;
import io.github.aspirejava.oci.ImageContent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Makes the image of one front end of its built files, upon the image of its server if it has one. */
public final class FrontEndOutput {
    private final FrontEndImages images;
    private final ViteApp app;
    private final List<Base> bases;
    private final Cancellation cancellation;

    FrontEndOutput(FrontEndImages images, ViteApp app, List<Base> bases, Cancellation cancellation) {
        this.images = images;
        this.app = app;
        this.bases = bases;
        this.cancellation = cancellation;
    }

    /** The image with the files below {@code directory}; they may change afterwards. */
    public ImageContent ofDirectory(Path directory)
            throws FrontEndException, ImageBuildException, IOException, InterruptedException {
        return images.ofFiles(app, bases, directory, cancellation);
    }

    /** The image with the files of another image; that one itself if there is no server. */
    public ImageContent ofImage(ImageContent files)
            throws FrontEndException, ImageBuildException, IOException, InterruptedException {
        return images.ofImage(app, bases, files, cancellation);
    }
}
