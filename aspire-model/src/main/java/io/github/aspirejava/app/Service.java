package io.github.aspirejava.app;

/** Something that runs from an image. */
public sealed interface Service extends Resource permits BuiltService, Container {
    /** What its image is called in a registry of the model, and in which, if it is pushed. */
    ImageSettings image();

    /** Whether its image is pushed; one that only gives files to others is not, nor one that somebody else keeps. */
    boolean isPushed();

    /** Where and how it is run. */
    DeploymentSettings deployment();
}
