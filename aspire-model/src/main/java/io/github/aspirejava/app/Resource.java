package io.github.aspirejava.app;

import java.util.List;

/** A named element of a model: a registry, an environment or a service. */
public sealed interface Resource permits Registry, Environment, Service {
    /** Returns the name, unique in the model regardless of case. */
    String name();

    /** Returns the place of the declaration. */
    Origin origin();

    /** Returns the name of the declaring element, such as {@code javaApp}. */
    String element();

    /** Returns all texts of the resource that may refer to parameters. */
    List<Text> texts();
}
