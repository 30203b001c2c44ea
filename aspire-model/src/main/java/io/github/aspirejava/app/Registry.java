package io.github.aspirejava.app;

/** Where images are pushed to. */
public sealed interface Registry extends Resource permits ContainerRegistry, AzureContainerRegistry, OciLayout {}
