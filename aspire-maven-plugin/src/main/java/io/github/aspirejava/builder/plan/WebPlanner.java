package io.github.aspirejava.builder.plan;

import io.github.aspirejava.builder.content.Archive;
import io.github.aspirejava.builder.content.ArchiveEntry;
import io.github.aspirejava.builder.content.ImageBuildException;
import io.github.aspirejava.builder.content.NormalisedJar;
import io.github.aspirejava.builder.image.Base;
import io.github.aspirejava.builder.layer.PlannedFile;
import io.github.aspirejava.builder.layer.PlannedLayer;
import io.github.aspirejava.builder.module.PackagedLibraries;
import io.github.aspirejava.builder.module.PackagedLibrary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipFile;

/**
 * Plans a war upon the image of a servlet container, whose entry point is kept: exploded into layers, or as a file if
 * the container's directory is for files.
 */
public final class WebPlanner implements ApplicationPlanner {
    public static final String CLASSES = "WEB-INF/classes/";
    private static final String LIBRARIES = "WEB-INF/lib/";

    private final JavaImageRequest request;
    private final Path war;

    WebPlanner(JavaImageRequest request, Path war) {
        this.request = request;
        this.war = war;
    }

    @Override
    public ApplicationPlan plan(List<Base> bases) throws ImageBuildException, IOException {
        refuse(request.run().mainClass().isPresent(), "mainClass");
        refuse(!request.run().arguments().isEmpty(), "arguments");
        Optional<ServletContainer> container =
                bases.stream().findFirst().flatMap(base -> ServletContainer.of(base.config()));
        String root = request.run()
                .appRoot()
                .or(() -> container.map(ServletContainer::root))
                .orElseThrow(() -> new ImageBuildException(
                        "The base image of module '%s', a war, is not a known servlet container. Write the directory of the application, <appRoot>/usr/local/tomcat/webapps/ROOT</appRoot> for Tomcat, or remove <baseImage>"
                                .formatted(request.module().name())));
        String flags = container.map(ServletContainer::flagsVariable).orElse("JDK_JAVA_OPTIONS");
        return root.endsWith(".war")
                ? new ApplicationPlan(List.of(), List.of(asFile(root)), Optional.empty(), environment(flags))
                : exploded(root, environment(flags));
    }

    private void refuse(boolean present, String element) throws ImageBuildException {
        if (present) {
            throw new ImageBuildException(
                    "Module '%s' is a war, which a servlet container runs, and <%s> has no effect on that. Remove it"
                            .formatted(request.module().name(), element));
        }
    }

    private Map<String, String> environment(String variable) {
        List<String> flags = request.run().jvmFlags();
        return flags.isEmpty() ? Map.of() : Map.of(variable, String.join(" ", flags));
    }

    private PlannedLayer asFile(String target) {
        return new PlannedLayer("application", List.of(PlannedFile.of(new NormalisedJar(war), target)));
    }

    private ApplicationPlan exploded(String root, Map<String, String> environment) throws IOException {
        List<String> libraries = new ArrayList<>();
        List<PlannedFile> classes = new ArrayList<>();
        List<PlannedFile> content = new ArrayList<>();
        try (ZipFile archive = Archive.open(war)) {
            for (String name : Archive.names(archive)) {
                if (name.startsWith(LIBRARIES) && name.endsWith(".jar")) {
                    libraries.add(name);
                } else if (!name.endsWith("/")) {
                    PlannedFile file = PlannedFile.of(new ArchiveEntry(war, name), root + '/' + name);
                    (name.startsWith(CLASSES) ? classes : content).add(file);
                }
            }
        }
        return new ApplicationPlan(
                libraries(root, libraries),
                List.of(new PlannedLayer("web content", content), new PlannedLayer("classes", classes)),
                Optional.empty(),
                environment);
    }

    /** Returns the layers of the libraries, which keep the names that the war gives them, and their shared layers. */
    private List<PlannedLayer> libraries(String root, List<String> entries) throws IOException {
        Map<String, List<PlannedFile>> known = new HashMap<>();
        List<PlannedFile> added = new ArrayList<>();
        List<PackagedLibrary> libraries = new PackagedLibraries(request.module().classpath()).entries(war, entries);
        for (int i = 0; i < libraries.size(); i++) {
            PlannedFile file = PlannedFile.of(libraries.get(i).content(), root + '/' + entries.get(i));
            libraries
                    .get(i)
                    .library()
                    .map(library -> known.computeIfAbsent(library.id(), id -> new ArrayList<>()))
                    .orElse(added)
                    .add(file);
        }
        return request.libraries().layers(known, added, "the war plugin");
    }
}
