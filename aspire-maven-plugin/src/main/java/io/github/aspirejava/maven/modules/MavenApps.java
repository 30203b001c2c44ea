package io.github.aspirejava.maven.modules;

import io.github.aspirejava.app.JavaApp;
import io.github.aspirejava.app.JavaSource;
import io.github.aspirejava.builder.module.ArtifactFiles;
import io.github.aspirejava.builder.module.JavaModule;
import io.github.aspirejava.builder.module.JavaModules;
import io.github.aspirejava.builder.module.Library;
import io.github.aspirejava.builder.module.ModuleOutput;
import io.github.aspirejava.run.StepException;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.execution.MavenSession;

/** Finds the inputs of applications at their sources: in the build, or in a repository. */
public final class MavenApps implements JavaModules, ArtifactFiles {
    private final JavaModules ofBuild;
    private final RepositoryApps ofRepositories;

    /** Creates an instance for the applications of a build; nothing is resolved yet. */
    public MavenApps(MavenSession session, BuildModules modules, Resolvers resolvers) {
        ofBuild = new MavenModules(
                modules, new ClassPaths(modules, resolvers.ofModules(), session.getRepositorySession()));
        ofRepositories = new RepositoryApps(
                resolvers.ofArtifacts(),
                session.getRepositorySession(),
                modules.root().getRemoteProjectRepositories());
    }

    @Override
    public List<Library> libraries(JavaApp app) throws StepException {
        return source(app).libraries(app);
    }

    @Override
    public ModuleOutput.Layout layout(JavaApp app) throws StepException {
        return source(app).layout(app);
    }

    @Override
    public JavaModule find(JavaApp app) throws StepException {
        return source(app).find(app);
    }

    @Override
    public Path file(JavaSource.Artifact artifact) throws StepException {
        return ofRepositories.file(artifact);
    }

    private JavaModules source(JavaApp app) {
        return app.source() instanceof JavaSource.Artifact ? ofRepositories : ofBuild;
    }
}
