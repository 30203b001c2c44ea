package io.github.aspirejava.maven.wiring;

import io.github.aspirejava.addon.AddOnContext;
import io.github.aspirejava.app.AppModel;
import io.github.aspirejava.app.RegistrySettings;
import io.github.aspirejava.builder.files.WithFilesAction;
import io.github.aspirejava.builder.frontend.FrontEndAction;
import io.github.aspirejava.builder.frontend.HostBuild;
import io.github.aspirejava.builder.frontend.HostFrontEnds;
import io.github.aspirejava.builder.image.BaseImages;
import io.github.aspirejava.builder.image.BuildInputs;
import io.github.aspirejava.builder.javaapp.BuildJavaAppAction;
import io.github.aspirejava.builder.javaapp.LocalLayers;
import io.github.aspirejava.builder.layer.OutputTimes;
import io.github.aspirejava.builder.library.LibraryPlans;
import io.github.aspirejava.cache.CacheDirectory;
import io.github.aspirejava.cache.CacheException;
import io.github.aspirejava.cache.LayerCache;
import io.github.aspirejava.maven.addons.AddOnLibraries;
import io.github.aspirejava.maven.addons.AddOns;
import io.github.aspirejava.maven.checks.LateTexts;
import io.github.aspirejava.maven.checks.OfflineCheck;
import io.github.aspirejava.maven.checks.PackagedFirst;
import io.github.aspirejava.maven.checks.ParameterCheck;
import io.github.aspirejava.maven.checks.TargetCheck;
import io.github.aspirejava.maven.modules.BuildModules;
import io.github.aspirejava.maven.modules.MavenApps;
import io.github.aspirejava.maven.pipeline.BuildGate;
import io.github.aspirejava.maven.pipeline.SessionPipeline;
import io.github.aspirejava.maven.plan.MavenParts;
import io.github.aspirejava.maven.plan.OutputTimestamps;
import io.github.aspirejava.maven.plan.ProjectLabels;
import io.github.aspirejava.maven.plan.SessionPlan;
import io.github.aspirejava.maven.report.LastingOutput;
import io.github.aspirejava.maven.report.RunFiles;
import io.github.aspirejava.maven.report.RunSummary;
import io.github.aspirejava.maven.settings.SessionCredentials;
import io.github.aspirejava.maven.settings.SessionProxies;
import io.github.aspirejava.oci.credential.CredentialChain;
import io.github.aspirejava.oci.credential.HomeDirectory;
import io.github.aspirejava.oci.http.HttpLog;
import io.github.aspirejava.oci.http.HttpSettings;
import io.github.aspirejava.oci.registry.Registries;
import io.github.aspirejava.push.MirrorAction;
import io.github.aspirejava.push.PushAction;
import io.github.aspirejava.push.Pusher;
import io.github.aspirejava.push.UploadAction;
import io.github.aspirejava.registry.LoginAction;
import io.github.aspirejava.registry.Mirrors;
import io.github.aspirejava.registry.ModelAccess;
import io.github.aspirejava.run.PipelineRunner;
import io.github.aspirejava.run.RunListener;
import io.github.aspirejava.run.RunSettings;
import io.github.aspirejava.run.StepAction;
import io.github.aspirejava.run.StepException;
import io.github.aspirejava.steps.StepKind;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;

/** Assembles a session's pipeline: gives each kind of step its action. */
public final class PipelineAssembly {
    /** The time limit for tags that are being moved when the run is cancelled. */
    private static final Duration LAST_TAGS = Duration.ofSeconds(3);

    private final MavenSession session;
    private final MavenParts parts;
    private final SessionPlan plan;
    private final AppModel model;
    private final BuildModules modules;
    private final MavenApps javaModules;
    private final LibraryPlans libraries;
    private final OutputTimes times;
    private final Path cache;

    public PipelineAssembly(MavenSession session, MavenParts parts, SessionPlan plan) throws StepException {
        this.session = session;
        this.parts = parts;
        this.plan = plan;
        this.model = plan.model();
        this.modules = plan.modules();
        this.javaModules = plan.javaModules(parts.resolvers());
        this.libraries = plan.libraries(javaModules);
        this.cache = cache(parts, plan);
        this.times = OutputTimestamps.of(
                model.builtServices(),
                new OutputTimestamps.Projects(
                        session.getUserProperties(),
                        plan,
                        modules.root(),
                        Path.of(session.getSystemProperties().getProperty("user.dir"))),
                Instant.now(),
                parts.log()::warn);
    }

    public SessionPipeline assemble(RunListener listener) throws CacheException {
        RunSettings settings = new RunSettings(
                model.settings().parallelism(),
                model.settings().failFast(),
                PipelineAssembly.class.getClassLoader(),
                Clock.systemUTC());
        Registries registries = new Registries(httpSettings());
        BuildGate gate = new BuildGate();
        Pusher pusher = new Pusher(plan.properties().flag("aspire.push.verify"));
        PipelineRunner runner = new PipelineRunner(plan.graph(), actions(registries, pusher, gate), settings, listener);
        // A request that waits for a registry would otherwise wait until it answers, or until its next retry.
        runner.cancellation().onCancel(() -> {
            pusher.awaitTags(LAST_TAGS);
            registries.callOff();
        });
        RunSummary summary =
                new RunSummary(model, libraries, new RunFiles(plan.outputDirectory()), new LastingOutput(parts.log()));
        return new SessionPipeline(runner, check(), gate, summary);
    }

