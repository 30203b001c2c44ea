package io.github.aspirejava.app;

import java.util.List;

/** A service whose image the build makes. */
public sealed interface BuiltService extends Service permits JavaApp, Dockerfile, ViteApp {
    /** What its image is called and where it goes. */
    ImageSettings image();

    /** Files of other services' images that are put into this one's. */
    List<FileCopy> files();

    /** Whether its image is pushed; one that only gives files to others is not. */
    default boolean isPushed() {
        return true;
    }

    /** Whether its image is built by a container engine. */
    boolean needsEngine();
}
