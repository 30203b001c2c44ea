package io.github.aspirejava.builder.module;

import io.github.aspirejava.builder.bytecode.ApplicationClasses;
import io.github.aspirejava.builder.content.ArchiveEntry;
import io.github.aspirejava.builder.content.CopiedFile;
import io.github.aspirejava.builder.content.FileContent;
import io.github.aspirejava.builder.content.NormalisedJar;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A library that an application is packaged with.
 *
 * @param library its coordinates, if Maven resolves it for the module, too; empty for a library that is only in the
 *     packaged application
 * @param name its file name if it has no coordinates
 * @param content its bytes
 */
public record PackagedLibrary(Optional<Library> library, String name, FileContent content) {
    /** Returns a library as Maven resolves it. */
    public static PackagedLibrary of(ClasspathJar jar) {
        Path file = jar.file();
        // The jar plugin writes the time of the build into the jars of modules.
        FileContent content =
                jar.library().kind() == Library.Kind.PROJECT ? new NormalisedJar(file) : new CopiedFile(file);
        return new PackagedLibrary(
                Optional.of(jar.library()), file.getFileName().toString(), content);
    }

    /** Returns whether it contains a class of this name, written with dots. */
    public boolean contains(String className) throws IOException {
        if (content instanceof ArchiveEntry nested) {
            return nested.holds(className.replace('.', '/') + ".class");
        }
        return new ApplicationClasses(content.source().orElseThrow(), "").contains(className);
    }
}
