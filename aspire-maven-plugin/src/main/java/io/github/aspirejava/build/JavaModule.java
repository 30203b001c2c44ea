package io.github.aspirejava.build;

import java.nio.file.Path;
import java.util.List;

/**
 * A compiled module, what an image is made of.
 *
 * @param name what messages call it
 * @param classes the directory of its class files and resources
 * @param classpath its runtime dependencies, in the order of its class path
 */
public record JavaModule(String name, Path classes, List<ClasspathJar> classpath) {
    /** Copies the list. */
    public JavaModule {
        classpath = List.copyOf(classpath);
    }
}
