package io.github.aspirejava.build;

import com.google.cloud.tools.jib.api.ImageReference;
import com.google.cloud.tools.jib.api.JavaContainerBuilder;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import com.google.cloud.tools.jib.api.buildplan.LayerObject;
import io.github.aspirejava.layers.Library;
import io.github.aspirejava.layers.LibraryLayer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Plans {@code /app/libs}, {@code /app/resources} and {@code /app/classes}. The class path is written out in the
 * module's order, because the first of two classes of one name wins.
 */
final class ClassPathPlanner implements ApplicationPlanner {
    private final JavaImageRequest request;
    private final JavaModule module;
    private final Path classes;

    ClassPathPlanner(JavaImageRequest request, Path classes) {
        this.request = request;
        this.module = request.module();
        this.classes = classes;
    }

    @Override
    public ApplicationPlan plan() throws ImageBuildException, IOException {
        checkPackaged();
        List<PlannedLayer> layers = new ArrayList<>();
        Map<String, ClasspathJar> jars = module.classpath().stream()
                .collect(Collectors.toMap(jar -> jar.library().id(), Function.identity(), (first, second) -> first));
        for (LibraryLayer layer : request.libraries().layers()) {
            layers.add(libraryLayer(layer, jars));
        }
        List<PlannedLayer> own = ownLayers();
        layers.addAll(own);
        String main =
                request.mainClass().isPresent() ? request.mainClass().get() : MainClass.find(module.name(), classes);
        return new ApplicationPlan(layers, List.of("-cp", String.join(":", classpath(own)), main));
    }

    private PlannedLayer libraryLayer(LibraryLayer layer, Map<String, ClasspathJar> jars) {
        List<PlannedFile> files = layer.libraries().stream()
                .map(library -> file(Objects.requireNonNull(jars.get(library.id()), "the plan is another module's")))
                .toList();
        return new PlannedLayer(layer.kind().title(), files);
    }

    private PlannedFile file(ClasspathJar jar) {
        return PlannedFile.of(
                jar.file(), target(jar), request.fileTime(), jar.library().kind() == Library.Kind.PROJECT);
    }

    private String target(ClasspathJar jar) {
        return "%s/libs/%s".formatted(ROOT, request.libraries().names().of(jar.library()));
    }

    /** Resources and classes, as far as there are any. */
    private List<PlannedLayer> ownLayers() throws IOException {
        List<? extends LayerObject> all = JavaContainerBuilder.from(ImageReference.scratch())
                .setModificationTimeProvider((source, target) -> request.fileTime())
                .addResources(classes, file -> !MainClass.isClassFile(file))
                .addClasses(classes, MainClass::isClassFile)
                .toContainerBuilder()
                .toContainerBuildPlan()
                .getLayers();
        List<PlannedLayer> layers = new ArrayList<>();
        for (LayerObject layer : all) {
            // A tar gets the directories of its files anyway; without this a new package would change the resources'
            // layer too.
            List<PlannedFile> files = ((FileEntriesLayer) layer)
                    .getEntries().stream()
                            .filter(entry -> !Files.isDirectory(entry.getSourceFile()))
                            .map(entry -> new PlannedFile(entry, false))
                            .toList();
            layers.add(new PlannedLayer(layer.getName(), files));
        }
        return layers;
    }

    private List<String> classpath(List<PlannedLayer> own) {
        List<String> classpath = new ArrayList<>();
        for (String directory : List.of(ROOT + "/resources", ROOT + "/classes")) {
            boolean used = own.stream()
                    .flatMap(layer -> layer.files().stream())
                    .anyMatch(file -> file.target().startsWith(directory + "/"));
            if (used) {
                classpath.add(directory);
            }
        }
        module.classpath().forEach(jar -> classpath.add(target(jar)));
        return classpath.stream().distinct().toList();
    }

    private void checkPackaged() throws ImageBuildException {
        if (!Files.isDirectory(classes)) {
            throw new ImageBuildException(
                    "The module %s isn't packaged: %s does not exist. Run the package phase first: mvn package"
                            .formatted(module.name(), classes));
        }
        for (ClasspathJar jar : module.classpath()) {
            Path file = jar.file();
            if (!Files.isRegularFile(file)) {
                String what = Files.isDirectory(file) ? "a directory and not a jar" : "missing";
                throw new ImageBuildException("The dependency %s of %s is %s. Run the package phase first: mvn package"
                        .formatted(file, module.name(), what));
            }
        }
    }
}
