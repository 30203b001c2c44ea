package io.github.aspirejava.azure;

import io.github.aspirejava.addon.AddOn;
import io.github.aspirejava.addon.AddOnContext;
import io.github.aspirejava.azure.arm.Timing;
import io.github.aspirejava.azure.environment.EnvironmentActions;
import io.github.aspirejava.azure.login.LoginToRegistryAction;
import io.github.aspirejava.azure.provision.Azure;
import io.github.aspirejava.azure.provision.CreateContextAction;
import io.github.aspirejava.azure.provision.ProvisionPurgeAction;
import io.github.aspirejava.azure.provision.ProvisionRegistryAction;
import io.github.aspirejava.azure.provision.ValidateLoginAction;
import io.github.aspirejava.azure.publish.PublishAction;
import io.github.aspirejava.concurrent.Pause;
import io.github.aspirejava.run.StepAction;
import io.github.aspirejava.steps.StepKind;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;

/** The actions of the steps that provision Azure resources. */
public final class AzureAddOn implements AddOn {
    private final Timing timing;
    private final Pause pause;
    private final InstantSource clock;

    /** Creates an add-on with Azure's own timing. */
    public AzureAddOn() {
        this(Timing.DEFAULT, Pause.REAL, InstantSource.system());
    }

    /** Creates an add-on with the given timing and pause, for tests. */
    AzureAddOn(Timing timing, Pause pause) {
        this(timing, pause, InstantSource.system());
    }

    /** Creates an add-on with the given timing, pause and clock, for tests. */
    AzureAddOn(Timing timing, Pause pause, InstantSource clock) {
        this.timing = timing;
        this.pause = pause;
        this.clock = clock;
    }

    @Override
    public Map<StepKind, StepAction> actions(AddOnContext request) {
        SdkLogs.quiet();
        Azure azure = new Azure(request, timing, pause);
        Map<StepKind, StepAction> actions = new EnumMap<>(StepKind.class);
        actions.put(StepKind.VALIDATE_AZURE_LOGIN, new ValidateLoginAction(azure));
        actions.put(StepKind.CREATE_PROVISIONING_CONTEXT, new CreateContextAction(azure));
        actions.put(StepKind.PROVISION_REGISTRY, new ProvisionRegistryAction(azure));
        actions.put(StepKind.LOGIN_TO_AZURE_REGISTRY, new LoginToRegistryAction(azure, pause, clock));
        actions.put(StepKind.PROVISION_PURGE, new ProvisionPurgeAction(azure));
        actions.putAll(EnvironmentActions.of(azure));
        actions.put(StepKind.PUBLISH, new PublishAction(request));
        return actions;
    }
}
