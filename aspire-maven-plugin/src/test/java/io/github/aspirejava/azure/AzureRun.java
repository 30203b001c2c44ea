package io.github.aspirejava.azure;

import io.github.aspirejava.addon.AddOnContext;
import io.github.aspirejava.app.AppModel;
import io.github.aspirejava.app.AppSettings;
import io.github.aspirejava.app.AzureSettings;
import io.github.aspirejava.app.Environment;
import io.github.aspirejava.app.InvalidModelException;
import io.github.aspirejava.app.Origin;
import io.github.aspirejava.app.Problems;
import io.github.aspirejava.app.Registry;
import io.github.aspirejava.app.Text;
import io.github.aspirejava.azure.arm.Timing;
import io.github.aspirejava.concurrent.Pause;
import io.github.aspirejava.fakes.azure.FakeAzure;
import io.github.aspirejava.fakes.azure.LoggedCall;
import io.github.aspirejava.oci.credential.CredentialChain;
import io.github.aspirejava.oci.http.HttpSettings;
import io.github.aspirejava.oci.http.ProxyChoice;
import io.github.aspirejava.oci.registry.Registries;
import io.github.aspirejava.registry.ModelAccess;
import io.github.aspirejava.run.PipelineRunner;
import io.github.aspirejava.run.RunListener;
import io.github.aspirejava.run.RunReport;
import io.github.aspirejava.run.RunSettings;
import io.github.aspirejava.run.StepAction;
import io.github.aspirejava.steps.Step;
import io.github.aspirejava.steps.StepKind;
import io.github.aspirejava.steps.StepPlanner;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/** A model whose steps are run against a fake Azure. Every element is on a line of its own; time does not pass. */
final class AzureRun {
    /** The interval at which an operation is polled. */
    static final Duration POLL = Duration.ofSeconds(2);

    private final FakeAzure azure;
    private final Path directory;
    private final List<Registry> registries = new ArrayList<>();
    private final List<Environment> environments = new ArrayList<>();
    private final Map<String, String> properties = new HashMap<>();
    private final Map<String, String> environment = new HashMap<>();
    private final List<String> told = new CopyOnWriteArrayList<>();
    private final List<String> exchanges = new CopyOnWriteArrayList<>();
    private Pause pause = (duration, cancellation) -> {};
    private AzureSettings declared = AzureSettings.NONE;
    private ProxyChoice proxies = ProxyChoice.NONE;
    private String awaited = "";
    private Runnable onAwaited = () -> {};
    private int line;

    AzureRun(FakeAzure azure, Path directory) {
        this.azure = azure;
        this.directory = directory;
        properties.putAll(azure.properties());
        environment.putAll(azure.environment(azure.deployer()));
        property("aspire.azure.location", "West Europe");
        property("aspire.azure.credential", "environment");
    }

    /** Adds a basic registry. */
    AzureRun registry(String name) {
        return registry(name, registry -> registry);
    }

    /** Adds a configured registry. */
    AzureRun registry(String name, UnaryOperator<TestRegistry> made) {
        registries.add(made.apply(new TestRegistry(name, origin())).build());
        return this;
    }

    AzureRun property(String name, String value) {
        properties.put(name, value);
        return this;
    }

    /** Adds {@code <azure>} to the POM. */
    AzureRun pom(String location, String resourceGroup) {
        this.declared = new AzureSettings(
                Optional.empty(),
                Optional.of(Text.literal(location, origin())),
                Optional.of(Text.literal(resourceGroup, origin())),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return this;
    }

    AzureRun without(String property) {
        properties.remove(property);
        return this;
    }

    AzureRun variables(Map<String, String> variables) {
        environment.clear();
        environment.putAll(variables);
        return this;
    }

    AzureRun pause(Pause pause) {
        this.pause = pause;
        return this;
    }

    AzureRun proxies(ProxyChoice proxies) {
        this.proxies = proxies;
        return this;
    }

    /** Executes an action when a step reports this message. */
    AzureRun whenTold(String message, Runnable then) {
        this.awaited = message;
        this.onAwaited = then;
        return this;
    }

    Origin origin() {
        return new Origin("pom.xml", ++line);
    }

    /** Runs these steps and their dependencies, in a new session. */
    RunReport run(String... targets) {
        try (PipelineRunner runner = runner()) {
            return runner.run(Set.of(targets)).join();
        }
    }

    PipelineRunner runner() {
        AppModel model = model();
        CredentialChain nobody = new CredentialChain(List.of());
        Registries registries = new Registries(
                HttpSettings.DEFAULT.withProxies(proxies).withLog(exchange -> exchanges.add(exchange.get())));
        ModelAccess access = new ModelAccess(model, nobody, directory);
        AddOnContext request = AddOnContext.of(model, registries, access, Inputs.in(directory, registries, access))
                .application("shop")
                .baseDirectory(directory)
                .outputDirectory(directory.resolve("target"))
                .cache(directory.resolve("cache"))
                .property(name -> Optional.ofNullable(properties.get(name)))
                .environment(environment)
                .build();
        Timing timing = new Timing(POLL, Duration.ofMinutes(1), 3, Duration.ofMillis(1));
        Map<StepKind, StepAction> actions = new HashMap<>(new AzureAddOn(timing, pause).actions(request));
        actions.put(StepKind.PROCESS_PARAMETERS, StepAction.NOTHING);
        RunListener listener = new RunListener() {
            @Override
            public void progressed(Step step, String message) {
                told.add("(%s) %s".formatted(step.name(), message));
                if (message.equals(awaited)) {
                    onAwaited.run();
                }
            }
        };
        RunSettings settings = new RunSettings(8, false, AzureRun.class.getClassLoader(), Clock.systemUTC());
        PipelineRunner runner = new PipelineRunner(StepPlanner.plan(model, Set.of()), actions, settings, listener);
        runner.cancellation().onCancel(registries::callOff);
        return runner;
    }

    private AppModel model() {
        try {
            return AppModel.of(List.of(), registries, environments, List.of(), settings(), new Problems());
        } catch (InvalidModelException e) {
            throw new IllegalStateException(e);
        }
    }

    private AppSettings settings() {
        AppSettings byDefault = AppSettings.DEFAULT;
        return new AppSettings(
                byDefault.release(),
                byDefault.layering(),
                byDefault.registries(),
                declared,
                byDefault.parallelism(),
                byDefault.failFast());
    }

    /** Returns the messages of the steps, each line after its step's name. */
    List<String> told() {
        return List.copyOf(told);
    }

    /** Returns the output of {@code -X}. */
    List<String> exchanges() {
        return List.copyOf(exchanges);
    }

    /** Returns the requests that write, as {@code PUT path}. */
    List<String> writes() {
        return azure.calls().stream()
                .filter(call ->
                        call.plane().equals(LoggedCall.ARM) && !call.method().equals("GET"))
                .map(call -> call.method() + " " + call.path())
                .toList();
    }
}
