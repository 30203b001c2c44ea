package io.github.aspirejava.build;

import io.github.aspirejava.layers.Library;
import io.github.aspirejava.layers.LibraryLayer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Plans {@code /app/libs}, {@code /app/resources} and {@code /app/classes}. The class path is written out in the
 * module's order, because the first of two classes of one name wins.
 */
final class ClassPathPlanner implements ApplicationPlanner {
    private final JavaImageRequest request;
    private final JavaModule module;

    ClassPathPlanner(JavaImageRequest request) {
        this.request = request;
        this.module = request.module();
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
        SortedMap<String, Path> resources = ownFiles();
        SortedMap<String, Path> classFiles = new TreeMap<>(resources);
        classFiles.keySet().removeIf(name -> !MainClass.isClassFile(name));
        resources.keySet().removeIf(MainClass::isClassFile);
        List<PlannedLayer> own = List.of(layer("resources", resources), layer("classes", classFiles));
        layers.addAll(own);
        return new ApplicationPlan(
                layers, List.of("-cp", String.join(":", classpath(own)), mainClass(classFiles.values())));
    }

    /** What is not in a jar; empty for what others have built. */
    private SortedMap<String, Path> ownFiles() throws ImageBuildException, IOException {
        return module.output() instanceof ModuleOutput.Classes classes
                ? ModuleFiles.below(classes.directory())
                : new TreeMap<>();
    }

    private String mainClass(Collection<Path> classFiles) throws ImageBuildException, IOException {
        if (request.mainClass().isPresent()) {
            return request.mainClass().get();
        }
        return module.output() instanceof ModuleOutput.Jar jar
                ? MainClass.ofJar(module.name(), jar.file())
                : MainClass.find(module.name(), classFiles);
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

    private PlannedLayer layer(String name, Map<String, Path> files) {
        return new PlannedLayer(
                name,
                files.entrySet().stream()
                        .map(file -> PlannedFile.of(
                                file.getValue(),
                                "%s/%s/%s".formatted(ROOT, name, file.getKey()),
                                request.fileTime(),
                                false))
                        .toList());
    }

    private List<String> classpath(List<PlannedLayer> own) {
        List<String> classpath = new ArrayList<>();
        own.stream()
                .filter(layer -> !layer.files().isEmpty())
                .map(layer -> ROOT + '/' + layer.name())
                .forEach(classpath::add);
        module.classpath().forEach(jar -> classpath.add(target(jar)));
        return classpath.stream().distinct().toList();
    }

    private void checkPackaged() throws ImageBuildException {
        if (module.output() instanceof ModuleOutput.Classes classes && !Files.isDirectory(classes.directory())) {
            throw new ImageBuildException(
                    "The module %s isn't packaged: %s does not exist. Run the package phase first: mvn package"
                            .formatted(module.name(), classes.directory()));
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
