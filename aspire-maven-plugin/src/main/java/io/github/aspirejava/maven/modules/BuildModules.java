package io.github.aspirejava.maven.modules;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;

/**
 * The modules of the build. A module is named by its artifactId if no other has the same, or by groupId:artifactId.
 *
 * <p>The files of a module are reported by the Maven that packages it: this build, or the Maven that the pipeline's own
 * {@code package} step has started.
 */
public final class BuildModules {
    /** The lifecycle phases from which on a module is packaged. */
    private static final Set<String> PACKAGING_PHASES = Set.of(
            "package",
            "pre-integration-test",
            "integration-test",
            "post-integration-test",
            "verify",
            "install",
            "deploy");

    private final List<MavenProject> all;
    private final List<MavenProject> selected;
    private final Map<String, MavenProject> byName = new HashMap<>();
    private final Map<String, MavenProject> byKey = new HashMap<>();
    private final Set<MavenProject> packaged = new HashSet<>();
    private final boolean packagedByBuild;
    private final Optional<EnclosingReactor> enclosing;
    private final ModuleArtifacts artifacts;
    private final MavenProject modelRoot;

    /** Creates the modules of a session whose root holds the model. */
    public BuildModules(MavenSession session) {
        this(session, project -> true);
    }

    /**
     * Creates the modules of a session.
     *
     * @param holdsModel tells whether a project declares registries or services, itself or by inheritance
     */
    public BuildModules(MavenSession session, Predicate<MavenProject> holdsModel) {
        all = session.getAllProjects() == null ? session.getProjects() : session.getAllProjects();
        selected = session.getProjects();
        Set<String> ambiguous = new HashSet<>();
        for (MavenProject project : all) {
            if (byName.put(project.getArtifactId(), project) != null) {
                ambiguous.add(project.getArtifactId());
            }
            byName.put(project.getGroupId() + ':' + project.getArtifactId(), project);
            byKey.put(key(project.getGroupId(), project.getArtifactId(), project.getVersion()), project);
        }
        byName.keySet().removeAll(ambiguous);
        packagedByBuild = goals(session).stream().anyMatch(PACKAGING_PHASES::contains);
        packaged.addAll(packagedByBuild ? selected : all);
        enclosing = EnclosingReactor.around(root());
        artifacts = new ModuleArtifacts(packagedByBuild);
        modelRoot = modelRoot(holdsModel);
    }

    /** Returns the topmost project, unless it holds no model, and exactly one module does. */
    private MavenProject modelRoot(Predicate<MavenProject> holdsModel) {
        MavenProject top = enclosing.map(EnclosingReactor::root).orElseGet(this::root);
        if (holdsModel.test(top)) {
            return top;
        }
        List<MavenProject> holders = all.stream().filter(holdsModel).toList();
        return holders.size() == 1 ? holders.get(0) : top;
    }

    /** Returns the goals and phases of Maven's command line or, if there are none, the POM's default goal. */
    private List<String> goals(MavenSession session) {
        String byDefault = root().getDefaultGoal();
        return session.getGoals().isEmpty() && byDefault != null
                ? List.of(byDefault.strip().split("\\s+", -1))
                : session.getGoals();
    }

    private static String key(String groupId, String artifactId, String version) {
        return groupId + ':' + artifactId + ':' + version;
    }

    /** Returns whether Maven itself packages the modules in this build, because a phase that does so was requested. */
    public boolean packagedByBuild() {
        return packagedByBuild;
    }

    /** Returns the project that Maven was started for. */
    public MavenProject root() {
        return all.stream().filter(MavenProject::isExecutionRoot).findFirst().orElse(selected.get(0));
    }

    /**
     * Returns the project that holds the model: the root or, if Maven was started inside of a reactor, the root of
     * that; or the only module that has a model.
     */
    public MavenProject modelRoot() {
        return modelRoot;
    }

    /**
     * Returns the names of modules that are unknown to this build, because Maven was started inside of their reactor.
     */
    public Set<String> elsewhere() {
        Set<String> elsewhere =
                new HashSet<>(enclosing.map(EnclosingReactor::modules).orElse(Set.of()));
        elsewhere.removeAll(byName.keySet());
        return elsewhere;
    }

    /** Returns the packagings of projects that are unknown to this build, by their directories. */
    Map<Path, String> packagingsElsewhere() {
        Map<Path, String> elsewhere =
                new HashMap<>(enclosing.map(EnclosingReactor::packagings).orElse(Map.of()));
        all.forEach(project ->
                elsewhere.remove(project.getBasedir().toPath().toAbsolutePath().normalize()));
        return elsewhere;
    }

    /** Returns all modules, including those that Maven was told to leave out. */
    public List<MavenProject> all() {
        return all;
    }

    /** Returns a name that denotes this module and no other. */
    public String nameOf(MavenProject module) {
        return module.equals(byName.get(module.getArtifactId()))
                ? module.getArtifactId()
                : module.getGroupId() + ':' + module.getArtifactId();
    }

    /** Returns the versions of all modules, by each of their names. */
    public Map<String, String> versions() {
        Map<String, String> versions = new HashMap<>();
        byName.forEach((name, project) -> versions.put(name, project.getVersion()));
        return versions;
    }

    /** Returns the module of this name. */
    public Optional<MavenProject> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /**
     * Returns the module that an artifact comes from, whether or not this build packages it. A snapshot with a
     * timestamped version is from a repository, not from a module.
     */
    Optional<MavenProject> find(org.eclipse.aether.artifact.Artifact artifact) {
        return Optional.ofNullable(
                byKey.get(key(artifact.getGroupId(), artifact.getArtifactId(), artifact.getVersion())));
    }

    /** Returns the module that an artifact comes from, if this build, or the pipeline's own step, packages it. */
    Optional<MavenProject> packaged(org.eclipse.aether.artifact.Artifact artifact) {
        return find(artifact).filter(packaged::contains);
    }

    /** Returns the modules that Maven was told to leave out of this build. */
    public List<MavenProject> leftOut() {
        return all.stream().filter(project -> !selected.contains(project)).toList();
    }

    /** Returns the files that a module is packaged as, as far as it is packaged. */
    List<PackagedFile> files(MavenProject project) {
        return artifacts.of(project);
    }

    /** Returns whether the module has been packaged without producing a file. */
    boolean hasPackagedNothing(MavenProject project) {
        return artifacts.hasNothing(project);
    }

    /** Takes over the files that another Maven has packaged a module as. */
    public void packagedAs(MavenProject project, List<PackagedFile> files) {
        artifacts.tell(project, files);
    }

    /** Returns the jar of a module, with a classifier if that is not empty; empty if it is not packaged. */
    Optional<Path> jar(MavenProject project, String classifier) {
        return files(project).stream()
                .filter(file ->
                        file.classifier().equals(classifier) && file.extension().equals("jar"))
                .map(PackagedFile::file)
                .findFirst();
    }
}
