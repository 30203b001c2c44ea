package io.github.aspirejava.builder.plan;

import io.github.aspirejava.builder.bytecode.ApplicationClasses;
import io.github.aspirejava.builder.content.Archive;
import io.github.aspirejava.builder.content.ImageBuildException;
import io.github.aspirejava.builder.content.NormalisedJar;
import io.github.aspirejava.builder.image.Base;
import io.github.aspirejava.builder.module.PackagedLibraries;
import io.github.aspirejava.builder.module.PackagedLibrary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plans a legacy-jar of Quarkus, with exactly the libraries that its manifest lists. */
final class LegacyQuarkusPlanner implements ApplicationPlanner {
    private final JavaImageRequest request;
    private final Path jar;

    LegacyQuarkusPlanner(JavaImageRequest request, Path jar) {
        this.request = request;
        this.jar = jar;
    }

    @Override
    public ApplicationPlan plan(List<Base> bases) throws ImageBuildException, IOException {
        Map<String, String> attributes = Archive.attributes(jar);
        List<Path> files = Arrays.stream(
                        attributes.getOrDefault("Class-Path", "").strip().split("\\s+", -1))
                .filter(path -> !path.isEmpty())
                .map(jar::resolveSibling)
                .filter(Files::isRegularFile)
                .toList();
        List<PackagedLibrary> libraries = new PackagedLibraries(request.module().classpath()).files(files);
        String mainClass = new MainClass(request.module(), new ApplicationClasses(jar, ""), libraries)
                .choose(request.run().mainClass(), Optional.ofNullable(attributes.get("Main-Class")));
        return new ClassPathLayout(request, ROOT, "libs")
                .plan(
                        new ClassPathLayout.Application(
                                Optional.of(new NormalisedJar(jar)),
                                attributes,
                                Archive.sections(jar),
                                libraries,
                                "Quarkus"),
                        mainClass,
                        List.of());
    }
}
