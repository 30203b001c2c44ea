package io.github.aspirejava.maven.modules;

import io.github.aspirejava.app.JavaApp;
import io.github.aspirejava.app.JavaSource;
import io.github.aspirejava.builder.module.ClasspathJar;
import io.github.aspirejava.builder.module.JavaModule;
import io.github.aspirejava.builder.module.JavaModules;
import io.github.aspirejava.builder.module.Library;
import io.github.aspirejava.builder.module.ModuleOutput;
import io.github.aspirejava.run.StepException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.artifact.Artifact;

/**
 * Finds modules and their runtime class paths in the build. Artifacts of repositories are resolved by Maven's own
 * resolver; artifacts of other modules are taken from the build, in the same order.
 */
final class MavenModules implements JavaModules {
    private final BuildModules modules;
    private final ClassPaths classPaths;

    /** Creates an instance for the modules of a build, with their class paths. */
    MavenModules(BuildModules modules, ClassPaths classPaths) {
        this.modules = modules;
        this.classPaths = classPaths;
    }

    @Override
    public List<Library> libraries(JavaApp app) throws StepException {
        MavenProject project = project(app);
        List<Library> libraries = new ArrayList<>();
        boolean repackaged = BootModule.isRepackaged(project);
        try {
            for (Artifact artifact : classPaths.of(project)) {
                // Modules of the build need not be packaged yet, and are not starters.
                if (!repackaged
                        || modules.find(artifact).isPresent()
                        || !BootModule.leavesOut(artifact.getFile().toPath())) {
                    libraries.add(library(artifact));
                }
            }
        } catch (IOException e) {
            throw unresolved(app, project, e);
        }
        return libraries;
    }

    @Override
    public ModuleOutput.Layout layout(JavaApp app) throws StepException {
        MavenProject project = project(app);
        if (project.getPackaging().equals("war")) {
            return ModuleOutput.Layout.WEB;
        }
        return QuarkusModule.of(project).filter(QuarkusModule::isFastJar).isPresent()
                ? ModuleOutput.Layout.QUARKUS
                : ModuleOutput.Layout.CLASS_PATH;
    }

    @Override
    public JavaModule find(JavaApp app) throws StepException {
        MavenProject project = project(app);
        Optional<QuarkusModule> quarkus = QuarkusModule.of(project);
        PackagedForm form = quarkus.isPresent() ? quarkus(app, project, quarkus.get()) : packaged(app, project);
        BuildHints hints = new BuildHints(project);
        return new JavaModule(
                project.getArtifactId(), form.output(), form.classpath(), hints.mainClass(), hints.servletApi());
    }

    private PackagedForm quarkus(JavaApp app, MavenProject project, QuarkusModule quarkus) throws StepException {
        ModuleOutput output = quarkus.output(app.origin()).orElseThrow(() -> notPackaged(app, project.getArtifactId()));
        // An uber-jar contains its libraries, and an executable file needs none.
        boolean alone = output instanceof ModuleOutput.Jar || output instanceof ModuleOutput.NativeExecutable;
        return new PackagedForm(output, alone ? List.of() : classpath(app, project));
    }

    private PackagedForm packaged(JavaApp app, MavenProject project) throws StepException {
        List<PackagedFile> files = modules.files(project);
        if (files.isEmpty()) {
            throw modules.hasPackagedNothing(project)
                    ? packagedAsNothing(app, project.getArtifactId())
                    : notPackaged(app, project.getArtifactId());
        }
        try {
            return PackagedForm.of(app, project, files, classpath(app, project))
                    .orElseThrow(() -> new StepException(
                            "%s: Module '%s' is packaged as %s, none of which can be run. Write another <module>."
                                    .formatted(
                                            app.origin(),
                                            project.getArtifactId(),
                                            files.stream()
                                                    .map(file -> file.file()
                                                            .getFileName()
                                                            .toString())
                                                    .collect(Collectors.joining(", ")))));
        } catch (IOException e) {
            throw new StepException(
                    "%s: The files of module '%s' cannot be read: %s. Run: mvn clean package aspire:push."
                            .formatted(app.origin(), project.getArtifactId(), e.getMessage()),
                    e);
        }
    }

    private MavenProject project(JavaApp app) throws StepException {
        JavaSource.Module source = (JavaSource.Module) app.source();
        String name = source.module().name();
        MavenProject project = modules.find(name)
                .orElseThrow(() -> new StepException("%s: There is no module '%s' in this build."
                        .formatted(source.module().origin(), name)));
        if (PackagingRules.NOT_RUN.contains(project.getPackaging())) {
            throw new StepException("%s: Module '%s' has packaging %s, which cannot be run. Write another <module>."
                    .formatted(source.module().origin(), name, project.getPackaging()));
        }
        return project;
    }

    private static StepException packagedAsNothing(JavaApp app, String module) {
        return new StepException(
                "%s: The build of module '%s' packages no file. Let it package one, without <skipIfEmpty> and <skip> of the plugin that does so."
                        .formatted(app.origin(), module));
    }

    private StepException notPackaged(JavaApp app, String module) {
        String fix = modules.packagedByBuild()
                ? " when the goal is executed. Let every module inherit the plugin's execution, bound to package or a later phase."
                : ". Run: mvn package aspire:push.";
        return new StepException("%s: Module '%s' is not packaged%s".formatted(app.origin(), module, fix));
    }

    private static StepException unresolved(JavaApp app, MavenProject project, IOException e) {
        return new StepException(
                "%s: The dependencies of module '%s' cannot be resolved: %s"
                        .formatted(app.origin(), project.getArtifactId(), e.getMessage()),
                e);
    }

    private List<ClasspathJar> classpath(JavaApp app, MavenProject project) throws StepException {
        List<ClasspathJar> jars = new ArrayList<>();
        try {
            for (Artifact artifact : classPaths.whenPackaged(project)) {
                jars.add(new ClasspathJar(library(artifact), file(app, artifact)));
            }
        } catch (IOException e) {
            throw unresolved(app, project, e);
        }
        return jars;
    }

    private Library library(Artifact artifact) throws IOException {
        return modules.find(artifact).isPresent() ? Libraries.ofBuild(artifact) : Libraries.ofRepository(artifact);
    }

    private Path file(JavaApp app, Artifact artifact) throws StepException {
        Optional<MavenProject> module = modules.packaged(artifact);
        return module.isPresent()
                ? modules.jar(module.get(), artifact.getClassifier())
                        .orElseThrow(() -> notPackaged(app, artifact.getArtifactId()))
                : artifact.getFile().toPath();
    }
}
