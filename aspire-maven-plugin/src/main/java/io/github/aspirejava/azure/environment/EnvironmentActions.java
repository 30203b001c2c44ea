package io.github.aspirejava.azure.environment;

import io.github.aspirejava.azure.provision.Azure;
import io.github.aspirejava.run.StepAction;
import io.github.aspirejava.steps.StepKind;
import java.util.Map;

/** The actions of the steps of environments. */
public final class EnvironmentActions {
    private EnvironmentActions() {}

    /** Returns the actions for the session of {@code azure}. */
    public static Map<StepKind, StepAction> of(Azure azure) {
        return Map.of(
                StepKind.PROVISION_IDENTITY, new ProvisionIdentityAction(azure),
                StepKind.PROVISION_LOGS, new ProvisionLogsAction(azure),
                StepKind.PROVISION_ENVIRONMENT, new ProvisionEnvironmentAction(azure),
                StepKind.PROVISION_PULL_RIGHTS, new ProvisionPullRightsAction(azure),
                StepKind.PROVISION_DASHBOARD, new ProvisionDashboardAction(azure));
    }
}
