package io.github.aspirejava.maven.modules;

import io.github.aspirejava.app.JavaApp;
import io.github.aspirejava.builder.module.ClasspathJar;
import io.github.aspirejava.builder.module.ModuleOutput;
import io.github.aspirejava.run.StepException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.jar.Attributes;
import org.apache.maven.project.MavenProject;

/**
 * The file of a module that is its application, and the libraries on its class path: the archive that Spring Boot has
 * repackaged, else a jar that contains its libraries, else the jar of the module.
 *
 * @param output the file
 * @param classpath the libraries of the module, without those that the file contains unpacked
 */
record PackagedForm(ModuleOutput output, List<ClasspathJar> classpath) {
    PackagedForm {
        classpath = List.copyOf(classpath);
    }

    /**
     * Chooses the file.
     *
     * @param app the service
     * @param files that the module is packaged as
     * @param classpath the runtime class path of the module
     * @return the form; empty if none of the files can be run
     * @throws StepException if several of the files are applications, none of which is preferred
     */
    static Optional<PackagedForm> of(
            JavaApp app, MavenProject project, List<PackagedFile> files, List<ClasspathJar> classpath)
            throws IOException, StepException {
        List<PackagedFile> runnable =
                files.stream().filter(PackagedFile::mayRun).toList();
        Optional<PackagedFile> boot = BootArchives.choose(app, runnable);
        if (boot.isPresent()) {
            return Optional.of(
                    new PackagedForm(new ModuleOutput.BootArchive(boot.get().file()), classpath));
        }
        Optional<PackagedFile> main =
                runnable.stream().filter(PackagedFile::isMain).findFirst();
        if (main.isPresent() && main.get().extension().equals("war")) {
            return Optional.of(
                    new PackagedForm(new ModuleOutput.WebArchive(main.get().file()), classpath));
        }
        List<PackagedFile> jars =
                runnable.stream().filter(file -> file.extension().equals("jar")).toList();
        Optional<PackagedForm> form =
                main.isPresent() ? Optional.of(jar(project, main.get(), classpath)) : Optional.empty();
        if (form.isPresent() && form.get().classpath().size() < classpath.size()) {
            return form;
        }
        for (PackagedFile attached : jars) {
            if (!attached.isMain()
                    && (main.isEmpty()
                            || (isRunAlone(project, attached, classpath) && isSameProgram(main.get(), attached)))) {
                return Optional.of(jar(project, attached, classpath));
            }
        }
        return form;
    }

    private static PackagedForm jar(MavenProject project, PackagedFile file, List<ClasspathJar> classpath)
            throws IOException {
        HeldLibraries held = HeldLibraries.in(file.file(), classpath);
        List<ClasspathJar> missing = held.missing(classpath);
        for (ShadePlugin shade : ShadePlugin.of(project)) {
            boolean shaded = held.any() || held.hasPackage(shade.relocated());
            if (shaded && shade.classifier().equals(file.classifier())) {
                missing = missing.stream().filter(jar -> !shade.includes(jar)).toList();
            }
        }
        return new PackagedForm(new ModuleOutput.Jar(file.file()), missing);
    }

    /**
     * Returns whether an attached jar is an application of its own: it names its main class, and contains all
     * libraries.
     */
    private static boolean isRunAlone(MavenProject project, PackagedFile file, List<ClasspathJar> classpath)
            throws IOException {
        return !classpath.isEmpty()
                && file.attribute(Attributes.Name.MAIN_CLASS.toString()).isPresent()
                && jar(project, file, classpath).classpath().isEmpty();
    }

    /** Returns whether the main artifact does not name another main class than an attached jar does. */
    private static boolean isSameProgram(PackagedFile main, PackagedFile attached) throws IOException {
        Optional<String> ofMain = main.attribute(Attributes.Name.MAIN_CLASS.toString());
        return ofMain.isEmpty() || ofMain.equals(attached.attribute(Attributes.Name.MAIN_CLASS.toString()));
    }
}
