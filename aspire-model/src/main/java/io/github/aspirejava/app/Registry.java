package io.github.aspirejava.app;

/** A registry that images are pushed to. */
public sealed interface Registry extends Resource permits ContainerRegistry, AzureContainerRegistry, OciLayout {}
