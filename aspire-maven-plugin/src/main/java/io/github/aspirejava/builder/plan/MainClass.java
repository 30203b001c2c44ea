package io.github.aspirejava.builder.plan;

import io.github.aspirejava.builder.bytecode.ApplicationClasses;
import io.github.aspirejava.builder.content.ImageBuildException;
import io.github.aspirejava.builder.module.JavaModule;
import io.github.aspirejava.builder.module.PackagedLibrary;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Decides which class of an application is started: the configured one, else the one that the packaged artifact names,
 * else the one that the build names, else the only one with a main method.
 */
final class MainClass {
    private final JavaModule module;
    private final ApplicationClasses classes;
    private final List<PackagedLibrary> libraries;

    /**
     * Prepares to decide.
     *
     * @param classes the application's own classes
     * @param libraries libraries that may contain the class, too
     */
    MainClass(JavaModule module, ApplicationClasses classes, List<PackagedLibrary> libraries) {
        this.module = module;
        this.classes = classes;
        this.libraries = libraries;
    }

    /**
     * Returns the class to start.
     *
     * @param configured the class that the model names
     * @param packaged the class in the manifest of the packaged artifact
     * @throws ImageBuildException if none or several can be started, or the named class does not exist
     */
    String choose(Optional<String> configured, Optional<String> packaged) throws ImageBuildException, IOException {
        if (configured.isPresent()) {
            return existing(
                    configured.get(), "The main class %s of module '%s'".formatted(configured.get(), module.name()));
        }
        if (packaged.isPresent()) {
            String name = packaged.get().strip();
            return existing(name, "The Main-Class %s in the manifest of module '%s'".formatted(name, module.name()));
        }
        if (module.mainClass().isPresent()) {
            String name = module.mainClass().get();
            return existing(
                    name, "The main class %s that the build of module '%s' names".formatted(name, module.name()));
        }
        List<String> found = classes.mainClasses();
        if (found.size() != 1) {
            throw new ImageBuildException(found.isEmpty() ? none() : several(found));
        }
        return found.get(0);
    }

    private String existing(String name, String what) throws ImageBuildException, IOException {
        if (classes.contains(name)) {
            if (classes.hasNoMainMethod(name)) {
                throw new ImageBuildException("%s has no main method. %s".formatted(what, fix()));
            }
            return name;
        }
        for (PackagedLibrary library : libraries) {
            if (library.contains(name)) {
                return name;
            }
        }
        throw new ImageBuildException(
                "%s is neither in its jar nor in one of its libraries. %s".formatted(what, fix()));
    }

    private String fix() throws IOException {
        List<String> found = classes.mainClasses();
        return found.isEmpty()
                ? "Write the full name of a class into <mainClass>"
                : "Write <mainClass>%s</mainClass>".formatted(String.join("</mainClass> or <mainClass>", found));
    }

    private String none() {
        return "No class of module '%s' has a main method. Write one, or name the class to run: <mainClass>com.example.Main</mainClass>"
                .formatted(module.name());
    }

    private String several(List<String> found) {
        return "Several classes of module '%s' have a main method: %s. Name the one to run: <mainClass>%s</mainClass>"
                .formatted(module.name(), String.join(", ", found), found.get(0));
    }
}
