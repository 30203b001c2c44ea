package io.github.aspirejava.build;

import com.google.cloud.tools.jib.api.ImageReference;
import com.google.cloud.tools.jib.api.JavaContainerBuilder;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import com.google.cloud.tools.jib.api.buildplan.FileEntry;
import com.google.cloud.tools.jib.api.buildplan.LayerObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Decides which file of a module goes into which layer and where: as jib does, {@code /app/libs},
 * {@code /app/resources} and {@code /app/classes}, in five layers from the one that changes least to the one that
 * changes most. The class path keeps the module's order, because the first of two classes of one name wins.
 */
final class ApplicationPlanner {
    private static final String ROOT = JavaContainerBuilder.DEFAULT_APP_ROOT;

    private final FileDigests digests;

    ApplicationPlanner(FileDigests digests) {
        this.digests = digests;
    }

    ApplicationPlan plan(JavaModule module, Instant fileTime) throws ImageBuildException, IOException {
        checkPackaged(module);
        Map<Path, ClasspathJar.Kind> jars = new HashMap<>();
        for (ClasspathJar jar : module.classpath()) {
            jars.putIfAbsent(jar.file(), jar.kind());
        }
        List<PlannedLayer> layers = new ArrayList<>();
        Map<Path, String> targets = new HashMap<>();
        for (LayerObject layer : jibLayers(module, fileTime)) {
            List<PlannedFile> files = files((FileEntriesLayer) layer, jars);
            files.forEach(file -> targets.put(file.source(), file.target()));
            if (!files.isEmpty()) {
                layers.add(new PlannedLayer(layer.getName(), files));
            }
        }
        return new ApplicationPlan(List.copyOf(layers), classpath(module, layers, targets));
    }

    private List<PlannedFile> files(FileEntriesLayer layer, Map<Path, ClasspathJar.Kind> jars) throws IOException {
        Set<String> ambiguous = ambiguousNames(jars.keySet());
        List<PlannedFile> files = new ArrayList<>();
        for (FileEntry entry : layer.getEntries()) {
            Path source = entry.getSourceFile();
            // A tar gets the directories of its files anyway; without this a new package would change the resources'
            // layer too.
            if (Files.isDirectory(source)) {
                continue;
            }
            PlannedFile file = new PlannedFile(entry, jars.get(source) == ClasspathJar.Kind.PROJECT);
            boolean renamed = jars.containsKey(source)
                    && ambiguous.contains(source.getFileName().toString());
            files.add(renamed ? file.withTarget(unambiguousTarget(file)) : file);
        }
        return files;
    }

    private static List<? extends LayerObject> jibLayers(JavaModule module, Instant fileTime) throws IOException {
        return JavaContainerBuilder.from(ImageReference.scratch())
                .setModificationTimeProvider((source, target) -> fileTime)
                .addDependencies(jars(module, ClasspathJar.Kind.RELEASE))
                .addSnapshotDependencies(jars(module, ClasspathJar.Kind.SNAPSHOT))
                .addProjectDependencies(jars(module, ClasspathJar.Kind.PROJECT))
                .addResources(module.classes(), file -> !MainClass.isClassFile(file))
                .addClasses(module.classes(), MainClass::isClassFile)
                .toContainerBuilder()
                .toContainerBuildPlan()
                .getLayers();
    }

    private static List<Path> jars(JavaModule module, ClasspathJar.Kind kind) {
        return module.classpath().stream()
                .filter(jar -> jar.kind() == kind)
                .map(ClasspathJar::file)
                .distinct()
                .toList();
    }

    private static List<String> classpath(JavaModule module, List<PlannedLayer> layers, Map<Path, String> targets) {
        List<String> classpath = new ArrayList<>();
        for (String directory : List.of(ROOT + "/resources", ROOT + "/classes")) {
            boolean used = layers.stream()
                    .flatMap(layer -> layer.files().stream())
                    .anyMatch(file -> file.target().startsWith(directory + "/"));
            if (used) {
                classpath.add(directory);
            }
        }
        for (ClasspathJar jar : module.classpath()) {
            classpath.add(Objects.requireNonNull(targets.get(jar.file()), "every jar is in a layer"));
        }
        return classpath.stream().distinct().toList();
    }

    private static Set<String> ambiguousNames(Set<Path> jars) {
        return jars.stream()
                .collect(Collectors.groupingBy(jar -> jar.getFileName().toString(), Collectors.counting()))
                .entrySet()
                .stream()
                .filter(name -> name.getValue() > 1)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** Jars of the same name from different groups are told apart by their content, not by their length as in jib. */
    private String unambiguousTarget(PlannedFile jar) throws IOException {
        String stem = jar.source().getFileName().toString().replaceFirst("\\.jar$", "");
        return "%s/libs/%s-%s.jar"
                .formatted(ROOT, stem, digests.digest(jar).hex().substring(0, 12));
    }

    private static void checkPackaged(JavaModule module) throws ImageBuildException {
        if (!Files.isDirectory(module.classes())) {
            throw new ImageBuildException(
                    "The module %s isn't packaged: %s does not exist. Run the package phase first: mvn package"
                            .formatted(module.name(), module.classes()));
        }
        for (ClasspathJar jar : module.classpath()) {
            if (!Files.isRegularFile(jar.file())) {
                String what = Files.isDirectory(jar.file()) ? "a directory and not a jar" : "missing";
                throw new ImageBuildException("The dependency %s of %s is %s. Run the package phase first: mvn package"
                        .formatted(jar.file(), module.name(), what));
            }
        }
    }
}
