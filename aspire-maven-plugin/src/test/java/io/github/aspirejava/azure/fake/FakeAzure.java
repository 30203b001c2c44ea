package io.github.aspirejava.azure.fake;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aspirejava.oci.fixture.CertificateAuthority;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * An Azure with one tenant and a subscription, and somebody who owns that. Closing it fails if anything was sent that
 * Azure would not have taken.
 */
public final class FakeAzure implements AutoCloseable {
    private final String tenant = UUID.randomUUID().toString();
    private final String subscription = UUID.randomUUID().toString();
    private final CertificateAuthority authority;
    private final AzureServices services;

    private FakeAzure(CertificateAuthority authority, Function<String, URI> backings, Clock clock) {
        this.authority = authority;
        this.services = new AzureServices(tenant, authority, backings, clock);
        services.arm().addSubscription(subscription);
        grant(deployer(), Role.OWNER, "/subscriptions/" + subscription);
    }

    /**
     * Starts one.
     *
     * @param authority whom its clients have to trust
     * @param backings where a registry that listens without TLS keeps the images of the registry of this name
     */
    public static FakeAzure start(CertificateAuthority authority, Function<String, URI> backings) {
        return start(authority, backings, Clock.systemUTC());
    }

    /** The same; by this clock tokens expire. */
    public static FakeAzure start(CertificateAuthority authority, Function<String, URI> backings, Clock clock) {
        return new FakeAzure(authority, backings, clock);
    }

    /** Where Resource Manager and Entra ID are. */
    public URI endpoint() {
        return services.base();
    }

    /** The certificate to trust, in PEM. */
    public Path caFile() {
        return authority.certificate();
    }

    /** The tenant's ID. */
    public String tenant() {
        return tenant;
    }

    /** The first subscription's ID. */
    public String subscription() {
        return subscription;
    }

    /** Who owns the first subscription. */
    public Principal deployer() {
        return services.entra().deployer();
    }

    /** What the plugin has to be told to find this Azure: properties by name. */
    public Map<String, String> properties() {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("aspire.azure.endpoint.authority", endpoint().toString());
        properties.put("aspire.azure.endpoint.resourceManager", endpoint().toString());
        properties.put("aspire.azure.caFile", caFile().toString());
        return properties;
    }

    /** Environment variables with which {@code principal} logs in by secret, to the first subscription. */
    public Map<String, String> environment(Principal principal) {
        return Map.of(
                "AZURE_TENANT_ID",
                tenant,
                "AZURE_CLIENT_ID",
                principal.clientId(),
                "AZURE_CLIENT_SECRET",
                principal.secret(),
                "AZURE_SUBSCRIPTION_ID",
                subscription);
    }

    /** Environment variables of a job on GitHub that may log in as the deployer. */
    public Map<String, String> gitHubEnvironment() {
        return Map.of(
                "AZURE_TENANT_ID",
                tenant,
                "AZURE_CLIENT_ID",
                deployer().clientId(),
                "AZURE_SUBSCRIPTION_ID",
                subscription,
                "ACTIONS_ID_TOKEN_REQUEST_URL",
                endpoint() + "/github/token?api-version=2.0",
                "ACTIONS_ID_TOKEN_REQUEST_TOKEN",
                services.entra().workflowToken());
    }

    /** A token by which a workload of a cluster proves that it is {@code principal}. */
    public String federatedToken(Principal principal) {
        return services.entra().assertion(principal);
    }

    /** A token of Entra ID for {@code audience}, as if {@code principal} had logged in. */
    public String login(Principal principal, String audience) {
        return services.tokens().issue(principal, audience, List.of(), Entra.LIFETIME);
    }

    /** A refresh token of a registry, by its name in Azure, as {@code az acr login} leaves it behind. */
    public String refreshToken(String registry) {
        return services.registry(registry).refreshToken(deployer());
    }

    /** What goes on besides. */
    public Script script() {
        return services.script();
    }

    /** Somebody new, who may do nothing. */
    public Principal somebody() {
        return services.entra().register();
    }

    /** One more subscription, which nobody may see. */
    public String newSubscription() {
        String id = UUID.randomUUID().toString();
        services.arm().addSubscription(id);
        return id;
    }

    /** Gives a role, which is in effect at once. */
    public FakeAzure grant(Principal principal, Role role, String scope) {
        services.roles().grant(principal.objectId(), role, new ResourcePath(scope));
        return this;
    }

    /** Takes all roles of the deployer away, and gives this one in their place, over the first subscription. */
    public FakeAzure deployerIsOnly(Role role) {
        services.resources(ResourceType.ROLE_ASSIGNMENT)
                .filter(assignment -> assignment
                        .text("/properties/principalId")
                        .equals(deployer().objectId()))
                .map(StoredResource::path)
                .toList()
                .forEach(services::remove);
        return grant(deployer(), role, "/subscriptions/" + subscription);
    }

    /** A resource that is there already, as if somebody had put this body. */
    public FakeAzure present(String path, JsonNode body) {
        services.present(new ResourcePath(path), body);
        return this;
    }

    /** The bodies of the resources of this type, as they are told to those who ask. */
    public List<JsonNode> resources(ResourceType type) {
        return services.resources(type)
                .<JsonNode>map(resource -> resource.body().deepCopy())
                .toList();
    }

    /** Whether somebody may pull from a registry, by its name in Azure. */
    public boolean mayPull(String objectId, String registry) {
        return services.registry(registry).mayPull(objectId);
    }

    /** Host and port of a registry, by its name in Azure. */
    public String loginServer(String registry) {
        return services.registry(registry).host();
    }

    /** All requests, in the order in which they were answered. */
    public List<LoggedCall> calls() {
        return services.log().calls();
    }

    /** Waits until so many requests have been answered that are {@code which}. */
    public void awaitCalls(Predicate<LoggedCall> which, int count, Duration atMost) throws InterruptedException {
        services.log().await(which, count, atMost);
    }

    /** Leaves the requests so far out of {@link #calls}. */
    public void forgetCalls() {
        services.log().forget();
    }

    /** Whatever must not be printed: secrets, keys, and all tokens that were ever issued. */
    public List<String> secrets() {
        List<String> secrets = new ArrayList<>(services.tokens().all());
        secrets.add(deployer().secret());
        secrets.add(services.entra().workflowToken());
        services.resources(ResourceType.WORKSPACE)
                .map(StoredResource::path)
                .map(Outputs::sharedKey)
                .forEach(secrets::add);
        return secrets;
    }

    /** What was sent that Azure would not have taken; it is forgotten with this. */
    public List<String> takeFindings() {
        List<String> findings = services.bodies().findings();
        services.bodies().forget();
        return findings;
    }

    @Override
    public void close() {
        services.close();
        List<String> findings = takeFindings();
        if (!findings.isEmpty()) {
            throw new AssertionError("Azure would not take this:\n" + String.join("\n", findings));
        }
    }
}
