package io.github.aspirejava.azure;

import io.github.aspirejava.azure.arm.Pause;
import io.github.aspirejava.azure.arm.Timing;
import io.github.aspirejava.azure.provision.Azure;
import io.github.aspirejava.azure.provision.CreateContextAction;
import io.github.aspirejava.azure.provision.ProvisionRegistryAction;
import io.github.aspirejava.azure.provision.ValidateLoginAction;
import io.github.aspirejava.room.Room;
import io.github.aspirejava.room.RoomRequest;
import io.github.aspirejava.run.StepAction;
import io.github.aspirejava.steps.StepKind;
import java.util.EnumMap;
import java.util.Map;

/** What is done for the steps that have to do with Azure. */
public final class AzureRoom implements Room {
    private final Timing timing;
    private final Pause pause;

    /** A room with Azure's own time. */
    public AzureRoom() {
        this(Timing.DEFAULT, Pause.REAL);
    }

    /** A room with a time of its own, for tests. */
    AzureRoom(Timing timing, Pause pause) {
        this.timing = timing;
        this.pause = pause;
    }

    @Override
    public Map<StepKind, StepAction> actions(RoomRequest request) {
        SdkLogs.quiet();
        Azure azure = new Azure(request, timing, pause);
        Map<StepKind, StepAction> actions = new EnumMap<>(StepKind.class);
        actions.put(StepKind.VALIDATE_AZURE_LOGIN, new ValidateLoginAction(azure));
        actions.put(StepKind.CREATE_PROVISIONING_CONTEXT, new CreateContextAction(azure));
        actions.put(StepKind.PROVISION_REGISTRY, new ProvisionRegistryAction(azure));
        return actions;
    }
}
