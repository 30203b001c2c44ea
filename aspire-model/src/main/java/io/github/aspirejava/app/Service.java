package io.github.aspirejava.app;

/** A service that runs from a container image. */
public sealed interface Service extends Resource permits BuiltService, Container {
    /** Returns the settings of the image: its name in a registry of the model and, if it is pushed, that registry. */
    ImageSettings image();

    /**
     * Returns whether the image is pushed. An image that only provides files to other images is not, nor is a prebuilt
     * image that is not mirrored.
     */
    boolean isPushed();

    /** Returns the settings of the deployment. */
    DeploymentSettings deployment();
}
