package io.github.aspirejava.azure.environment;

import com.azure.json.JsonSerializable;
import com.azure.resourcemanager.msi.fluent.models.IdentityInner;
import io.github.aspirejava.app.AzureEnvironment;
import io.github.aspirejava.azure.arm.ArmClients;
import io.github.aspirejava.azure.arm.ArmId;
import io.github.aspirejava.azure.arm.ArmResource;
import io.github.aspirejava.azure.provision.Azure;
import io.github.aspirejava.azure.provision.AzureSession;
import io.github.aspirejava.azure.resource.EnvironmentPlace;
import io.github.aspirejava.azure.resource.IdentityResource;
import io.github.aspirejava.azure.resource.Placement;
import io.github.aspirejava.azure.resource.ProvisionedIdentity;
import io.github.aspirejava.run.StepContext;
import io.github.aspirejava.run.StepException;
import java.util.Optional;

/** A step of an environment while it is executed. */
record EnvironmentStep(AzureSession session, AzureEnvironment environment, StepContext context) {
    static EnvironmentStep of(Azure azure, StepContext context) throws StepException {
        AzureEnvironment environment = context.step()
                .resource()
                .flatMap(azure.request().model()::resource)
                .filter(AzureEnvironment.class::isInstance)
                .map(AzureEnvironment.class::cast)
                .orElseThrow(() -> new IllegalStateException("Step '%s' is for no environment"
                        .formatted(context.step().name())));
        return new EnvironmentStep(azure.session(), environment, context);
    }

    EnvironmentPlace place() {
        return new EnvironmentPlace(session.options(), environment);
    }

    ArmClients clients() {
        return session.clients();
    }

    /**
     * Brings a resource to its desired state, after its resource group. Empty in a dry run if the resource does not
     * exist yet.
     */
    <T extends JsonSerializable<?>> Optional<T> ensure(ArmResource<T> resource)
            throws StepException, InterruptedException {
        ArmId id = resource.id();
        session.groups()
                .ensure(
                        ArmId.group(id.subscription(), id.resourceGroup()),
                        place().location(),
                        environment.origin(),
                        context);
        return session.ensure().ensure(resource, context).live();
    }

    /** Returns an existing resource. */
    <T extends JsonSerializable<?>> T existing(ArmResource<T> resource) throws StepException, InterruptedException {
        return session.ensure().existing(resource, context);
    }

    ProvisionedIdentity identity(Placement placement) throws StepException, InterruptedException {
        Optional<IdentityInner> live = ensure(new IdentityResource(clients(), placement));
        return new ProvisionedIdentity(
                placement.id(),
                live.map(IdentityInner::clientId).map(Object::toString),
                live.map(IdentityInner::principalId).map(Object::toString));
    }
}
