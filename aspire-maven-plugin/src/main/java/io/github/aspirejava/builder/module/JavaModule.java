package io.github.aspirejava.builder.module;

import java.util.List;
import java.util.Optional;

/**
 * A packaged application.
 *
 * @param name its name in messages
 * @param output the packaged artifact
 * @param classpath its runtime dependencies, in the order of its class path
 * @param mainClass the class to start, if plugins or properties of its build name it
 * @param servletApi the version of the servlet API that it is written for, such as 6.0, if its build defines it
 */
public record JavaModule(
        String name,
        ModuleOutput output,
        List<ClasspathJar> classpath,
        Optional<String> mainClass,
        Optional<String> servletApi) {
    /** Copies the list. */
    public JavaModule {
        classpath = List.copyOf(classpath);
    }

    /** Creates an application without further properties. */
    public JavaModule(String name, ModuleOutput output, List<ClasspathJar> classpath) {
        this(name, output, classpath, Optional.empty(), Optional.empty());
    }
}
