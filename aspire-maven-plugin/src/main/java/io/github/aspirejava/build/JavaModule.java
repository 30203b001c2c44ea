package io.github.aspirejava.build;

import java.util.List;

/**
 * A packaged module or an artifact, what an image is made of.
 *
 * @param name what messages call it
 * @param output what is run
 * @param classpath its runtime dependencies, in the order of its class path
 */
public record JavaModule(String name, ModuleOutput output, List<ClasspathJar> classpath) {
    /** Copies the list. */
    public JavaModule {
        classpath = List.copyOf(classpath);
    }
}
