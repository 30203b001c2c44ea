package io.github.aspirejava.azure.provision;

import com.azure.resourcemanager.resources.fluent.models.SubscriptionInner;
import io.github.aspirejava.app.Origin;
import io.github.aspirejava.app.Text;
import io.github.aspirejava.azure.arm.ArmId;
import io.github.aspirejava.azure.settings.AzureOptions;
import io.github.aspirejava.run.StepAction;
import io.github.aspirejava.run.StepContext;
import io.github.aspirejava.run.StepException;

/** Finds the subscription and the resource group; creates the group if it does not exist. */
public final class CreateContextAction implements StepAction {
    private final Azure azure;

    /** Creates the action for the session of {@code azure}. */
    public CreateContextAction(Azure azure) {
        this.azure = azure;
    }

    @Override
    public ProvisioningContext run(StepContext context) throws StepException, InterruptedException {
        AzureSession session = azure.session();
        AzureOptions options = session.options();
        ArmId group = ArmId.group(options.subscription(), options.resourceGroup());
        Origin origin = azure.request()
                .model()
                .settings()
                .azure()
                .subscription()
                .map(Text::origin)
                .orElse(Origin.NONE);
        SubscriptionSubject subject = new SubscriptionSubject(ArmId.subscription(options.subscription()), origin);
        SubscriptionInner subscription = session.ensure()
                .calling(
                        subject,
                        context,
                        trace -> session.clients()
                                .subscriptions(options.subscription())
                                .getSubscriptions()
                                .getWithResponse(options.subscription(), trace.context())
                                .getValue());
        session.groups().ensure(group, options.location(), origin, context);
        if (!session.ensure().isDryRun()) {
            session.state().remember(group, options.location());
            session.state().complaint().ifPresent(context::progress);
        }
        String tenant = subscription.tenantId() == null
                ? options.tenant().orElse("")
                : subscription.tenantId().toString();
        return new ProvisioningContext(group, options.location(), tenant);
    }
}
