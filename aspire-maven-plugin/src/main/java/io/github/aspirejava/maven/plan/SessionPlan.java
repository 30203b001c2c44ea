package io.github.aspirejava.maven.plan;

import io.github.aspirejava.app.AppModel;
import io.github.aspirejava.app.InvalidModelException;
import io.github.aspirejava.app.Problem;
import io.github.aspirejava.app.Resource;
import io.github.aspirejava.app.Service;
import io.github.aspirejava.builder.library.LayerPlan;
import io.github.aspirejava.builder.library.LibraryPlans;
import io.github.aspirejava.builder.module.JavaModules;
import io.github.aspirejava.maven.modules.BuildModules;
import io.github.aspirejava.maven.modules.MavenApps;
import io.github.aspirejava.maven.modules.Resolvers;
import io.github.aspirejava.maven.pom.BuildProperties;
import io.github.aspirejava.maven.pom.PomFiles;
import io.github.aspirejava.run.StepException;
import io.github.aspirejava.steps.PlanScope;
import io.github.aspirejava.steps.StepGraph;
import io.github.aspirejava.steps.StepNames;
import io.github.aspirejava.steps.StepPlanner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;

/** The plan of a session: its model, and the steps planned from it. Planning runs nothing and changes nothing. */
public final class SessionPlan {
    private final MavenSession session;
    private final PackagedModules packaged;
    private final BuildModules modules;
    private final BuildProperties properties;
    private final List<Problem> warnings = new ArrayList<>();
    private final AppModel model;
    private final SelectedServices services;
    private final Set<String> pushed;
    private final boolean overlapping;
    private final String directory;
    private final StepGraph graph;
    private final TargetModules sources;

    /**
     * Reads the model and plans.
     *
     * @param packaged tells at any time which modules Maven has packaged
     * @param joined whether the end of the build will wait for the steps that goals hand over
     * @param directory the name of the directory for the files about the run; empty if it needs none of its own
     */
    public SessionPlan(
            MavenSession session, MojoExecution execution, PackagedModules packaged, boolean joined, String directory)
            throws InvalidModelException {
        this.session = session;
        this.directory = directory;
        this.packaged = packaged;
        this.modules = ModelConfigurations.modules(session, execution);
        this.properties =
                new BuildProperties(session.getUserProperties(), modules.root().getProperties());
        this.model = new SessionModel(session, execution, modules, properties).read(warnings::add);
        Path startDirectory = Path.of(session.getSystemProperties().getProperty("user.dir"));
        ServiceModules serviceModules = new ServiceModules(model, modules, startDirectory);
        this.warnings.addAll(new SystemJars(model, modules, serviceModules, new PomFiles(startDirectory)).leftOut());
        this.services = new SelectedServices(session, modules, properties, model, serviceModules);
        this.pushed = services.pushed(ExcludedModules.of("push", session, execution));
        this.overlapping = joined && modules.packagedByBuild() && !waits();
        this.graph = StepPlanner.plan(
                model, new PlanScope(serviceModules.names(), services.toPackage(), pushed, overlapping));
        this.sources = new TargetModules(model, graph, services);
    }

    /** Returns the settings of the POM and Maven's command line that have no effect. */
    public List<Problem> warnings() {
        return List.copyOf(warnings);
    }

    /** Returns the model. */
    public AppModel model() {
        return model;
    }

    /** Returns the steps. */
    public StepGraph graph() {
        return graph;
    }

    /**
     * Returns the directory for the files about the run: {@code target/aspire} of the root project or, for executions
     * with a configuration of their own, a directory in it.
     */
    public Path outputDirectory() {
        return Path.of(modules.root().getBuild().getDirectory(), "aspire", directory);
    }

    /** Returns the POM that holds the model. */
    public Path pom() {
        return modules.modelRoot().getFile().toPath();
    }

    public BuildModules modules() {
        return modules;
    }

    /**
     * Returns the layers of the libraries of all Java applications, as they are planned now.
     *
     * @throws StepException if the dependencies of one cannot be resolved
     */
    public List<LayerPlan> layers(MavenParts parts) throws StepException, IOException, InterruptedException {
        return libraries(javaModules(parts.resolvers())).all();
    }

