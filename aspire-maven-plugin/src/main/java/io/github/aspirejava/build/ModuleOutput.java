package io.github.aspirejava.build;

import java.nio.file.Path;

/** What packaging a module has left to run, here or where an artifact comes from. */
public sealed interface ModuleOutput {
    /**
     * Class files and resources, run with the jars of the class path.
     *
     * @param directory where they are
     */
    record Classes(Path directory) implements ModuleOutput {}

    /**
     * What Quarkus makes of a module: a directory with {@code quarkus-run.jar}, a copy of each library in {@code lib},
     * and an index that holds the path of each of them.
     *
     * @param directory mostly {@code quarkus-app}
     */
    record QuarkusApp(Path directory) implements ModuleOutput {}

    /**
     * A jar that others have built, run with the jars of the class path, of which it is the first.
     *
     * @param file the jar
     */
    record Jar(Path file) implements ModuleOutput {}

    /** How the image of such a module is laid out. */
    default Layout layout() {
        return this instanceof QuarkusApp ? Layout.QUARKUS : Layout.CLASS_PATH;
    }

    /** Where libraries are in an image: only images of one layout can share a layer. */
    enum Layout {
        /** {@code /app/libs/ARTIFACT-VERSION.jar}. */
        CLASS_PATH,
        /** Where Quarkus has put them. */
        QUARKUS
    }
}
