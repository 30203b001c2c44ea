package io.github.aspirejava.maven.modules;

import io.github.aspirejava.app.Coordinates;
import io.github.aspirejava.app.JavaApp;
import io.github.aspirejava.app.JavaSource;
import io.github.aspirejava.builder.module.ArtifactFiles;
import io.github.aspirejava.builder.module.ClasspathJar;
import io.github.aspirejava.builder.module.JavaModule;
import io.github.aspirejava.builder.module.JavaModules;
import io.github.aspirejava.builder.module.Library;
import io.github.aspirejava.builder.module.ModuleOutput;
import io.github.aspirejava.concurrent.Memo;
import io.github.aspirejava.run.StepException;
import io.github.aspirejava.text.FilteredException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import org.eclipse.aether.DefaultRepositoryCache;
import org.eclipse.aether.RepositoryException;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactDescriptorRequest;
import org.eclipse.aether.resolution.ArtifactDescriptorResult;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.DependencyRequest;

/**
 * Finds prebuilt applications by their coordinates, and their class paths: each resolved once by Maven's own resolver,
 * with the repositories, mirrors and credentials of the build. An application has the class path of its own build, and
 * all of it comes from repositories: it may not have been tested with the output of this build.
 */
final class RepositoryApps implements JavaModules, ArtifactFiles {
    private final RepositorySystem resolver;
    private final RepositorySystemSession session;
    private final List<RemoteRepository> repositories;
    private final Memo<Coordinates, List<ClasspathJar>> resolved = new Memo<>();

    RepositoryApps(RepositorySystem resolver, RepositorySystemSession session, List<RemoteRepository> repositories) {
        this.resolver = resolver;
        // The resolver's cache and workspace of modules do not apply to artifacts of the same name.
        this.session =
                RuntimeClassPath.session(session).setWorkspaceReader(null).setCache(new DefaultRepositoryCache());
        this.repositories = repositories;
    }

    @Override
    public List<Library> libraries(JavaApp app) throws StepException {
        List<ClasspathJar> classpath = classpath(app);
        try {
            return classpath.stream()
                    .skip(hasItsOwnLibraries(classpath.get(0).file()) ? 1 : 0)
                    .map(ClasspathJar::library)
                    .toList();
        } catch (IOException e) {
            throw unavailable(app, e);
        }
    }

    @Override
    public ModuleOutput.Layout layout(JavaApp app) {
        return ModuleOutput.Layout.CLASS_PATH;
    }

    @Override
    public JavaModule find(JavaApp app) throws StepException {
        List<ClasspathJar> classpath = classpath(app);
        Path file = classpath.get(0).file();
        String name = source(app).coordinates().toString();
        try {
            // Spring Boot's libraries are inside, and are recognised among those of the class path.
            return hasItsOwnLibraries(file)
                    ? new JavaModule(name, new ModuleOutput.BootArchive(file), classpath.subList(1, classpath.size()))
                    : new JavaModule(name, new ModuleOutput.LibraryJar(file), classpath);
        } catch (IOException e) {
            throw unavailable(app, e);
        }
    }

    @Override
    public Path file(JavaSource.Artifact artifact) throws StepException {
        Coordinates coordinates = artifact.coordinates();
        Artifact named = new DefaultArtifact(
                coordinates.group(), coordinates.artifact(), coordinates.classifier(), "jar", coordinates.version());
        try {
            return resolver.resolveArtifact(session, new ArtifactRequest(named, repositories, null))
                    .getArtifact()
                    .getFile()
                    .toPath();
        } catch (RepositoryException e) {
            throw new StepException(
                    "%s: The artifact %s cannot be used: %s. Correct the <agent>, or add its repository to the POM or settings.xml."
                            .formatted(
                                    artifact.origin(),
                                    coordinates,
                                    reason(new FilteredException(String.valueOf(e.getMessage()), e))),
                    e);
        }
    }

