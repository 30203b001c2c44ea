package io.github.aspirejava.app;

import java.util.Optional;

/** An environment that services run in. */
public sealed interface Environment extends Resource permits AzureEnvironment, DockerCompose {
    /** Returns the registry that its services push to by default. */
    Optional<Reference> registry();
}
