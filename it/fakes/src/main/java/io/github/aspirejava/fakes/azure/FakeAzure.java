package io.github.aspirejava.fakes.azure;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aspirejava.fakes.registry.CertificateAuthority;
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
 * An Azure with one tenant and one subscription, and a principal who owns it. Closing it fails if anything was sent
 * that the real Azure would have rejected.
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
     * Starts an instance.
     *
     * @param authority the authority that its clients have to trust
     * @param backings the registry without TLS that stores the images of the registry of this name
     */
    public static FakeAzure start(CertificateAuthority authority, Function<String, URI> backings) {
        return start(authority, backings, Clock.systemUTC());
    }

    /** Starts an instance whose tokens expire by this clock. */
    public static FakeAzure start(CertificateAuthority authority, Function<String, URI> backings, Clock clock) {
        return new FakeAzure(authority, backings, clock);
    }

    /** Returns the endpoint of Resource Manager and Entra ID. */
    public URI endpoint() {
        return services.base();
    }

    /** Returns the certificate to trust, in PEM. */
    public Path caFile() {
        return authority.certificate();
    }

    /** Returns the tenant's ID. */
    public String tenant() {
        return tenant;
    }

    /** Returns the first subscription's ID. */
    public String subscription() {
        return subscription;
    }

    /** Returns the owner of the first subscription. */
    public Principal deployer() {
        return services.entra().deployer();
    }

    /** Returns the properties by which the plugin finds this Azure. */
    public Map<String, String> properties() {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("aspire.azure.endpoint.authority", endpoint().toString());
        properties.put("aspire.azure.endpoint.resourceManager", endpoint().toString());
        properties.put("aspire.azure.caFile", caFile().toString());
        return properties;
    }

    /** Returns the environment variables with which {@code principal} logs in by secret, to the first subscription. */
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

    /** Returns the environment variables of a job on GitHub that may log in as the deployer. */
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

    /** Returns a token by which a workload of a cluster proves that it is {@code principal}. */
    public String federatedToken(Principal principal) {
        return services.entra().assertion(principal);
    }

    /** Returns a token of Entra ID for {@code audience}, as if {@code principal} had logged in. */
    public String login(Principal principal, String audience) {
        return services.tokens().issue(principal, audience, List.of(), Entra.LIFETIME);
    }

    /** Returns a refresh token of a registry, by its name in Azure, as {@code az acr login} stores it. */
    public String refreshToken(String registry) {
        return services.registry(registry).refreshToken(deployer());
    }

    /** Returns the script of events besides requests. */
    public Script script() {
        return services.script();
    }

    /** Registers a new principal without permissions. */
    public Principal somebody() {
        return services.entra().register();
    }

    /** Adds a subscription to which no principal has access. */
    public String newSubscription() {
        String id = UUID.randomUUID().toString();
        services.arm().addSubscription(id);
        return id;
    }

    /** Grants a role, which takes effect at once. */
    public FakeAzure grant(Principal principal, Role role, String scope) {
        services.roles().grant(principal.objectId(), role, new ResourcePath(scope));
        return this;
    }

    /** Replaces all roles of the deployer by this one, over the first subscription. */
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

    /** Adds an existing resource, as if this body had been put. */
    public FakeAzure present(String path, JsonNode body) {
        services.present(new ResourcePath(path), body);
        return this;
    }

    /** Returns the bodies of the resources of this type, as they are returned to clients. */
    public List<JsonNode> resources(ResourceType type) {
        return services.resources(type)
                .<JsonNode>map(resource -> resource.body().deepCopy())
                .toList();
    }

    /** Returns whether a principal may pull from a registry, by its name in Azure. */
    public boolean mayPull(String objectId, String registry) {
        return services.registry(registry).mayPull(objectId);
    }

    /** Returns host and port of a registry, by its name in Azure. */
    public String loginServer(String registry) {
        return services.registry(registry).host();
    }

    /** Returns all requests, in the order in which they were answered. */
    public List<LoggedCall> calls() {
        return services.log().calls();
    }

    /** Waits until {@code count} requests that match {@code which} have been answered. */
    public void awaitCalls(Predicate<LoggedCall> which, int count, Duration atMost) throws InterruptedException {
        services.log().await(which, count, atMost);
    }

    /** Removes the requests so far from {@link #calls}. */
    public void forgetCalls() {
        services.log().forget();
    }

    /** Returns everything that must not be printed: secrets, keys, and all tokens that were ever issued. */
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

    /** Returns and forgets the findings: requests that the real Azure would have rejected. */
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