    private TargetCheck check() {
        TargetCheck texts = new LateTexts(model, plan.graph());
        TargetCheck parameters = new ParameterCheck(model, plan.graph());
        TargetCheck offline = session.isOffline() ? new OfflineCheck(model, plan.graph()) : targets -> {};
        return targets -> {
            texts.check(targets);
            offline.check(targets);
            parameters.check(targets);
        };
    }

    private Map<StepKind, StepAction> actions(Registries registries, Pusher pusher, BuildGate gate)
            throws CacheException {
        Path baseDirectory = modules.modelRoot().getBasedir().toPath();
        CredentialChain credentials = new CredentialChain(SessionCredentials.of(session, model, parts.decrypter()));
        ModelAccess access = new ModelAccess(model, credentials, baseDirectory);
        Mirrors mirrors = Mirrors.parse(plan.properties()
                .find("aspire.mirrors")
                .or(() -> Optional.ofNullable(System.getenv("ASPIRE_MIRRORS")))
                .orElse(""));
        BuildInputs inputs = new BuildInputs(
                new BaseImages(registries, access, mirrors, baseDirectory),
                LayerCache.open(cache),
                times,
                new ProjectLabels(plan));
        Map<StepKind, StepAction> actions = new EnumMap<>(StepKind.class);
        addOns(AddOnContext.of(model, registries, access, inputs)
                        .application(modules.root().getArtifactId())
                        .baseDirectory(baseDirectory)
                        .outputDirectory(plan.outputDirectory())
                        .cache(cache)
                        .property(plan.properties()::find)
                        .environment(System.getenv())
                        .deployments(new ClassPathTraits(model, javaModules))
                        .build())
                .forEach((kind, action) -> actions.put(kind, afterPackaging(kind, action)));
        // Parameters are checked for each request before it is run: one session has many, and each needs others.
        actions.put(StepKind.PROCESS_PARAMETERS, StepAction.NOTHING);
        actions.put(StepKind.PACKAGE_MODULES, new PackageAction(session, plan, parts.plugin()));
        actions.put(StepKind.AWAIT_BUILD, gate);
        actions.put(StepKind.BUILD_JAVA_APP, withFiles(javaApp(inputs, baseDirectory), inputs));
        actions.put(
                StepKind.BUILD_VITE_APP,
                afterPackaging(StepKind.BUILD_VITE_APP, withFiles(frontEnd(inputs, baseDirectory), inputs)));
        actions.put(
                StepKind.LOGIN_TO_REGISTRY,
                new LoginAction(
                        model,
                        registries,
                        access,
                        baseDirectory,
                        plan.properties()
                                .find("aspire.login.probe")
                                .map(Boolean::parseBoolean)
                                .orElse(true)));
        actions.put(StepKind.UPLOAD_IMAGE, new UploadAction(model, pusher, registries, access));
        actions.put(StepKind.MIRROR_IMAGE, new MirrorAction(model, pusher, registries, access, mirrors));
        actions.put(StepKind.PUSH_IMAGE, new PushAction(model, pusher));
        return actions;
    }

    private Map<StepKind, StepAction> addOns(AddOnContext context) {
        AddOnLibraries libraries = new AddOnLibraries(
                parts.repositories(),
                session.getRepositorySession(),
                parts.plugin(),
                modules.root().getRemotePluginRepositories());
        return new AddOns(libraries, context).actions();
    }

    private StepAction javaApp(BuildInputs inputs, Path baseDirectory) {
        return new BuildJavaAppAction(
                model, javaModules, libraries, inputs, new LocalLayers(baseDirectory, javaModules));
    }

    private StepAction frontEnd(BuildInputs inputs, Path baseDirectory) {
        HostBuild host = new HostBuild(System.getenv(), cache.resolve("locks"), session.isOffline(), Clock.systemUTC());
        return new FrontEndAction(model, new HostFrontEnds(host), inputs, baseDirectory, plan.outputDirectory());
    }

    private StepAction withFiles(StepAction build, BuildInputs inputs) {
        return new WithFilesAction(build, model, inputs);
    }

    /** An action that may read the outputs of modules has to run after they are packaged. */
    private StepAction afterPackaging(StepKind kind, StepAction action) {
        return switch (kind) {
            case BUILD_DOCKERFILE, BUILD_VITE_APP, BUILD_VITE_APP_IN_ENGINE -> new PackagedFirst(action, plan);
            default -> action;
        };
    }

    private static Path cache(MavenParts parts, SessionPlan plan) {
        Map<String, String> environment = System.getenv();
        return CacheDirectory.of(plan.properties()::find, environment, HomeDirectory.of(environment))
                .orElseGet(() -> {
                    Path own = Path.of(plan.modules().root().getBuild().getDirectory(), "aspire", "cache");
                    parts.log()
                            .warn(
                                    "The user has no home directory, so that layers are cached in %s. Set a persistent directory: -D%s=DIRECTORY"
                                            .formatted(own, CacheDirectory.PROPERTY));
                    return own;
                });
    }

    private HttpSettings httpSettings() {
        RegistrySettings settings = model.settings().registries();
        return new HttpSettings(
                settings.connectTimeout(),
                settings.idleTimeout(),
                settings.connections(),
                SessionProxies.of(session),
                parts.log().isDebugEnabled() ? line -> parts.log().debug(line.get()) : HttpLog.NONE);
    }
}