    /** Returns the class path: first the application, then its libraries. */
    private List<ClasspathJar> classpath(JavaApp app) throws StepException {
        JavaSource.Artifact source = source(app);
        try {
            return resolved.get(source.coordinates(), () -> resolve(source.coordinates()));
        } catch (IOException e) {
            throw unavailable(app, e);
        }
    }

    private static StepException unavailable(JavaApp app, IOException e) {
        JavaSource.Artifact source = source(app);
        return new StepException(
                "%s: The artifact %s cannot be used: %s. Correct the <artifact>, or add its repository to the POM or settings.xml."
                        .formatted(source.origin(), source.coordinates(), reason(e)),
                e);
    }

    private static JavaSource.Artifact source(JavaApp app) {
        return (JavaSource.Artifact) app.source();
    }

    private List<ClasspathJar> resolve(Coordinates coordinates) throws IOException {
        Artifact named = new DefaultArtifact(
                coordinates.group(), coordinates.artifact(), coordinates.classifier(), "jar", coordinates.version());
        try {
            ArtifactDescriptorResult pom =
                    resolver.readArtifactDescriptor(session, new ArtifactDescriptorRequest(named, repositories, null));
            Artifact app = resolver.resolveArtifact(session, new ArtifactRequest(pom.getArtifact(), repositories, null))
                    .getArtifact();
            List<ClasspathJar> classpath = new ArrayList<>(List.of(jar(app)));
            if (!hasItsOwnLibraries(classpath.get(0).file())) {
                List<ClasspathJar> libraries = new ArrayList<>();
                for (Artifact library : libraries(pom)) {
                    libraries.add(jar(library));
                }
                classpath.addAll(
                        HeldLibraries.in(classpath.get(0).file(), libraries).missing(libraries));
            }
            return List.copyOf(classpath);
        } catch (RepositoryException e) {
            throw new FilteredException(String.valueOf(e.getMessage()), e);
        }
    }

    /**
     * Returns the dependencies as if the application were a module: resolved as a dependency, it would lose its own
     * dependencies of scope test and provided, and some of those may be nearest.
     */
    private List<Artifact> libraries(ArtifactDescriptorResult pom) throws RepositoryException {
        CollectRequest collect = new CollectRequest()
                .setRootArtifact(pom.getArtifact())
                .setDependencies(pom.getDependencies())
                .setManagedDependencies(pom.getManagedDependencies())
                .setRepositories(repositoriesOf(pom));
        DependencyRequest request =
                new DependencyRequest(collect, (node, parents) -> RuntimeClassPath.contains(node.getDependency()));
        return RuntimeClassPath.below(
                resolver.resolveDependencies(session, request).getRoot());
    }

    /** Returns the repositories of the build, and those that the POM declares in addition. */
    private List<RemoteRepository> repositoriesOf(ArtifactDescriptorResult pom) {
        List<RemoteRepository> all = new ArrayList<>(repositories);
        Set<String> known = repositories.stream().map(RemoteRepository::getId).collect(Collectors.toSet());
        resolver.newResolutionRepositories(session, pom.getRepositories()).stream()
                .filter(repository -> known.add(repository.getId()))
                .forEach(all::add);
        return all;
    }

    private static ClasspathJar jar(Artifact artifact) throws IOException {
        return new ClasspathJar(
                Libraries.ofRepository(artifact), artifact.getFile().toPath());
    }

    /**
     * Returns whether the jar contains its libraries: Spring Boot's loader finds them inside of the jar, and would find
     * each twice.
     */
    private static boolean hasItsOwnLibraries(Path file) throws IOException {
        try (JarFile jar = new JarFile(file.toFile())) {
            Manifest manifest = jar.getManifest();
            return manifest != null && manifest.getMainAttributes().getValue("Spring-Boot-Lib") != null;
        }
    }

    /**
     * Returns the first line of the message without a full stop: the resolver's messages end with or without one, and
     * may span several lines.
     */
    private static String reason(IOException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("").replaceFirst("\\.$", "");
    }
}
