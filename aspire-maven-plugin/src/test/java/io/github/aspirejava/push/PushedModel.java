package io.github.aspirejava.push;

import io.github.aspirejava.app.AppModel;
import io.github.aspirejava.app.AppSettings;
import io.github.aspirejava.app.Container;
import io.github.aspirejava.app.ContainerRegistry;
import io.github.aspirejava.app.DeploymentSettings;
import io.github.aspirejava.app.ImageSettings;
import io.github.aspirejava.app.InvalidModelException;
import io.github.aspirejava.app.JavaApp;
import io.github.aspirejava.app.JavaSource;
import io.github.aspirejava.app.OciLayout;
import io.github.aspirejava.app.Origin;
import io.github.aspirejava.app.Problems;
import io.github.aspirejava.app.Reference;
import io.github.aspirejava.app.Registry;
import io.github.aspirejava.app.Service;
import io.github.aspirejava.app.Text;
import io.github.aspirejava.app.TlsSettings;
import io.github.aspirejava.fakes.registry.RegistryFixture;
import io.github.aspirejava.image.Platform;
import io.github.aspirejava.oci.Blob;
import io.github.aspirejava.oci.TestImages;
import io.github.aspirejava.oci.VirtualTime;
import io.github.aspirejava.oci.credential.CredentialChain;
import io.github.aspirejava.oci.credential.CredentialSource;
import io.github.aspirejava.oci.registry.Registries;
import io.github.aspirejava.registry.LoginAction;
import io.github.aspirejava.registry.Mirrors;
import io.github.aspirejava.registry.ModelAccess;
import io.github.aspirejava.result.BuiltImage;
import io.github.aspirejava.run.PipelineRunner;
import io.github.aspirejava.run.RunListener;
import io.github.aspirejava.run.RunSettings;
import io.github.aspirejava.run.StepAction;
import io.github.aspirejava.run.StepResult;
import io.github.aspirejava.steps.StepKind;
import io.github.aspirejava.steps.StepPlanner;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** A model whose images exist already: everything after the build is real. Every element is on a line of its own. */
final class PushedModel {
    private final List<Registry> registries = new ArrayList<>();
    private final List<Service> services = new ArrayList<>();
    private final List<CredentialSource> credentials = new ArrayList<>();
    private Path baseDirectory = Path.of(".");
    private Supplier<Registries> sessions = () -> new VirtualTime().registries();
    private Blob[] layers = {};
    private AppSettings.Release release = AppSettings.Release.INDEPENDENT;
    private boolean failFast;
    private int line;

    PushedModel registry(String name, String endpoint) {
        registries.add(new ContainerRegistry(
                name,
                nextLine(),
                Text.literal(endpoint),
                Optional.of(Text.literal("team")),
                Optional.empty(),
                TlsSettings.DEFAULT,
                false));
        return this;
    }

    PushedModel registry(String name, RegistryFixture fixture) {
        return registry(name, fixture.host().toString());
    }

    PushedModel layout(String name, Path directory) {
        baseDirectory = directory;
        registries.add(new OciLayout(name, nextLine(), Text.literal(name)));
        return this;
    }

    PushedModel service(String name, String registry) {
        return service(name, registry, Optional.empty());
    }

    PushedModel service(String name, String registry, Optional<String> imageName) {
        Origin origin = nextLine();
        services.add(JavaApp.of(
                        name,
                        origin,
                        new JavaSource.Module(new Reference(name, origin)),
                        new ImageSettings(
                                imageName.map(Text::literal),
                                List.of(Text.literal("1.0")),
                                List.of(Platform.LINUX_AMD64),
                                Optional.of(new Reference(registry, origin))))
                .baseImage(Optional.of(Text.literal("scratch")))
                .build());
        return this;
    }

    /** Adds a prebuilt image that is copied, under the tag 1.0. */
    PushedModel mirror(String name, String image, String registry) {
        Origin origin = nextLine();
        services.add(new Container(
                name,
                origin,
                Text.literal(image, origin),
                true,
                new ImageSettings(
                        Optional.empty(),
                        List.of(Text.literal("1.0")),
                        List.of(Platform.LINUX_AMD64),
                        Optional.of(new Reference(registry, origin))),
                DeploymentSettings.NONE));
        return this;
    }

    /** Adds these layers to every image. */
    PushedModel sharing(Blob... shared) {
        layers = shared;
        return this;
    }

    /** Uses {@code registries} for all registries. */
    PushedModel through(Registries registries) {
        sessions = () -> registries;
        return this;
    }

    PushedModel credentials(CredentialSource source) {
        credentials.add(source);
        return this;
    }

    PushedModel releasedTogether() {
        release = AppSettings.Release.TOGETHER;
        return this;
    }

    PushedModel failingFast() {
        failFast = true;
        return this;
    }

    AppModel model() throws InvalidModelException {
        AppSettings byDefault = AppSettings.DEFAULT;
        AppSettings settings = new AppSettings(
                release,
                byDefault.layering(),
                byDefault.registries(),
                byDefault.azure(),
                byDefault.parallelism(),
                failFast);
        return AppModel.of(List.of(), registries, List.of(), services, settings, new Problems());
    }

    PipelineRunner runner() throws InvalidModelException {
        Registries clients = sessions.get();
        AppModel model = model();
        ModelAccess access = new ModelAccess(model, new CredentialChain(credentials), baseDirectory);
        Pusher pusher = new Pusher();
        Map<StepKind, StepAction> actions = Map.of(
                StepKind.PROCESS_PARAMETERS, context -> StepResult.NONE,
                StepKind.BUILD_JAVA_APP,
                        context -> new BuiltImage(TestImages.image(
                                image(model, context.step().resource().orElseThrow()), layers)),
                StepKind.LOGIN_TO_REGISTRY, new LoginAction(model, clients, access, baseDirectory),
                StepKind.UPLOAD_IMAGE, new UploadAction(model, pusher, clients, access),
                StepKind.MIRROR_IMAGE, new MirrorAction(model, pusher, clients, access, Mirrors.parse("")),
                StepKind.PUSH_IMAGE, new PushAction(model, pusher));
        PipelineRunner runner = new PipelineRunner(
                StepPlanner.plan(model, Set.of()),
                actions,
                new RunSettings(8, failFast, PushedModel.class.getClassLoader(), Clock.systemUTC()),
                RunListener.NONE);
        runner.cancellation().onCancel(clients::callOff);
        return runner;
    }

    private static String image(AppModel model, String service) {
        return model.resource(service).map(Service.class::cast).orElseThrow().name();
    }

    private Origin nextLine() {
        line++;
        return new Origin("pom.xml", line);
    }
}
