package io.github.aspirejava.builder.plan;

import io.github.aspirejava.builder.bytecode.ApplicationClasses;
import io.github.aspirejava.builder.content.Archive;
import io.github.aspirejava.builder.content.ArchiveEntry;
import io.github.aspirejava.builder.content.BootArchive;
import io.github.aspirejava.builder.content.ImageBuildException;
import io.github.aspirejava.builder.image.Base;
import io.github.aspirejava.builder.layer.PlannedFile;
import io.github.aspirejava.builder.layer.PlannedLayer;
import io.github.aspirejava.builder.module.JavaModule;
import io.github.aspirejava.builder.module.PackagedLibraries;
import io.github.aspirejava.builder.module.PackagedLibrary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Plans an archive that Spring Boot has repackaged, without its loader: the classes as a jar, and exactly the libraries
 * in the archive. The web content of a war is in a directory with {@code WEB-INF}, which Spring Boot expects.
 */
final class BootPlanner implements ApplicationPlanner {
    private final JavaImageRequest request;
    private final Path file;

    BootPlanner(JavaImageRequest request, Path file) {
        this.request = request;
        this.file = file;
    }

    @Override
    public ApplicationPlan plan(List<Base> bases) throws ImageBuildException, IOException {
        BootArchive archive = BootArchive.read(file);
        JavaModule module = request.module();
        List<PackagedLibrary> libraries = new PackagedLibraries(module.classpath()).entries(file, archive.libraries());
        String mainClass = new MainClass(module, new ApplicationClasses(file, archive.classes()), libraries)
                .choose(request.run().mainClass(), archive.startClass());
        boolean isWar = file.toString().endsWith(".war");
        ClassPathLayout layout = isWar
                ? new ClassPathLayout(request, ROOT + "/WEB-INF", "lib")
                : new ClassPathLayout(request, ROOT, "libs");
        return layout.plan(
                new ClassPathLayout.Application(
                        Optional.of(archive.classesJar()),
                        archive.ownAttributes(),
                        Archive.sections(file),
                        libraries,
                        "Spring Boot"),
                mainClass,
                isWar ? List.of(webContent(archive)) : List.of());
    }

    private PlannedLayer webContent(BootArchive archive) {
        return new PlannedLayer(
                "web content",
                archive.webContent().stream()
                        .map(name -> PlannedFile.of(new ArchiveEntry(file, name), ROOT + '/' + name))
                        .toList());
    }
}
