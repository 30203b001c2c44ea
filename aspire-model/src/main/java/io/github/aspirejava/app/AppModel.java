package io.github.aspirejava.app;

import io.github.aspirejava.image.ImageReference;
import io.github.aspirejava.image.RegistryHost;
import io.github.aspirejava.image.Repository;
import io.github.aspirejava.image.Tag;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An application as its POM declares it, complete and valid: defaults are applied, every reference is resolved, and
 * every pushed service has its registry. Immutable.
 */
public final class AppModel {
    private final List<Parameter> parameters;
    private final List<Registry> registries;
    private final List<Environment> environments;
    private final List<Service> services;
    private final AppSettings settings;
    private final Map<String, Registry> registryOfService;
    private final Map<String, Environment> environmentOfService;
    private final Map<String, Resource> resources;

    private AppModel(
            List<Parameter> parameters,
            List<Environment> environments,
            List<Service> services,
            AppSettings settings,
            RegistrySelection selection) {
        this.parameters = List.copyOf(parameters);
        this.registries = selection.registries();
        this.environments = List.copyOf(environments);
        this.services = List.copyOf(services);
        this.settings = settings;
        this.registryOfService = selection.registryOfService();
        this.environmentOfService = selection.environmentOfService();
        this.resources = Stream.<List<? extends Resource>>of(this.registries, this.environments, this.services)
                .flatMap(List::stream)
                .collect(Collectors.toMap(Resource::name, Function.identity(), (first, second) -> first));
    }

    /**
     * Completes and validates a model.
     *
     * @param problems the mistakes found while the model was read; the mistakes found here are added
     * @throws InvalidModelException if there are any mistakes, with all of them
     */
    public static AppModel of(
            List<Parameter> parameters,
            List<Registry> registries,
            List<Environment> environments,
            List<Service> services,
            AppSettings settings,
            Problems problems)
            throws InvalidModelException {
        new ReferenceRules(problems).check(registries, environments, services);
        new FileRules(problems).check(services);
        RegistrySelection selection = RegistrySelection.of(registries, environments, services, problems);
        new NameRules(problems).check(parameters, selection.registries(), environments, services);
        AppModel model = new AppModel(parameters, environments, services, settings, selection);
        new ContainerRules(problems).check(model);
        new SecretRules(problems).check(model);
        new ImageRules(problems).check(model);
        new AzureRules(problems).check(model);
        new PullRules(problems).check(model);
        new DeploymentRules(problems).check(model);
        new GeneratedRules(problems).check(model);
        problems.throwIfAny();
        return model;
    }

    /** Returns the parameters in the order of declaration. */
    public List<Parameter> parameters() {
        return parameters;
    }

    /** Returns the registries in the order of declaration, followed by the implied ones. */
    public List<Registry> registries() {
        return registries;
    }

    /** Returns the environments in the order of declaration. */
    public List<Environment> environments() {
        return environments;
    }

    /** Returns the services in the order of declaration. */
    public List<Service> services() {
        return services;
    }

    /** Returns the services whose images are built, in the order of declaration. */
    public List<BuiltService> builtServices() {
        return services.stream()
                .filter(BuiltService.class::isInstance)
                .map(BuiltService.class::cast)
                .toList();
    }

    /** Returns the settings of the whole model. */
    public AppSettings settings() {
        return settings;
    }

    /** Returns the services whose images are pushed, in the order of declaration. */
    public List<Service> pushedServices() {
        return services.stream().filter(Service::isPushed).toList();
    }

    /** Returns the registry that a service's image is pushed to; empty if the image is not pushed. */
    public Optional<Registry> registryOf(Service service) {
        return Optional.ofNullable(registryOfService.get(service.name()));
    }

    /** Returns the environment that a service runs in; empty if the model has none for it. */
    public Optional<Environment> environmentOf(Service service) {
        return Optional.ofNullable(environmentOfService.get(service.name()));
    }

    /** Returns the environments in Azure, in the order of declaration. */
    public List<AzureEnvironment> azureEnvironments() {
        return environments.stream()
                .filter(AzureEnvironment.class::isInstance)
                .map(AzureEnvironment.class::cast)
                .toList();
    }

    /** Returns the services that run in {@code environment}, in the order of declaration. */
    public List<Service> deployedTo(Environment environment) {
        return services.stream()
                .filter(service -> environmentOf(service).equals(Optional.of(environment)))
                .filter(service -> !(service instanceof BuiltService built) || built.isPushed())
                .toList();
    }

