package io.github.aspirejava.app;

import java.util.List;

/** Something that a model declares under a name: a registry, an environment or a service. */
public sealed interface Resource permits Registry, Environment, Service {
    /** The name, unique in the model without regard to case. */
    String name();

    /** Where it is declared. */
    Origin origin();

    /** The element that declares it, such as {@code javaApp}. */
    String element();

    /** All its texts that may refer to parameters. */
    List<Text> texts();
}
