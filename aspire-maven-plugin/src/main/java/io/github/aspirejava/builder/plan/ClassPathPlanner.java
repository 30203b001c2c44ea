package io.github.aspirejava.builder.plan;

import io.github.aspirejava.builder.bytecode.ApplicationClasses;
import io.github.aspirejava.builder.content.Archive;
import io.github.aspirejava.builder.content.ImageBuildException;
import io.github.aspirejava.builder.content.NormalisedJar;
import io.github.aspirejava.builder.image.Base;
import io.github.aspirejava.builder.module.ClasspathJar;
import io.github.aspirejava.builder.module.JavaModule;
import io.github.aspirejava.builder.module.PackagedLibrary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plans an application that is a jar, run with the jars of its class path unless it contains them itself. */
final class ClassPathPlanner implements ApplicationPlanner {
    private final JavaImageRequest request;
    private final JavaModule module;
    private final Path jar;
    private final boolean isLibrary;

    /** @param isLibrary whether the jar is the first of the class path */
    ClassPathPlanner(JavaImageRequest request, Path jar, boolean isLibrary) {
        this.request = request;
        this.module = request.module();
        this.jar = jar;
        this.isLibrary = isLibrary;
    }

    @Override
    public ApplicationPlan plan(List<Base> bases) throws ImageBuildException, IOException {
        checkPackaged();
        Map<String, String> attributes = Archive.attributes(jar);
        List<PackagedLibrary> libraries =
                module.classpath().stream().map(PackagedLibrary::of).toList();
        String mainClass = new MainClass(module, new ApplicationClasses(jar, ""), libraries)
                .choose(request.run().mainClass(), Optional.ofNullable(attributes.get("Main-Class")));
        return new ClassPathLayout(request, ROOT, "libs")
                .plan(
                        new ClassPathLayout.Application(
                                isLibrary ? Optional.empty() : Optional.of(new NormalisedJar(jar)),
                                attributes,
                                Archive.sections(jar),
                                libraries,
                                "Maven"),
                        mainClass,
                        List.of());
    }

    private void checkPackaged() throws ImageBuildException {
        if (!Files.isRegularFile(jar)) {
            throw new ImageBuildException("Module '%s' is not packaged: %s does not exist. Run: mvn package aspire:push"
                    .formatted(module.name(), jar));
        }
        for (ClasspathJar library : module.classpath()) {
            Path file = library.file();
            if (!Files.isRegularFile(file)) {
                String what = Files.isDirectory(file) ? "a directory and not a jar" : "missing";
                throw new ImageBuildException("The dependency %s of module '%s' is %s. Run: mvn package aspire:push"
                        .formatted(file, module.name(), what));
            }
        }
    }
}