    public MavenApps javaModules(Resolvers resolvers) {
        return new MavenApps(session, modules, resolvers);
    }

    public LibraryPlans libraries(JavaModules javaModules) throws StepException {
        return new LibraryPlans(model, javaModules, LayerProperties.limits(properties::find));
    }

    /** Returns the modules that have to be packaged: those of the requested services. */
    public Set<MavenProject> modulesToPackage() {
        return services.modulesToPackage();
    }

    /** Returns why a service is excluded with a module that it belongs to; empty if it is not. */
    public Optional<String> whyLeftOut(Service service, ExcludedModules modulesLeftOut) {
        return services.whyLeftOut(service, modulesLeftOut);
    }

    /** Returns a module that a service is made from or, if it is made from none, the one that declares it. */
    public Optional<MavenProject> moduleOf(String service) {
        return services.moduleOf(service);
    }

    /**
     * Returns the names of the modules that an earlier build has packaged, and that a service of this one is made from.
     */
    public List<String> packagedEarlier(Service service) {
        return services.packagedEarlier(service);
    }

    /**
     * Returns the names of the modules that a service is made from, and that this build packages and has not packaged
     * yet.
     */
    public List<String> unpackaged(Resource service) {
        return modules.packagedByBuild()
                ? services.sources(service).stream()
                        .filter(module -> !packaged.contains(module, session))
                        .map(modules::nameOf)
                        .sorted()
                        .toList()
                : List.of();
    }

    /** Returns whether Maven itself packages modules in this session, so that there is a build to overlap with. */
    public boolean isPackagedByBuild() {
        return modules.packagedByBuild();
    }

    /**
     * Returns whether Maven still has modules to package for {@code targets} when it executes a goal of its command
     * line: that goal stands before the phase, or Maven 4 builds phase by phase and awaits only the project that it
     * executes the goal in.
     */
    public boolean isTooEarly(Collection<String> targets) {
        return !session.getResult().hasExceptions()
                && runnable(targets, module -> packaged.contains(module, session))
                                .size()
                        < targets.size();
    }

    /** Returns whether pushes go on while Maven builds further modules, and the end of the build waits for them. */
    public boolean isOverlapping() {
        return overlapping;
    }

    /** Returns whether some of the steps wait for the end of the build: a goal that waits for them would deadlock. */
    public boolean awaitsBuild(Collection<String> targets) {
        return graph.closure(targets).find(StepNames.AWAIT_BUILD).isPresent();
    }

    /** Returns the names of the services that this session pushes. */
    public Set<String> pushed() {
        return pushed;
    }

    /** Returns those of {@code targets} that can run when the goal has been executed in no other modules than these. */
    public List<String> runnable(Collection<String> targets, Set<MavenProject> passed) {
        return runnable(targets, (Predicate<MavenProject>) passed::contains);
    }

    /** Returns those of {@code targets} that can run although Maven has failed to build some modules. */
    public List<String> runnable(Collection<String> targets) {
        return session.getResult().hasExceptions()
                ? runnable(targets, module -> packaged.contains(module, session))
                : List.copyOf(targets);
    }

    private List<String> runnable(Collection<String> targets, Predicate<MavenProject> built) {
        return modules.packagedByBuild() ? sources.among(targets, built) : List.copyOf(targets);
    }

    /**
     * Returns the items of a list on Maven's command line, such as {@code -Daspire.steps=a,b}; empty if it is not set.
     */
    public List<String> asked(String property) {
        return properties.list(property);
    }

    /** Returns a property of Maven's command line. */
    public Optional<String> onCommandLine(String property) {
        return properties.onCommandLine(property);
    }

    /** Returns whether each module waits for its own images, because the user has requested it. */
    public boolean waits() {
        return properties.flag("aspire.push.wait");
    }

    /** Returns the plugin's properties besides the model. */
    public BuildProperties properties() {
        return properties;
    }
}
