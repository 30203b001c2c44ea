package io.github.aspirejava.azure.resource;

import com.azure.core.util.Context;
import com.azure.json.JsonReader;
import com.azure.resourcemanager.containerregistry.fluent.TasksClient;
import com.azure.resourcemanager.containerregistry.fluent.models.TaskInner;
import com.azure.resourcemanager.containerregistry.models.Architecture;
import com.azure.resourcemanager.containerregistry.models.EncodedTaskStep;
import com.azure.resourcemanager.containerregistry.models.OS;
import com.azure.resourcemanager.containerregistry.models.PlatformProperties;
import com.azure.resourcemanager.containerregistry.models.TaskStatus;
import com.azure.resourcemanager.containerregistry.models.TimerTrigger;
import com.azure.resourcemanager.containerregistry.models.TriggerProperties;
import com.azure.resourcemanager.containerregistry.models.TriggerStatus;
import io.github.aspirejava.app.Origin;
import io.github.aspirejava.app.PurgeSchedule;
import io.github.aspirejava.azure.arm.ArmClients;
import io.github.aspirejava.azure.arm.ArmId;
import io.github.aspirejava.azure.arm.ArmResource;
import io.github.aspirejava.azure.arm.Write;
import io.github.aspirejava.azure.settings.AzureOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * A scheduled task that deletes old images of a registry, in Azure: it runs {@code acr purge}. See "Automatically purge
 * images from an Azure container registry".
 */
public record PurgeTask(
        ArmClients clients, AzureOptions options, ArmId registry, String resource, String location, PurgeSchedule purge)
        implements ArmResource<TaskInner> {
    /** The resource type, below that of registries. */
    public static final String TYPE = "tasks";

    /** Aspire's name for it. */
    private static final String NAME = "purgeOldImages";

    private static final int LIMIT_SECONDS = 3600;

    @Override
    public ArmId id() {
        return registry.child(TYPE, NAME);
    }

    @Override
    public String title() {
        return "task %s of the container registry %s".formatted(NAME, registry.name());
    }

    @Override
    public Origin origin() {
        return purge.origin();
    }

    @Override
    public TaskInner desired() {
        return new TaskInner()
                .withLocation(location)
                .withTags(Tags.of(options, resource))
                .withStatus(TaskStatus.ENABLED)
                .withPlatform(new PlatformProperties().withOs(OS.LINUX).withArchitecture(Architecture.AMD64))
                .withTimeout(LIMIT_SECONDS)
                .withStep(new EncodedTaskStep().withEncodedTaskContent(encoded()))
                .withTrigger(new TriggerProperties()
                        .withTimerTriggers(List.of(new TimerTrigger()
                                .withName(NAME + "_trigger")
                                .withSchedule(purge.schedule().require())
                                .withStatus(TriggerStatus.ENABLED))));
    }

    private String encoded() {
        String task = """
                version: v1.1.0
                steps:
                - cmd: acr purge --filter '%s' --ago %s --keep %d
                  disableWorkingDirectoryOverride: true
                  timeout: %d
                """.formatted(purge.filter().require(), purge.ago().require(), purge.keep(), LIMIT_SECONDS);
        return Base64.getEncoder().encodeToString(task.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public TaskInner get(Context context) {
        return client().getWithResponse(registry.resourceGroup(), registry.name(), NAME, context)
                .getValue();
    }

    @Override
    public Write<TaskInner> put(TaskInner body, Context context) {
        return new Write.Running<>(
                client().beginCreate(registry.resourceGroup(), registry.name(), NAME, body, context));
    }

    @Override
    public TaskInner read(JsonReader json) throws IOException {
        return TaskInner.fromJson(json);
    }

    @Override
    public Optional<String> state(TaskInner live) {
        return Optional.ofNullable(live.provisioningState()).map(Object::toString);
    }

    private TasksClient client() {
        return clients.registries(registry.subscription()).getTasks();
    }
}
