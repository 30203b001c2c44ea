package io.github.aspirejava;

import io.github.aspirejava.app.AppModel;
import io.github.aspirejava.app.AppSettings;
import io.github.aspirejava.app.AzureAppService;
import io.github.aspirejava.app.AzureContainerApps;
import io.github.aspirejava.app.AzureContainerRegistry;
import io.github.aspirejava.app.AzureContainerRegistry.Sku;
import io.github.aspirejava.app.AzureSettings;
import io.github.aspirejava.app.Container;
import io.github.aspirejava.app.ContainerRegistry;
import io.github.aspirejava.app.DeclaredCredentials;
import io.github.aspirejava.app.DockerCompose;
import io.github.aspirejava.app.Environment;
import io.github.aspirejava.app.ImageSettings;
import io.github.aspirejava.app.InvalidModelException;
import io.github.aspirejava.app.OciLayout;
import io.github.aspirejava.app.Origin;
import io.github.aspirejava.app.Parameter;
import io.github.aspirejava.app.Problem;
import io.github.aspirejava.app.Problems;
import io.github.aspirejava.app.PurgeSchedule;
import io.github.aspirejava.app.Reference;
import io.github.aspirejava.app.Registry;
import io.github.aspirejava.app.RegistryFeature;
import io.github.aspirejava.app.RegistryFeatures;
import io.github.aspirejava.app.Secret;
import io.github.aspirejava.app.Service;
import io.github.aspirejava.app.Text;
import io.github.aspirejava.app.TlsSettings;
import io.github.aspirejava.image.Platform;
import io.github.aspirejava.steps.StepGraph;
import io.github.aspirejava.steps.StepPlanner;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Builds models for tests as a POM declares them. Every element is on a line of its own, in the order of the calls: the
 * first on {@code pom.xml:1}. Parameters come before the texts that refer to them.
 */
public final class TestModels {
    private final Problems problems = new Problems();
    private final Map<String, Parameter> knownParameters = new LinkedHashMap<>();
    private final List<Parameter> parameters = new ArrayList<>();
    private final List<Registry> registries = new ArrayList<>();
    private final List<Environment> environments = new ArrayList<>();
    private final List<Service> services = new ArrayList<>();
    private final Set<String> toPackage = new HashSet<>();
    private AppSettings settings = AppSettings.DEFAULT;
    private int line;

    private TestModels() {}

    public static TestModels model() {
        return new TestModels();
    }

    public TestModels parameter(String name, String value) {
        return parameter(name, Optional.of(value), false);
    }

    public TestModels secretParameter(String name, String value) {
        return parameter(name, Optional.of(value), true);
    }

    public TestModels parameterWithoutValue(String name) {
        return parameter(name, Optional.empty(), false);
    }

    private TestModels parameter(String name, Optional<String> value, boolean secret) {
        return add(new Parameter(name, nextLine(), value.map(Secret::new), "", secret, ""));
    }

    private TestModels add(Parameter parameter) {
        parameters.add(parameter);
        knownParameters.putIfAbsent(parameter.name(), parameter);
        return this;
    }

    public TestModels containerRegistry(String name, String endpoint) {
        return containerRegistry(name, endpoint, Optional.empty());
    }

    public TestModels containerRegistry(String name, String endpoint, String repository) {
        return containerRegistry(name, endpoint, Optional.of(repository));
    }

    private TestModels containerRegistry(String name, String endpoint, Optional<String> repository) {
        Origin origin = nextLine();
        registries.add(new ContainerRegistry(
                name, origin, text(endpoint), repository.map(this::text), Optional.empty(), TlsSettings.DEFAULT, true));
        return this;
    }

    public TestModels privateContainerRegistry(String name, String endpoint) {
        registries.add(new ContainerRegistry(
                name, nextLine(), text(endpoint), Optional.empty(), Optional.empty(), TlsSettings.DEFAULT, false));
        return this;
    }

    public TestModels containerRegistryWithPassword(String name, String password) {
        Origin origin = nextLine();
        registries.add(new ContainerRegistry(
                name,
                origin,
                text("ghcr.io"),
                Optional.empty(),
                Optional.of(new DeclaredCredentials(text("me"), text(password))),
                TlsSettings.DEFAULT,
                false));
        return this;
    }

    public TestModels azureContainerRegistry(String name) {
        return azureContainerRegistry(name, false);
    }

    public TestModels existingAzureContainerRegistry(String name) {
        return azureContainerRegistry(name, true);
    }

    private TestModels azureContainerRegistry(String name, boolean existing) {
        Optional<Text> registryName = existing ? Optional.of(text(name + "1234")) : Optional.empty();
        return azureContainerRegistry(name, registryName, Sku.BASIC, RegistryFeatures.NONE, Optional.empty(), existing);
    }

    public TestModels azureContainerRegistry(String name, Sku sku, RegistryFeature... features) {
        Map<RegistryFeature, Origin> asked = new EnumMap<>(RegistryFeature.class);
        for (RegistryFeature feature : features) {
            asked.put(feature, nextLine());
        }
        return azureContainerRegistry(
                name, Optional.empty(), sku, new RegistryFeatures(asked, Optional.empty()), Optional.empty(), false);
    }

    private Text textOnNextLine(String template) {
        nextLine();
        return text(template);
    }

