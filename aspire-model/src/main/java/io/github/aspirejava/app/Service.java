package io.github.aspirejava.app;

/** Something that runs from an image. */
public sealed interface Service extends Resource permits BuiltService, Container {
    /** Where and how it is run. */
    DeploymentSettings deployment();
}
