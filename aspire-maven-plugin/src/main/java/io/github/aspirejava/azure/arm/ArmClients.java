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
 * The SDK's clients, created on first use: the first costs a second, and a run needs few. They share one pipeline. This
 * is not the SDK's {@code AzureResourceManager}, which creates all of them at once.
 */
public final class ArmClients {
    private static final Duration LONGEST_RETRY = Duration.ofSeconds(30);

    private final HttpPipeline pipeline;
    private final AzureOptions options;
    private final String correlationId = UUID.randomUUID().toString();
    private final ConcurrentMap<Key, Object> managers = new ConcurrentHashMap<>();

    private record Key(Class<?> type, String subscription) {}

    /** Creates clients that reach Azure through {@code http}. */
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

    /**
     * Returns the correlation id that all requests of this run share, by which Azure's activity log can be searched.
     */
    public String correlationId() {
        return correlationId;
    }

    /** Returns the pipeline, for requests that the SDK has no method for. */
    HttpPipeline pipeline() {
        return pipeline;
    }

    /** Returns the client of the kind {@code type} for one subscription; always the same instance. */
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

    /** Returns the client of resource groups and providers. */
    public ResourceManagementClient resources(String subscription) {
        return resourceManager(subscription).serviceClient();
    }

    /** Returns the client of subscriptions. */
    public SubscriptionClient subscriptions(String subscription) {
        return resourceManager(subscription).subscriptionClient();
    }

    /** Returns the client of container registries and their parts. */
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
