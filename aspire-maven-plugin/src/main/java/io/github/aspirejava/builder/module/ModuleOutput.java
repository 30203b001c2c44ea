package io.github.aspirejava.builder.module;

import io.github.aspirejava.builder.content.Archive;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/** An application as packaged by its build, in this session or for a published artifact. */
public sealed interface ModuleOutput {
    /**
     * A jar that is run with the jars of the class path.
     *
     * @param file the jar, which is not among them
     */
    record Jar(Path file) implements ModuleOutput {}

    /**
     * A jar of a repository that is the first element of the class path and is run with the other jars.
     *
     * @param file the jar
     */
    record LibraryJar(Path file) implements ModuleOutput {}

    /**
     * A jar or war of Spring Boot, with the libraries inside.
     *
     * @param file the archive
     */
    record BootArchive(Path file) implements ModuleOutput {}

    /**
     * A war for a servlet container.
     *
     * @param file the war
     */
    record WebArchive(Path file) implements ModuleOutput {}

    /**
     * A fast-jar of Quarkus: a directory with {@code quarkus-run.jar}, a copy of each library in {@code lib}, and an
     * index with the path of each library.
     *
     * @param directory {@code quarkus-app}, as a rule
     */
    record QuarkusApp(Path directory) implements ModuleOutput {}

    /**
     * A legacy-jar of Quarkus: a jar whose manifest lists the libraries in a directory beside it.
     *
     * @param file the jar
     */
    record QuarkusLegacyJar(Path file) implements ModuleOutput {}

    /**
     * A native executable, run without a Java virtual machine.
     *
     * @param file the executable
     */
    record NativeExecutable(Path file) implements ModuleOutput {}

    /**
     * Opens the archive that the application is packaged as; does nothing for another packaging. The caller closes it.
     */
    default Closeable open() throws IOException {
        if (this instanceof BootArchive boot) {
            return Archive.open(boot.file());
        }
        if (this instanceof WebArchive war) {
            return Archive.open(war.file());
        }
        return () -> {};
    }

    /** Returns the layout of the image of such an application. */
    default Layout layout() {
        if (this instanceof QuarkusApp) {
            return Layout.QUARKUS;
        }
        if (this instanceof WebArchive
                || (this instanceof BootArchive boot && boot.file().toString().endsWith(".war"))) {
            return Layout.WEB;
        }
        return Layout.CLASS_PATH;
    }

    /** The location of libraries in an image: only images of one layout can share a layer. */
    enum Layout {
        /** Libraries in {@code /app/libs/ARTIFACT-VERSION.jar}. */
        CLASS_PATH,
        /** Libraries in the paths that Quarkus has given them. */
        QUARKUS,
        /** Libraries in {@code WEB-INF/lib} of a web application. */
        WEB
    }
}
