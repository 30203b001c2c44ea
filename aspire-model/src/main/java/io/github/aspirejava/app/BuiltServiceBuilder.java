package io.github.aspirejava.app;

import java.util.List;

/**
 * Collects the parts that all services with an image of their own have. Not safe for use by several threads.
 *
 * @param <B> the type of the builder
 */
public abstract class BuiltServiceBuilder<B extends BuiltServiceBuilder<B>> {
    final String name;
    final Origin origin;
    final ImageSettings image;
    DeploymentSettings deployment = DeploymentSettings.NONE;
    List<FileCopy> files = List.of();

    BuiltServiceBuilder(String name, Origin origin, ImageSettings image) {
        this.name = name;
        this.origin = origin;
        this.image = image;
    }

    /** Returns this builder. */
    abstract B self();

    /** Sets the settings of the deployment. */
    public B deployment(DeploymentSettings deployment) {
        this.deployment = deployment;
        return self();
    }

    /** Sets the files of other services that are copied into the image. */
    public B files(List<FileCopy> files) {
        this.files = files;
        return self();
    }
}
