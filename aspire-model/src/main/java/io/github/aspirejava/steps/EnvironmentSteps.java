package io.github.aspirejava.steps;

import io.github.aspirejava.app.AppModel;
import io.github.aspirejava.app.AzureAppService;
import io.github.aspirejava.app.AzureContainerApps;
import io.github.aspirejava.app.AzureContainerRegistry;
import io.github.aspirejava.app.AzureEnvironment;
import io.github.aspirejava.app.BuiltService;
import io.github.aspirejava.app.Environment;
import io.github.aspirejava.app.Registry;
import io.github.aspirejava.app.Service;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * The steps of environments in Azure: these are provisioned beside the registries, get the permission to pull from
 * them, and run the services.
 */
final class EnvironmentSteps {
    private final AppModel model;
    private final Consumer<Step> steps;
    /** The Azure registries by name from which the services of an environment are pulled, by environment. */
    private final Map<String, TreeMap<String, Registry>> pulledFrom = new HashMap<>();

    private EnvironmentSteps(AppModel model, Consumer<Step> steps) {
        this.model = model;
        this.steps = steps;
    }

    static void plan(AppModel model, Consumer<Step> steps) {
        EnvironmentSteps planner = new EnvironmentSteps(model, steps);
        model.pushedServices().forEach(planner::notePulls);
        model.azureEnvironments().forEach(planner::planEnvironment);
        model.services().forEach(planner::planService);
    }

    private void notePulls(Service service) {
        Optional<Environment> environment = model.environmentOf(service);
        Optional<Registry> registry = model.registryOf(service).filter(AzureContainerRegistry.class::isInstance);
        if (environment.isPresent() && registry.isPresent()) {
            pulledFrom
                    .computeIfAbsent(environment.get().name(), name -> new TreeMap<>())
                    .put(registry.get().name(), registry.get());
        }
    }

    private void planEnvironment(AzureEnvironment environment) {
        String name = environment.name();
        Set<String> context = Set.of(StepNames.CREATE_PROVISIONING_CONTEXT);
        steps.accept(Step.of(
                StepNames.identity(environment),
                StepKind.PROVISION_IDENTITY,
                name,
                context,
                "Provision the identity that %s pulls with".formatted(name)));
        Set<String> before = context;
        if (environment instanceof AzureContainerApps && !environment.existing()) {
            steps.accept(Step.of(
                    StepNames.logs(environment),
                    StepKind.PROVISION_LOGS,
                    name,
                    context,
                    "Provision the log workspace of %s".formatted(name)));
            before = Set.of(StepNames.logs(environment));
        }
        steps.accept(Step.of(
                StepNames.provision(environment),
                StepKind.PROVISION_ENVIRONMENT,
                name,
                before,
                "Provision the environment %s".formatted(name)));
        planPullRights(environment);
        if (environment.dashboard() && !environment.existing()) {
            Set<String> beforeDashboard = new TreeSet<>(Set.of(StepNames.provision(environment)));
            if (environment instanceof AzureAppService) {
                // The dashboard is a site there, which needs the identity that may send it telemetry.
                beforeDashboard.add(StepNames.identity(environment));
            }
            steps.accept(Step.of(
                    StepNames.dashboard(environment),
                    StepKind.PROVISION_DASHBOARD,
                    name,
                    beforeDashboard,
                    "Provision the dashboard of %s".formatted(name)));
        }
    }

    private void planPullRights(Environment environment) {
        TreeMap<String, Registry> registries = pulledFrom.get(environment.name());
        if (registries != null) {
            Set<String> before = new TreeSet<>(Set.of(StepNames.identity(environment)));
            registries.values().forEach(registry -> before.add(StepNames.provision(registry)));
            steps.accept(Step.of(
                    StepNames.pull(environment),
                    StepKind.PROVISION_PULL_RIGHTS,
                    environment.name(),
                    before,
                    "Let %s pull from %s".formatted(environment.name(), String.join(", ", registries.keySet()))));
        }
    }

    private void planService(Service service) {
        Optional<Environment> environment = model.environmentOf(service).filter(AzureEnvironment.class::isInstance);
        boolean givesFilesOnly = service instanceof BuiltService built && !built.isPushed();
        if (environment.isEmpty() || givesFilesOnly) {
            return;
        }
        Set<String> before = new TreeSet<>(Set.of(StepNames.provision(environment.get())));
        if (service.isPushed()) {
            before.add(StepNames.push(service.name()));
            if (pulledFrom.containsKey(environment.get().name())) {
                before.add(StepNames.pull(environment.get()));
            }
        }
        boolean website = environment.get() instanceof AzureAppService;
        steps.accept(Step.of(
                website ? StepNames.website(service) : StepNames.containerApp(service),
                website ? StepKind.PROVISION_WEBSITE : StepKind.PROVISION_CONTAINER_APP,
                service.name(),
                before,
                "Run %s in %s".formatted(service.name(), environment.get().name())));
    }
}