    /**
     * Returns the registries outside of Azure that an environment pulls from with credentials declared in the model, in
     * the order of the model.
     */
    public List<ContainerRegistry> pulledWithCredentials(Environment environment) {
        Set<Registry> pulled = builtServices().stream()
                .filter(service -> environmentOf(service).equals(Optional.of(environment)))
                .flatMap(service -> registryOf(service).stream())
                .collect(Collectors.toSet());
        return registries.stream()
                .filter(pulled::contains)
                .filter(ContainerRegistry.class::isInstance)
                .map(ContainerRegistry.class::cast)
                .filter(registry -> registry.credentials().isPresent())
                .toList();
    }

    /**
     * Checks the names of all images once more, when late texts have values.
     *
     * @throws InvalidModelException if there are mistakes, with all of them
     */
    public void checkImages() throws InvalidModelException {
        Problems problems = new Problems();
        new ImageRules(problems).check(this);
        problems.throwIfAny();
    }

    /** Returns the registry, environment or service with this name. */
    public Optional<Resource> resource(String name) {
        return Optional.ofNullable(resources.get(name));
    }

    /** Returns the name of the image of {@code service}; empty as long as one of its parameters has no value. */
    public Optional<ImageName> imageName(Service service) {
        return service.image()
                .imageName()
                .map(RepositoryName::value)
                .orElse(Optional.of(service.name().toLowerCase(Locale.ROOT)))
                .map(ImageName::parse);
    }

    /** Returns the tags of the image of {@code service} whose parameters have values. */
    public List<Tag> tags(Service service) {
        return service.image().tags().stream()
                .map(Text::value)
                .flatMap(Optional::stream)
                .map(Tag::of)
                .distinct()
                .toList();
    }

    /**
     * Returns the full names of the image of {@code service} in its registry. Empty as long as a parameter in them has
     * no value, for an Azure registry, whose host is not known before it is provisioned, and for an image layout, which
     * has no host.
     */
    public List<ImageReference> references(Service service) {
        Optional<ImageName> name = imageName(service);
        if (name.isEmpty() || !(registryOfService.get(service.name()) instanceof ContainerRegistry registry)) {
            return List.of();
        }
        Optional<RegistryHost> endpoint = registry.endpoint().value().map(RegistryHost::parse);
        Optional<Repository> repository = registry.path();
        if (endpoint.isEmpty() || (registry.repository().isPresent() && repository.isEmpty())) {
            return List.of();
        }
        List<ImageReference> references = new ArrayList<>();
        for (Tag tag : tags(service)) {
            references.add(name.get().in(endpoint.get(), repository, tag));
        }
        return List.copyOf(references);
    }

    /**
     * Returns the names and tags that the image of {@code service} is pushed under, for display: references or, if the
     * host is not known before the run or does not exist, names within the registry. Empty as long as a parameter in
     * them has no value.
     */
    public List<String> pushTargets(Service service) {
        Optional<ImageName> name = imageName(service);
        if (name.isEmpty()) {
            return List.of();
        }
        List<ImageReference> references = references(service);
        if (!references.isEmpty()) {
            return references.stream().map(ImageReference::toString).toList();
        }
        return tags(service).stream().map(tag -> name.get() + ":" + tag).toList();
    }

    /**
     * Returns the parameters without a value that the texts of these resources refer to, in the order of declaration.
     * If one of the resources is in Azure, the texts of the Azure settings are included.
     */
    public List<Parameter> missingParameters(Collection<String> resources) {
        List<Resource> needed =
                resources.stream().map(this::resource).flatMap(Optional::stream).toList();
        List<Text> texts = new ArrayList<>();
        needed.forEach(resource -> texts.addAll(resource.texts()));
        if (needed.stream()
                .anyMatch(resource ->
                        resource instanceof AzureEnvironment || resource instanceof AzureContainerRegistry)) {
            texts.addAll(settings.azure().texts());
        }
        Set<String> used =
                texts.stream().flatMap(text -> text.parameters().stream()).collect(Collectors.toSet());
        return parameters.stream()
                .filter(parameter ->
                        parameter.value().isEmpty() && !parameter.generated() && used.contains(parameter.name()))
                .toList();
    }
}
