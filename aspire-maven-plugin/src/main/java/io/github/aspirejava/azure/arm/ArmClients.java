package io.github.aspirejava.azure.arm;

import com.azure.core.credential.TokenCredential;
import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpPipeline;
import com.azure.core.http.HttpPipelineBuilder;
import com.azure.core.http.policy.AddDatePolicy;
import com.azure.core.http.policy.AddHeadersFromContextPolicy;
import com.azure.core.http.policy.ExponentialBackoffOptions;
import com.azure.core.http.policy.RequestIdPolicy;
import com.azure.core.http.policy.RetryOptions;
import com.azure.core.http.policy.RetryPolicy;
import com.azure.core.http.policy.UserAgentPolicy;
import com.azure.core.management.profile.AzureProfile;
import com.azure.resourcemanager.containerregistry.ContainerRegistryManager;
import com.azure.resourcemanager.containerregistry.fluent.ContainerRegistryManagementClient;
import com.azure.resourcemanager.resources.ResourceManager;
import com.azure.resourcemanager.resources.fluent.ResourceManagementClient;
import com.azure.resourcemanager.resources.fluent.SubscriptionClient;
import com.azure.resourcemanager.resources.fluentcore.policy.AuthenticationPolicy;
import com.azure.resourcemanager.resources.fluentcore.policy.ReturnRequestIdHeaderPolicy;
import io.github.aspirejava.azure.settings.AzureOptions;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.BiFunction;

/**
 * The SDK's clients, made when they are first asked for: the first costs a second, and a run needs few. They share one
 * pipeline. Nothing here is the SDK's {@code AzureResourceManager}, which makes all of them at once.
 */
public final class ArmClients {
    private static final Duration LONGEST_RETRY = Duration.ofSeconds(30);

    private final HttpPipeline pipeline;
    private final AzureOptions options;
    private final String correlationId = UUID.randomUUID().toString();
    private final ConcurrentMap<Key, Object> managers = new ConcurrentHashMap<>();

    private record Key(Class<?> type, String subscription) {}

    /** Clients that reach Azure through {@code http}. */
    public ArmClients(AzureOptions options, TokenCredential credential, HttpClient http, Timing timing) {
        this.options = options;
        RetryOptions retries = new RetryOptions(new ExponentialBackoffOptions()
                .setMaxRetries(timing.retries())
                .setBaseDelay(timing.firstRetry())
                .setMaxDelay(LONGEST_RETRY));
        this.pipeline = new HttpPipelineBuilder()
                .policies(
                        new UserAgentPolicy("aspire-maven-plugin"),
                        new AddHeadersFromContextPolicy(),
                        new RequestIdPolicy(),
                        new ReturnRequestIdHeaderPolicy(ReturnRequestIdHeaderPolicy.Option.COPY_CLIENT_REQUEST_ID),
                        new RetryPolicy(retries),
                        new TracePolicy(correlationId),
                        new AddDatePolicy(),
                        new AuthenticationPolicy(
                                credential,
                                options.cloud().environment(),
                                options.cloud().managementScope()))
                .httpClient(http)
                .build();
    }

    /** What all requests of this run have in common, for those who look for them in Azure's activity log. */
    public String correlationId() {
        return correlationId;
    }

    /** What requests go through that the SDK has no method for. */
    HttpPipeline pipeline() {
        return pipeline;
    }

    /** Of the kind {@code type}, for one subscription; always the same one. */
    public <M> M manager(Class<M> type, String subscription, BiFunction<HttpPipeline, AzureProfile, M> made) {
        Object manager = managers.computeIfAbsent(
                new Key(type, subscription),
                key -> made.apply(
                        pipeline,
                        new AzureProfile(
                                options.tenant().orElse(null),
                                subscription,
                                options.cloud().environment())));
        return type.cast(manager);
    }

    /** For resource groups and providers. */
    public ResourceManagementClient resources(String subscription) {
        return resourceManager(subscription).serviceClient();
    }

    /** For subscriptions. */
    public SubscriptionClient subscriptions(String subscription) {
        return resourceManager(subscription).subscriptionClient();
    }

    /** For container registries and what they consist of. */
    public ContainerRegistryManagementClient registries(String subscription) {
        return manager(ContainerRegistryManager.class, subscription, ContainerRegistryManager::authenticate)
                .serviceClient();
    }

    private ResourceManager resourceManager(String subscription) {
        return manager(
                ResourceManager.class,
                subscription,
                (shared, profile) ->
                        ResourceManager.authenticate(shared, profile).withSubscription(subscription));
    }
}
