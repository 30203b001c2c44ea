package io.github.aspirejava.maven.session;

import io.github.aspirejava.app.JavaApp;
import io.github.aspirejava.app.JavaSource;
import io.github.aspirejava.build.ClasspathJar;
import io.github.aspirejava.build.JavaModule;
import io.github.aspirejava.build.JavaModules;
import io.github.aspirejava.run.StepException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.project.DefaultDependencyResolutionRequest;
import org.apache.maven.project.DependencyResolutionException;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.graph.DependencyNode;

/**
 * Finds modules and their runtime class paths in the build. Maven's own resolver is asked for what comes from
 * repositories; what comes from other modules of the build is taken from there, in the same order.
 */
final class MavenModules implements JavaModules {
    private static final Set<String> NO_JAR = Set.of("pom", "war", "ear", "rar");

    private final BuildModules modules;
    private final ProjectDependenciesResolver resolver;
    private final RepositorySystemSession repositories;

    MavenModules(BuildModules modules, ProjectDependenciesResolver resolver, RepositorySystemSession repositories) {
        this.modules = modules;
        this.resolver = resolver;
        this.repositories = repositories;
    }

    @Override
    public JavaModule find(JavaApp app) throws StepException {
        if (!(app.source() instanceof JavaSource.Module source)) {
            throw new StepException(
                    "%s: Images of artifacts from a repository cannot be built yet. Write <module> instead of <artifact>."
                            .formatted(app.origin()));
        }
        String name = source.module().name();
        MavenProject project = modules.find(name)
                .orElseThrow(() -> new StepException("%s: There is no module '%s' in this build."
                        .formatted(source.module().origin(), name)));
        if (NO_JAR.contains(project.getPackaging())) {
            throw new StepException(
                    "%s: Module '%s' has packaging %s, and only a jar can be run. Write another <module>."
                            .formatted(source.module().origin(), name, project.getPackaging()));
        }
        Path classes = Path.of(project.getBuild().getOutputDirectory());
        if (!Files.isDirectory(classes) || modules.jar(project, "").isEmpty()) {
            throw notPackaged(app, name);
        }
        return new JavaModule(name, classes, classpath(app, project));
    }

    private StepException notPackaged(JavaApp app, String module) {
        String fix = modules.packagedByBuild()
                ? " when the goal is executed. Let every module inherit the plugin's execution, bound to package or a later phase."
                : ". Run: mvn package aspire:push.";
        return new StepException("%s: Module '%s' is not packaged%s".formatted(app.origin(), module, fix));
    }

    private List<ClasspathJar> classpath(JavaApp app, MavenProject project) throws StepException {
        DefaultDependencyResolutionRequest request = new DefaultDependencyResolutionRequest(project, repositories);
        request.setResolutionFilter((node, parents) -> isOnClasspath(node.getDependency())
                && module(node.getArtifact()).isEmpty());
        DependencyNode root;
        try {
            root = resolver.resolve(request).getDependencyGraph();
        } catch (DependencyResolutionException e) {
            throw new StepException(
                    "%s: The dependencies of module '%s' cannot be resolved: %s"
                            .formatted(app.origin(), project.getArtifactId(), e.getMessage()),
                    e);
        }
        Map<String, DependencyNode> ordered = new LinkedHashMap<>();
        collect(root, ordered);
        List<ClasspathJar> jars = new ArrayList<>();
        for (DependencyNode node : ordered.values()) {
            jars.add(jar(app, node.getArtifact()));
        }
        return jars;
    }

    /**
     * Walks the graph the way Maven orders a class path: a dependency before its own dependencies, the first mention
     * counts.
     */
    private static void collect(DependencyNode parent, Map<String, DependencyNode> ordered) {
        for (DependencyNode node : parent.getChildren()) {
            if (isOnClasspath(node.getDependency())) {
                Artifact artifact = node.getArtifact();
                String key =
                        "%s:%s:%s".formatted(artifact.getGroupId(), artifact.getArtifactId(), artifact.getClassifier());
                if (ordered.putIfAbsent(key, node) == null) {
                    collect(node, ordered);
                }
            }
        }
    }

    private static boolean isOnClasspath(Dependency dependency) {
        return dependency != null
                && (dependency.getScope().equals("compile")
                        || dependency.getScope().equals("runtime"))
                && dependency.getArtifact().getExtension().equals("jar");
    }

    private Optional<MavenProject> module(Artifact artifact) {
        return modules.packaged(artifact.getGroupId(), artifact.getArtifactId(), artifact.getBaseVersion());
    }

    private ClasspathJar jar(JavaApp app, Artifact artifact) throws StepException {
        Optional<MavenProject> module = module(artifact);
        if (module.isPresent()) {
            Path jar = modules.jar(module.get(), artifact.getClassifier())
                    .orElseThrow(() -> notPackaged(app, artifact.getArtifactId()));
            return new ClasspathJar(jar, ClasspathJar.Kind.PROJECT);
        }
        ClasspathJar.Kind kind = artifact.isSnapshot() ? ClasspathJar.Kind.SNAPSHOT : ClasspathJar.Kind.RELEASE;
        return new ClasspathJar(artifact.getFile().toPath(), kind);
    }
}
