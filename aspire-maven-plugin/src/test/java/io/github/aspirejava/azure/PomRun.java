package io.github.aspirejava.azure;

import io.github.aspirejava.addon.AddOnContext;
import io.github.aspirejava.app.AppModel;
import io.github.aspirejava.app.InvalidModelException;
import io.github.aspirejava.azure.arm.Timing;
import io.github.aspirejava.fakes.azure.FakeAzure;
import io.github.aspirejava.fakes.azure.LoggedCall;
import io.github.aspirejava.maven.pom.PomText;
import io.github.aspirejava.oci.credential.CredentialChain;
import io.github.aspirejava.oci.http.HttpSettings;
import io.github.aspirejava.oci.registry.Registries;
import io.github.aspirejava.registry.ModelAccess;
import io.github.aspirejava.run.PipelineRunner;
import io.github.aspirejava.run.RunListener;
import io.github.aspirejava.run.RunReport;
import io.github.aspirejava.run.RunSettings;
import io.github.aspirejava.run.StepAction;
import io.github.aspirejava.run.StepOutcome;
import io.github.aspirejava.run.StepReport;
import io.github.aspirejava.run.StepResult;
import io.github.aspirejava.run.StepState;
import io.github.aspirejava.steps.Step;
import io.github.aspirejava.steps.StepKind;
import io.github.aspirejava.steps.StepPlanner;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/**
 * A POM that is run against a fake Azure or none; time does not pass. The modules {@code api} and {@code worker} exist
 * and can be built; images do not.
 */
final class PomRun {
    private final String configuration;
    private final Path directory;
    private final Map<String, String> properties = new HashMap<>();
    private final Map<String, String> environment = new HashMap<>();
    private final List<String> told = new CopyOnWriteArrayList<>();
    private final List<String> exchanges = new CopyOnWriteArrayList<>();

    PomRun(String configuration, Path directory) {
        this.configuration = configuration;
        this.directory = directory;
    }

    /** Runs in this Azure, as its deployer. */
    PomRun in(FakeAzure azure) {
        properties.putAll(azure.properties());
        environment.putAll(azure.environment(azure.deployer()));
        return property("aspire.azure.location", "West Europe").property("aspire.azure.credential", "environment");
    }

    PomRun property(String name, String value) {
        properties.put(name, value);
        return this;
    }

    /**
     * Runs these steps and their dependencies, in a new session; images are pushed as soon as their registries permit
     * it.
     */
    RunReport run(String... targets) {
        AppModel model = model();
        AddOnContext request = request(model);
        Timing timing = new Timing(Duration.ofMillis(1), Duration.ofSeconds(2), 3, Duration.ofMillis(1));
        Map<StepKind, StepAction> actions = new EnumMap<>(StepKind.class);
        for (StepKind kind : StepKind.values()) {
            actions.put(kind, StepAction.NOTHING);
        }
        actions.putAll(new AzureAddOn(timing, (duration, cancellation) -> {}, InstantSource.system()).actions(request));
        actions.put(StepKind.LOGIN_TO_AZURE_REGISTRY, StepAction.NOTHING);
        RunListener listener = new RunListener() {
            @Override
            public void progressed(Step step, String message) {
                told.add("(%s) %s".formatted(step.name(), message));
            }
        };
        RunSettings settings = new RunSettings(8, false, PomRun.class.getClassLoader(), Clock.systemUTC());
        try (PipelineRunner runner =
                new PipelineRunner(StepPlanner.plan(model, Set.of()), actions, settings, listener)) {
            return runner.run(Set.of(targets)).join();
        }
    }

    private AddOnContext request(AppModel model) {
        Registries registries = new Registries(HttpSettings.DEFAULT.withLog(exchange -> exchanges.add(exchange.get())));
        ModelAccess access = new ModelAccess(model, new CredentialChain(List.of()), directory);
        return AddOnContext.of(model, registries, access, Inputs.in(directory, registries, access))
                .application("shop")
                .baseDirectory(directory)
                .outputDirectory(directory.resolve("target/aspire"))
                .cache(directory.resolve("cache"))
                .property(name -> Optional.ofNullable(properties.get(name)))
                .environment(environment)
                .build();
    }

    private AppModel model() {
        PomText pom = PomText.of(configuration);
        properties.forEach(pom::with);
        try {
            return pom.model();
        } catch (InvalidModelException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Returns the messages of the steps, each line after its step's name. */
    List<String> told() {
        return List.copyOf(told);
    }

    /** Returns the output of {@code -X}. */
    List<String> exchanges() {
        return List.copyOf(exchanges);
    }

    /** Returns the requests that have changed something, or requested keys. */
    static List<String> writes(FakeAzure azure) {
        return azure.calls().stream()
                .filter(call -> call.isArmWrite() || call.path().endsWith("sharedKeys"))
                .map(LoggedCall::toString)
                .toList();
    }

    /** Returns the messages of failed steps, by their names. */
    static Map<String, String> failures(RunReport report) {
        return report.in(StepState.FAILED).stream()
                .collect(Collectors.toMap(
                        failed -> failed.step().name(),
                        failed -> failed.reason().orElse("")));
    }

    static List<String> names(RunReport report, StepState state) {
        return report.in(state).stream().map(StepReport::step).map(Step::name).toList();
    }

    /** Returns the result of a step that has succeeded. */
    static <T extends StepResult> T result(RunReport report, String step, Class<T> type) {
        StepOutcome outcome = report.find(step).orElseThrow().outcome();
        if (outcome instanceof StepOutcome.Succeeded succeeded) {
            return type.cast(succeeded.result());
        }
        throw new AssertionError("%s has not succeeded: %s".formatted(step, failures(report)));
    }
}
