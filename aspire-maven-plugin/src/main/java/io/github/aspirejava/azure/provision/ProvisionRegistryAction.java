package io.github.aspirejava.azure.provision;

import com.azure.resourcemanager.containerregistry.fluent.models.RegistryInner;
import io.github.aspirejava.app.AzureContainerRegistry;
import io.github.aspirejava.azure.arm.ArmId;
import io.github.aspirejava.azure.resource.RegistryPlace;
import io.github.aspirejava.azure.resource.RegistryResource;
import io.github.aspirejava.azure.resource.RoleMode;
import io.github.aspirejava.azure.settings.OptionsReader;
import io.github.aspirejava.run.StepAction;
import io.github.aspirejava.run.StepContext;
import io.github.aspirejava.run.StepException;
import java.util.Map;
import java.util.Optional;

/** Provisions a container registry, or finds an existing one. */
public final class ProvisionRegistryAction implements StepAction {
    private final Azure azure;

    /** Creates the action for the session of {@code azure}. */
    public ProvisionRegistryAction(Azure azure) {
        this.azure = azure;
    }

    @Override
    public ProvisionedRegistry run(StepContext context) throws StepException, InterruptedException {
        AzureSession session = azure.session();
        ProvisioningContext where = context.result(ProvisioningContext.class);
        AzureContainerRegistry registry =
                context.step().resource(azure.request().model(), AzureContainerRegistry.class);
        ArmId id = RegistryPlace.of(session.options(), registry);
        RegistryResource resource =
                new RegistryResource(session.clients(), session.options(), id, where.location(), registry);
        Optional<RegistryInner> live;
        if (registry.existing()) {
            live = Optional.of(session.ensure().existing(resource, context));
        } else {
            ArmId group = ArmId.group(id.subscription(), id.resourceGroup());
            session.groups().ensure(group, where.location(), registry.origin(), context);
            live = session.ensure().ensure(resource, context).live();
        }
        ProvisionedRegistry provisioned = new ProvisionedRegistry(
                registry.name(),
                resource.id(),
                live.map(RegistryInner::loginServer),
                live.map(RegistryInner::location).map(OptionsReader::normalized).orElse(where.location()),
                RoleMode.of(live.map(RegistryInner::roleAssignmentMode).orElse(null)),
                where.tenant());
        if (!session.ensure().isDryRun()) {
            session.state()
                    .remember(
                            resource.id(),
                            registry.name(),
                            provisioned
                                    .loginServer()
                                    .map(server -> Map.of("loginServer", server))
                                    .orElse(Map.of()));
        }
        return provisioned;
    }
}
