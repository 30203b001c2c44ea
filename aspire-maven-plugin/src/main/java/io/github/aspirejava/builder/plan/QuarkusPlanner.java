package io.github.aspirejava.builder.plan;

import io.github.aspirejava.builder.bytecode.ApplicationClasses;
import io.github.aspirejava.builder.content.CopiedFile;
import io.github.aspirejava.builder.content.FileContent;
import io.github.aspirejava.builder.content.ImageBuildException;
import io.github.aspirejava.builder.content.NormalisedJar;
import io.github.aspirejava.builder.image.Base;
import io.github.aspirejava.builder.layer.PlannedFile;
import io.github.aspirejava.builder.layer.PlannedLayer;
import io.github.aspirejava.builder.library.LibraryNames;
import io.github.aspirejava.builder.module.ClasspathJar;
import io.github.aspirejava.builder.module.Library;
import io.github.aspirejava.builder.module.ModuleFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Plans the {@code quarkus-app} directory unchanged, below {@code /app}: its index contains the path of each file, and
 * the class path in its order. The layers of its libraries are those that were planned from the module's dependencies,
 * before that directory existed. Libraries that Quarkus has left out are not in the image; those that it has added are
 * a layer of their own.
 */
public final class QuarkusPlanner implements ApplicationPlanner {
    /** The jar to run; see {@code QuarkusEntryPoint} of Quarkus' bootstrap runner. */
    static final String RUN_JAR = "quarkus-run.jar";

    private static final String LIBRARIES = "lib/";

    private final JavaImageRequest request;
    private final Path directory;

    QuarkusPlanner(JavaImageRequest request, Path directory) {
        this.request = request;
        this.directory = directory;
    }

    @Override
    public ApplicationPlan plan(List<Base> bases) throws ImageBuildException, IOException {
        String module = request.module().name();
        if (request.run().mainClass().isPresent()) {
            throw new ImageBuildException(
                    "Quarkus determines the main class of %s when it packages. Set the property quarkus.package.main-class, and remove <mainClass>"
                            .formatted(module));
        }
        if (!Files.isRegularFile(directory.resolve(RUN_JAR))) {
            throw new ImageBuildException(
                    "The module %s is not packaged: %s does not exist. Run the package phase first: mvn package"
                            .formatted(module, directory.resolve(RUN_JAR)));
        }
        Map<String, Library> libraries = librariesByFileName();
        Map<String, List<PlannedFile>> known = new HashMap<>();
        List<PlannedFile> added = new ArrayList<>();
        List<PlannedFile> own = new ArrayList<>();
        for (Map.Entry<String, Path> file : ModuleFiles.below(directory).entrySet()) {
            String path = file.getKey();
            Library library = libraries.get(path.substring(path.lastIndexOf('/') + 1));
            if (!path.startsWith(LIBRARIES)) {
                // Quarkus writes the time of the build into all of its jars.
                own.add(planned(file, path.endsWith(".jar")));
            } else if (library == null) {
                added.add(planned(file, false));
            } else {
                known.computeIfAbsent(library.id(), id -> new ArrayList<>())
                        .add(planned(file, library.kind() == Library.Kind.PROJECT));
            }
        }
        return ApplicationPlan.java(
                request.libraries().layers(known, added, "Quarkus"),
                List.of(new PlannedLayer("Quarkus application", own)),
                List.of("-jar", ROOT + '/' + RUN_JAR));
    }

    /**
     * Returns the libraries by their file name: Quarkus calls a library {@code GROUP.FILE}, by its file name in a
     * repository or the one that it would have there.
     */
    private Map<String, Library> librariesByFileName() {
        Map<String, Library> names = new HashMap<>();
        for (ClasspathJar jar : request.module().classpath()) {
            String group = jar.library().id().replaceFirst(":.*", ".");
            names.putIfAbsent(group + LibraryNames.plain(jar.library().id()), jar.library());
            names.putIfAbsent(group + LibraryNames.copied(jar.library().id()), jar.library());
            names.putIfAbsent(group + jar.file().getFileName(), jar.library());
        }
        return names;
    }

    private PlannedFile planned(Map.Entry<String, Path> file, boolean normalised) {
        FileContent content = normalised ? new NormalisedJar(file.getValue()) : new CopiedFile(file.getValue());
        return PlannedFile.of(content, ROOT + '/' + file.getKey());
    }

    /** Returns the Java release that the classes of the application need, which are in jars of {@code app}. */
    public static int release(Path directory) throws ImageBuildException, IOException {
        int newest = 0;
        for (Map.Entry<String, Path> file : ModuleFiles.below(directory).entrySet()) {
            if (file.getKey().startsWith("app/") && file.getKey().endsWith(".jar")) {
                newest = Math.max(newest, new ApplicationClasses(file.getValue(), "").release());
            }
        }
        return newest;
    }
}
