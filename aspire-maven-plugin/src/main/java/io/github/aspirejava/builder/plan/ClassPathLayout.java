package io.github.aspirejava.builder.plan;

import io.github.aspirejava.builder.content.FileContent;
import io.github.aspirejava.builder.content.LaunchJar;
import io.github.aspirejava.builder.layer.PlannedFile;
import io.github.aspirejava.builder.layer.PlannedLayer;
import io.github.aspirejava.builder.module.Library;
import io.github.aspirejava.builder.module.PackagedLibrary;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.jar.Attributes;

/**
 * Lays out an application that runs on a class path, as Spring Boot's own extraction does: its own jar, a directory of
 * libraries, and a manifest that lists them in order. The class path contains no directories, so that archives of class
 * data can be made of it.
 */
public final class ClassPathLayout {
    /** The directory for files of other services that become resources of the application. */
    public static final String RESOURCES = ApplicationPlanner.ROOT + "/resources";

    private static final String OWN = "app.jar";
    private static final String LAUNCH = "launch.jar";

    private final JavaImageRequest request;
    private final String root;
    private final String directory;
    private final Map<String, String> taken = new HashMap<>();

    /**
     * Prepares to lay out.
     *
     * @param root the directory of the application in the image
     * @param directory the directory of the libraries below that
     */
    ClassPathLayout(JavaImageRequest request, String root, String directory) {
        this.request = request;
        this.root = root;
        this.directory = directory;
    }

    /**
     * An application to lay out.
     *
     * @param own its own jar; absent if it is the first of the libraries
     * @param attributes the main attributes of its manifest
     * @param sections the other sections of its manifest
     * @param libraries the libraries in the order of the class path
     * @param packager the name of the tool that may have added libraries
     */
    record Application(
            Optional<FileContent> own,
            Map<String, String> attributes,
            Map<String, Attributes> sections,
            List<PackagedLibrary> libraries,
            String packager) {}

    /**
     * Returns the plan of an application.
     *
     * @param beside layers of other files, which are below that of the application's own jar
     */
    ApplicationPlan plan(Application application, String mainClass, List<PlannedLayer> beside) {
        Map<String, List<PlannedFile>> known = new HashMap<>();
        List<PlannedFile> added = new ArrayList<>();
        Set<String> classpath = new LinkedHashSet<>();
        if (request.run().resourceDirectory()) {
            classpath.add(resources());
        }
        application.own().ifPresent(own -> classpath.add(OWN));
        for (PackagedLibrary library : application.libraries()) {
            String path = directory + '/' + name(library);
            classpath.add(path);
            PlannedFile file = PlannedFile.of(library.content(), root + '/' + path);
            library.library()
                    .map(Library::id)
                    .map(id -> known.computeIfAbsent(id, i -> new ArrayList<>()))
                    .orElse(added)
                    .add(file);
        }
        List<PlannedLayer> own = new ArrayList<>(beside);
        String started = classpath.iterator().next();
        // An entry point of the user's needs a name that does not depend on the libraries.
        if (request.run().hasOwnEntrypoint() || !isStartedAlone(application, mainClass, classpath)) {
            // A layer of its own: it changes with the libraries, and the application's jar does not.
            FileContent launch =
                    LaunchJar.of(application.attributes(), application.sections(), mainClass, List.copyOf(classpath));
            own.add(new PlannedLayer("class path", List.of(file(launch, LAUNCH))));
            started = LAUNCH;
        }
        application.own().ifPresent(jar -> own.add(new PlannedLayer("application", List.of(file(jar, OWN)))));
        return ApplicationPlan.java(
                request.libraries().layers(known, added, application.packager()),
                own,
                command(root + '/' + started, mainClass));
    }

    /** Returns the arguments of {@code java}: only a class path on the command line can have another one before it. */
    private List<String> command(String jar, String mainClass) {
        List<String> extra = request.run().extraClasspath();
        return extra.isEmpty() ? List.of("-jar", jar) : List.of("-cp", String.join(":", extra) + ':' + jar, mainClass);
    }

    /** Returns whether the jar names its main class and needs no other jar. */
    private static boolean isStartedAlone(Application application, String mainClass, Set<String> classpath) {
        return classpath.size() == 1
                && mainClass.equals(application.attributes().get("Main-Class"))
                && !application.attributes().containsKey("Class-Path");
    }

    /** Returns the path of the directory, relative to that of the jar which lists it. */
    private String resources() {
        return Path.of(root).relativize(Path.of(RESOURCES)).toString().replace('\\', '/') + '/';
    }

    private PlannedFile file(FileContent content, String path) {
        return PlannedFile.of(content, root + '/' + path);
    }

    /** Returns the file name of a library; an unplanned library may have the same name as a planned one. */
    private String name(PackagedLibrary library) {
        String name = library.library()
                .map(planned -> request.libraries().names().of(planned))
                .orElse(library.name());
        String id = library.library().map(Library::id).orElse("");
        String other = taken.putIfAbsent(name, id);
        return other == null || (other.equals(id) && !id.isEmpty()) ? name : "added/" + name;
    }
}