    public TestModels azureContainerRegistryCalled(String name, String registryName) {
        Text called = textOnNextLine(registryName);
        return azureContainerRegistry(
                name, Optional.of(called), Sku.BASIC, RegistryFeatures.NONE, Optional.empty(), false);
    }

    public TestModels purgedAzureContainerRegistry(String name, String schedule, String ago, String filter) {
        PurgeSchedule purge = new PurgeSchedule(nextLine(), text(schedule), 3, text(ago), text(filter));
        return azureContainerRegistry(
                name, Optional.empty(), Sku.BASIC, RegistryFeatures.NONE, Optional.of(purge), false);
    }

    private TestModels azureContainerRegistry(
            String name,
            Optional<Text> registryName,
            Sku sku,
            RegistryFeatures features,
            Optional<PurgeSchedule> purge,
            boolean existing) {
        registries.add(AzureContainerRegistry.of(name, nextLine())
                .registryName(registryName)
                .sku(sku)
                .features(features)
                .purge(purge)
                .existing(existing)
                .build());
        return this;
    }

    public TestModels ociLayout(String name) {
        Origin origin = nextLine();
        registries.add(new OciLayout(name, origin, text("target/" + name)));
        return this;
    }

    public TestModels containerApps(String name) {
        return containerApps(name, Optional.empty(), true);
    }

    public TestModels containerApps(String name, String registry) {
        return containerApps(name, Optional.of(registry), true);
    }

    public TestModels containerAppsWithoutDashboard(String name) {
        return containerApps(name, Optional.empty(), false);
    }

    public TestModels existingContainerApps(String name) {
        environments.add(new AzureContainerApps(
                name, nextLine(), Optional.empty(), Optional.empty(), Optional.empty(), true, true));
        return this;
    }

    private TestModels containerApps(String name, Optional<String> registry, boolean dashboard) {
        Origin origin = nextLine();
        environments.add(new AzureContainerApps(
                name, origin, registry.map(this::reference), Optional.empty(), Optional.empty(), false, dashboard));
        return this;
    }

    public TestModels appService(String name) {
        environments.add(new AzureAppService(
                name, nextLine(), Optional.empty(), Optional.empty(), Optional.empty(), false, true));
        return this;
    }

    public TestModels dockerCompose(String name) {
        Origin origin = nextLine();
        environments.add(new DockerCompose(
                name,
                origin,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                text(DockerCompose.DEFAULT_NETWORK),
                text(DockerCompose.DEFAULT_HOST_ADDRESS)));
        return this;
    }

    /** Adds a secret parameter whose value is generated at the first deployment. */
    public TestModels generatedParameter(String name) {
        return add(new Parameter(name, nextLine(), Optional.empty(), "", true, "", true));
    }

    public TestModels javaApps(String... names) {
        for (String name : names) {
            service(TestService.javaApp(name));
        }
        return this;
    }

    /** Adds a Java application whose module has not been packaged. */
    public TestModels unpackagedJavaApp(String name) {
        toPackage.add(name);
        return javaApps(name);
    }

    public TestModels container(String name, String image) {
        return container(name, image, false);
    }

    /** Adds a prebuilt image that is copied under the tag 1.0. */
    public TestModels mirror(String name, String image) {
        return container(name, image, true);
    }

    private TestModels container(String name, String image, boolean mirror) {
        Origin origin = nextLine();
        ImageSettings copy = new ImageSettings(
                Optional.empty(), List.of(text("1.0")), List.of(Platform.LINUX_AMD64), Optional.empty());
        services.add(new Container(name, origin, text(image), mirror, copy, TestService.NO_DEPLOYMENT));
        return this;
    }

    public TestModels service(TestService service) {
        nextLine();
        services.add(service.in(this));
        return this;
    }

    public TestModels together() {
        settings = new AppSettings(
                AppSettings.Release.TOGETHER,
                settings.layering(),
                settings.registries(),
                settings.azure(),
                settings.parallelism(),
                settings.failFast());
        return this;
    }

    public TestModels subscription(String subscription) {
        nextLine();
        AzureSettings azure = new AzureSettings(
                Optional.of(text(subscription)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        settings = new AppSettings(
                settings.release(),
                settings.layering(),
                settings.registries(),
                azure,
                settings.parallelism(),
                settings.failFast());
        return this;
    }

    /** Returns the line that was assigned last. */
    Origin line() {
        return new Origin("pom.xml", line);
    }

    Text text(String template) {
        return Text.parse(template, line(), knownParameters, problems);
    }

    Text deployedText(String template) {
        return Text.parseDeployed(template, line(), knownParameters, problems);
    }

    Reference reference(String name) {
        return new Reference(name, line());
    }

    private Origin nextLine() {
        line++;
        return line();
    }

    /** Returns the model, which must be valid. */
    public AppModel build() {
        try {
            return tryToBuild();
        } catch (InvalidModelException e) {
            throw new AssertionError("The model has mistakes:\n" + e.getMessage(), e);
        }
    }

    /** Returns the steps of the model, which must be valid. */
    public StepGraph plan() {
        return StepPlanner.plan(build(), toPackage);
    }

    /** Returns the mistakes of the model as their author reads them; none if it is valid. */
    public List<String> mistakes() {
        try {
            tryToBuild();
            return List.of();
        } catch (InvalidModelException e) {
            return e.problems().stream().map(Problem::message).toList();
        }
    }

    private AppModel tryToBuild() throws InvalidModelException {
        return AppModel.of(parameters, registries, environments, services, settings, problems);
    }
}
