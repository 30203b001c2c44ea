package io.github.aspirejava.maven.modules;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.project.MavenProject;

/**
 * The files that modules are packaged as, from the source that is available: Maven in this build, a Maven that the
 * pipeline has started, or else the POM, which configures their paths.
 */
final class ModuleArtifacts {
    private final boolean packagedByBuild;
    private final Map<MavenProject, List<PackagedFile>> told = new ConcurrentHashMap<>();

    /**
     * Creates an instance.
     *
     * @param packagedByBuild whether Maven packages the modules in this build
     */
    ModuleArtifacts(boolean packagedByBuild) {
        this.packagedByBuild = packagedByBuild;
    }

    /** Takes over the files that another Maven has packaged a module as. */
    void tell(MavenProject project, List<PackagedFile> files) {
        told.put(project, List.copyOf(files));
    }

    /** Returns whether packaging the module has produced no file. */
    boolean hasNothing(MavenProject project) {
        List<PackagedFile> known = told.get(project);
        return known == null
                ? packagedByBuild
                        && project.hasLifecyclePhase("package")
                        && inThisBuild(project).isEmpty()
                : known.isEmpty();
    }

    /** Returns the files that exist, the main artifact first. */
    List<PackagedFile> of(MavenProject project) {
        List<PackagedFile> known = told.get(project);
        if (known != null) {
            return known;
        }
        return packagedByBuild ? inThisBuild(project) : UsualPlaces.of(project);
    }

    /**
     * Returns the main artifact, if it is packaged, then the artifacts attached to the module, and then unattached
     * archives.
     */
    static List<PackagedFile> inThisBuild(MavenProject project) {
        List<Artifact> artifacts = new ArrayList<>();
        artifacts.add(project.getArtifact());
        artifacts.addAll(project.getAttachedArtifacts());
        List<PackagedFile> files = new ArrayList<>();
        artifacts.stream()
                .filter(ModuleArtifacts::isPackaged)
                .map(artifact -> new PackagedFile(
                        artifact.getClassifier() == null ? "" : artifact.getClassifier(),
                        extension(artifact),
                        artifact.getFile().toPath()))
                .forEach(files::add);
        if (isPackaged(project.getArtifact())) {
            files.addAll(UnattachedArchives.of(project));
        }
        return List.copyOf(files);
    }

    private static boolean isPackaged(Artifact artifact) {
        return artifact.getFile() != null && artifact.getFile().isFile();
    }

    /**
     * Returns the extension of an artifact's file: a plugin may replace a jar by a file of another kind, and leave the
     * artifact's type.
     */
    private static String extension(Artifact artifact) {
        String name = UnattachedArchives.originalName(artifact.getFile().getName());
        int dot = name.lastIndexOf('.');
        return dot < 0 ? artifact.getArtifactHandler().getExtension() : name.substring(dot + 1);
    }

    /** Returns the build directory of the module. */
    static Path buildDirectory(MavenProject project) {
        return Path.of(project.getBuild().getDirectory());
    }
}
