package io.github.aspirejava.app;

import java.util.List;

/** A service whose image the build makes. */
public sealed interface BuiltService extends Service permits JavaApp, Dockerfile, ViteApp {
    /** Files of other services' images that are put into this one's. */
    List<FileCopy> files();

    @Override
    default boolean isPushed() {
        return true;
    }

    /** Whether its image is built without an engine, and brought into one besides. */
    default boolean isLoaded() {
        return image().load() && !needsEngine();
    }

    /** Whether its image is built by a container engine. */
    boolean needsEngine();
}
