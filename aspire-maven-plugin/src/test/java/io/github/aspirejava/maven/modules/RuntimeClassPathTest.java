package io.github.aspirejava.maven.modules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.maven.RepositoryUtils;
import org.apache.maven.model.Build;
import org.apache.maven.project.MavenProject;
import org.apache.maven.repository.internal.MavenRepositorySystemUtils;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.ArtifactType;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.artifact.DefaultArtifactType;
import org.eclipse.aether.graph.DefaultDependencyNode;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.graph.DependencyNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Graphs as the resolver returns them, with one node for each artifact. */
class RuntimeClassPathTest {
    private static final List<String> SCOPES = List.of("compile", "runtime", "provided", "test", "system");
    private static final List<String> TYPES = List.of(
            "jar",
            "jar",
            "jar",
            "pom",
            "test-jar",
            "maven-plugin",
            "ejb",
            "war",
            "rar",
            "java-source",
            "javadoc",
            "zip");

    private final DefaultRepositorySystemSession session = MavenRepositorySystemUtils.newSession();

    private DependencyNode node(String name, String scope, String type, DependencyNode... children) {
        ArtifactType known = session.getArtifactTypeRegistry().get(type);
        Artifact artifact = new DefaultArtifact(
                        "org", name, "", null, "1.0", known == null ? new DefaultArtifactType(type) : known)
                .setFile(new File(name + '.' + type));
        DefaultDependencyNode node = new DefaultDependencyNode(new Dependency(artifact, scope));
        node.setChildren(new ArrayList<>(List.of(children)));
        return node;
    }

    private static DependencyNode root(DependencyNode... children) {
        DefaultDependencyNode root = new DefaultDependencyNode(new DefaultArtifact("org:root:1.0"));
        root.setChildren(List.of(children));
        return root;
    }

    private static List<String> files(DependencyNode root) {
        return RuntimeClassPath.below(root).stream()
                .map(artifact -> artifact.getFile().getPath())
                .toList();
    }

    @Test
    void hasWhatIsBelowDependenciesThatAreNotOnItThemselves() {
        DependencyNode root = root(
                node("first", "compile", "jar", node("second", "runtime", "jar")),
                node("checks", "test", "jar", node("core", "compile", "jar", node("logging", "compile", "jar"))),
                node("server", "provided", "jar", node("api", "runtime", "jar"), node("own", "provided", "jar")),
                node("all", "compile", "pom", node("member", "compile", "jar")),
                node("driver", "system", "jar"));

        assertThat(files(root))
                .containsExactly("first.jar", "second.jar", "core.jar", "logging.jar", "api.jar", "member.jar");
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void isThatOfAMavenProjectWithTheSameArtifacts(int seed) throws Exception {
        Random random = new Random(seed);
        DependencyNode root = root(IntStream.range(0, 1 + random.nextInt(8))
                .mapToObj(child -> random(random, "n" + child, 0))
                .toArray(DependencyNode[]::new));

        Set<org.apache.maven.artifact.Artifact> artifacts = new LinkedHashSet<>();
        RepositoryUtils.toArtifacts(artifacts, root.getChildren(), List.of(), null);
        MavenProject project = new MavenProject();
        project.setBuild(new Build());
        project.setArtifacts(artifacts);

        assertThat(files(root)).isEqualTo(project.getRuntimeClasspathElements());
    }

    static IntStream seeds() {
        return IntStream.range(0, 200);
    }

    private DependencyNode random(Random random, String name, int depth) {
        int children = depth > 3 ? 0 : random.nextInt(4);
        return node(
                name,
                SCOPES.get(random.nextInt(SCOPES.size())),
                TYPES.get(random.nextInt(TYPES.size())),
                IntStream.range(0, children)
                        .mapToObj(child -> random(random, name + '-' + child, depth + 1))
                        .toArray(DependencyNode[]::new));
    }
}
