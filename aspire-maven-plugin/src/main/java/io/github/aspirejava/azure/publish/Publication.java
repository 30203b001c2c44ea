package io.github.aspirejava.azure.publish;

import io.github.aspirejava.app.AppModel;
import io.github.aspirejava.app.AzureContainerApps;
import io.github.aspirejava.app.AzureContainerRegistry;
import io.github.aspirejava.app.AzureEnvironment;
import io.github.aspirejava.app.BuiltService;
import io.github.aspirejava.app.Text;
import io.github.aspirejava.azure.resource.EnvironmentPlace;
import io.github.aspirejava.azure.settings.OptionsReader;
import io.github.aspirejava.azure.template.Expression;
import io.github.aspirejava.azure.template.Template;
import io.github.aspirejava.azure.template.Template.Output;
import io.github.aspirejava.azure.template.TemplateModule;
import io.github.aspirejava.azure.template.TemplateParameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The template of a model: it is deployed to a subscription, creates the resource groups, and deploys a module for each
 * resource that has a provisioning step.
 */
final class Publication {
    private final AppModel model;
    private final OfflineOptions offline;
    private final Blueprint blueprint;
    private final TemplateParameter location;
    private final ResourceGroups groups;
    private final Map<String, RegistryPart> registries = new LinkedHashMap<>();
    private final List<TemplateParameter> parameters = new ArrayList<>();
    private final List<TemplateModule> modules = new ArrayList<>();
    private final List<Output> outputs = new ArrayList<>();

    private Publication(AppModel model, OfflineOptions offline) {
        this.model = model;
        this.offline = offline;
        this.blueprint = Blueprint.of(offline.options());
        this.location = TemplateParameter.of(
                "location",
                "The region of everything that does not have its own",
                offline.knowsLocation()
                        ? Expression.text(offline.options().location())
                        : new Expression.Call("deployment", List.of(), List.of("location")));
        this.groups = new ResourceGroups(blueprint, location.value());
        parameters.add(location);
    }

    static Template of(AppModel model, OfflineOptions offline) {
        return new Publication(model, offline).template();
    }

    private Template template() {
        // Created resources come first: a group in which something is created is not looked up.
        azureRegistries().filter(registry -> !registry.existing()).forEach(this::add);
        madeGroupsOfEnvironments();
        azureRegistries().filter(AzureContainerRegistry::existing).forEach(this::add);
        model.azureEnvironments().forEach(this::add);
        List<TemplateModule> all = new ArrayList<>(groups.modules());
        all.addAll(modules);
        return new Template(true, parameters, groups.resources(), all, outputs);
    }

    private void madeGroupsOfEnvironments() {
        for (AzureEnvironment environment : model.azureEnvironments()) {
            groups.made(place(environment).ownGroup(), location(environment));
        }
    }

    private Stream<AzureContainerRegistry> azureRegistries() {
        return model.registries().stream()
                .filter(AzureContainerRegistry.class::isInstance)
                .map(AzureContainerRegistry.class::cast);
    }

    private void add(AzureContainerRegistry registry) {
        RegistryPart part = RegistryPart.of(registry, offline, blueprint, groups, location.value());
        registries.put(registry.name(), part);
        parameters.addAll(part.parameters());
        modules.add(part.module());
        outputs.addAll(part.outputs());
    }

    private void add(AzureEnvironment environment) {
        EnvironmentPlace place = place(environment);
        TemplateModule identity = IdentityPart.of(place, blueprint, groups, location(environment));
        modules.add(identity);
        TemplateModule itself = environment instanceof AzureContainerApps
                ? ContainerAppsPart.of(place, blueprint, groups, location(environment))
                : appService(place, identity);
        modules.add(itself);
        List<RegistryPart> pulledFrom = pulledFrom(environment);
        pulledFrom.forEach(registry -> modules.add(PullPart.of(environment, identity, registry, blueprint)));
        String prefix = itself.symbol() + "_";
        itself.template()
                .outputs()
                .forEach(output -> outputs.add(new Output(prefix + output.name(), itself.output(output.name()))));
        outputs.add(
                new Output(prefix + "AZURE_CONTAINER_REGISTRY_MANAGED_IDENTITY_ID", identity.output(IdentityPart.ID)));
        outputs.add(new Output(
                prefix + "AZURE_CONTAINER_REGISTRY_MANAGED_IDENTITY_CLIENT_ID",
                identity.output(IdentityPart.CLIENT_ID)));
        if (pulledFrom.size() == 1) {
            TemplateModule registry = pulledFrom.get(0).module();
            outputs.add(new Output(prefix + RegistryPart.NAME, registry.output(RegistryPart.NAME)));
            outputs.add(new Output(prefix + RegistryPart.ENDPOINT, registry.output(RegistryPart.ENDPOINT)));
        }
    }

    private TemplateModule appService(EnvironmentPlace place, TemplateModule identity) {
        Expression region = location(place.environment());
        AppServicePart part = new AppServicePart(place, blueprint, groups, region);
        if (!part.hasDashboard()) {
            return part.module();
        }
        TemplateParameter name = part.dashboardName(offline.knowsSubscription());
        parameters.add(name);
        TemplateModule own = IdentityPart.ofDashboard(place, blueprint, groups, region);
        modules.add(own);
        return part.module(identity, own, name.value());
    }

    private List<RegistryPart> pulledFrom(AzureEnvironment environment) {
        return model.builtServices().stream()
                .filter(service ->
                        model.environmentOf(service).filter(environment::equals).isPresent())
                .map((BuiltService service) -> model.registryOf(service))
                .flatMap(Optional::stream)
                .map(registry -> Optional.ofNullable(registries.get(registry.name())))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    private Expression location(AzureEnvironment environment) {
        return environment
                .location()
                .map(Text::require)
                .map(OptionsReader::normalized)
                .map(Expression::text)
                .orElse(location.value());
    }

    private EnvironmentPlace place(AzureEnvironment environment) {
        return new EnvironmentPlace(blueprint.options(), environment);
    }
}
