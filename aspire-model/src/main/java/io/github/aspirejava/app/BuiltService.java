package io.github.aspirejava.app;

import java.util.List;

/** A service whose image is built. */
public sealed interface BuiltService extends Service permits JavaApp, Dockerfile, ViteApp {
    /** Returns the files of other services' images that are copied into the image of this service. */
    List<FileCopy> files();

    @Override
    default boolean isPushed() {
        return true;
    }

    /** Returns whether the image is built without an engine and is also loaded into one. */
    default boolean isLoaded() {
        return image().load() && !needsEngine();
    }

    /** Returns whether the image is built by a container engine. */
    boolean needsEngine();
}
