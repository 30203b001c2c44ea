package io.github.aspirejava.azure.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aspirejava.oci.fixture.CertificateAuthority;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    private final String workflowToken = "Gh7-" + UUID.randomUUID();
    private final Script script = new Script();
    private final CallLog log = new CallLog();
    private final BodyCheck bodies = new BodyCheck();
    private final ResourceStore store = new ResourceStore();
    private final RoleAssignments roles = new RoleAssignments(store);
    private final CertificateAuthority authority;
    private final Tokens tokens;
    private final Entra entra;
    private final Principal deployer;
    private final RegistryServers registries;
    private final Outputs outputs;
    private final TlsServer server;
    private final ControlPlane arm;

    private FakeAzure(CertificateAuthority authority, Function<String, URI> backings, Clock clock) {
        this.authority = authority;
        this.tokens = new Tokens(clock);
        this.entra = new Entra(tenant, tokens, clock);
        this.deployer = entra.register();
        this.registries = new RegistryServers(
                authority.serverContext(),
                backings,
                (name, host) -> new RegistryGate(name, host, store, roles, tokens),
                log);
        this.outputs = new Outputs(tenant, name -> registries.of(name).host());
        this.server = TlsServer.start(authority.serverContext(), this::answer);
        ServiceRules rules = new ServiceRules(
                store,
                script,
                new ImageRules(store, registries),
                objectId -> entra.knows(objectId) || isIdentity(objectId));
        Bouncer bouncer = new Bouncer(tokens, Set.of(server.base().toString(), "https://management.azure.com"), roles);
        Operations operations = new Operations(store, script, server.base(), this::completed);
        Resources resources = new Resources(store, script, bouncer, bodies, rules, outputs, operations);
        this.arm = new ControlPlane(tenant, script, bouncer, operations, resources, rules);
        arm.addSubscription(subscription);
        grant(deployer, Role.OWNER, "/subscriptions/" + subscription);
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
        return server.base();
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
        return deployer;
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
                "AZURE_TENANT_ID", tenant,
                "AZURE_CLIENT_ID", deployer.clientId(),
                "AZURE_SUBSCRIPTION_ID", subscription,
                "ACTIONS_ID_TOKEN_REQUEST_URL", endpoint() + "/github/token?api-version=2.0",
                "ACTIONS_ID_TOKEN_REQUEST_TOKEN", workflowToken);
    }

    /** Environment variables of a machine whose identity is the deployer. */
    public Map<String, String> machineEnvironment() {
        return Map.of("IDENTITY_ENDPOINT", endpoint() + "/msi/token", "IDENTITY_HEADER", workflowToken);
    }

    /** A token by which a workload of a cluster proves that it is {@code principal}. */
    public String federatedToken(Principal principal) {
        return entra.assertion(principal);
    }

    /** A token of Entra ID for {@code audience}, as if {@code principal} had logged in. */
    public String login(Principal principal, String audience) {
        return tokens.issue(principal, audience, List.of(), Entra.LIFETIME);
    }

    /** A refresh token of a registry, by its name in Azure, as {@code az acr login} leaves it behind. */
    public String refreshToken(String registry) {
        return registries.of(registry).refreshToken(deployer);
    }

    /** What goes on besides. */
    public Script script() {
        return script;
    }

    /** Somebody new, who may do nothing. */
    public Principal somebody() {
        return entra.register();
    }

    /** One more subscription, which nobody may see. */
    public String newSubscription() {
        String id = UUID.randomUUID().toString();
        arm.addSubscription(id);
        return id;
    }

    /** Gives a role, which is in effect at once. */
    public FakeAzure grant(Principal principal, Role role, String scope) {
        roles.grant(principal.objectId(), role, new ResourcePath(scope));
        return this;
    }

    /** Takes all roles of the deployer away, and gives this one in their place, over the first subscription. */
    public FakeAzure deployerIsOnly(Role role) {
        store.ofType(ResourceType.ROLE_ASSIGNMENT)
                .filter(assignment -> assignment.text("/properties/principalId").equals(deployer.objectId()))
                .map(StoredResource::path)
                .toList()
                .forEach(store::remove);
        return grant(deployer, role, "/subscriptions/" + subscription);
    }

    /** A resource that is there already, as if somebody had put this body. */
    public FakeAzure present(String path, JsonNode body) {
        ResourcePath where = new ResourcePath(path);
        StoredResource resource =
                new StoredResource(where, ResourceType.of(where).orElseThrow(), body.<ObjectNode>deepCopy());
        outputs.fill(resource);
        resource.state("Succeeded");
        store.put(resource);
        registryServer(resource).ifPresent(registry -> registry.open(0));
        return this;
    }

    /** The bodies of the resources of this type, as they are told to those who ask. */
    public List<JsonNode> resources(ResourceType type) {
        return store.ofType(type)
                .<JsonNode>map(resource -> resource.body().deepCopy())
                .toList();
    }

    /** Whether somebody may pull from a registry, by its name in Azure. */
    public boolean mayPull(String objectId, String registry) {
        return registries.of(registry).mayPull(objectId);
    }

    /** Host and port of a registry, by its name in Azure. */
    public String loginServer(String registry) {
        return registries.of(registry).host();
    }

    /** All requests, in the order in which they were answered. */
    public List<LoggedCall> calls() {
        return log.calls();
    }

    /** Waits until so many requests have been answered that are {@code which}. */
    public void awaitCalls(Predicate<LoggedCall> which, int count, Duration atMost) throws InterruptedException {
        log.await(which, count, atMost);
    }

    /** Leaves the requests so far out of {@link #calls}. */
    public void forgetCalls() {
        log.forget();
    }

    /** Whatever must not be printed: secrets, keys, and all tokens that were ever issued. */
    public List<String> secrets() {
        List<String> secrets = new ArrayList<>(tokens.all());
        secrets.add(deployer.secret());
        secrets.add(workflowToken);
        store.ofType(ResourceType.WORKSPACE)
                .map(StoredResource::path)
                .map(Outputs::sharedKey)
                .forEach(secrets::add);
        return secrets;
    }

    /** What was sent that Azure would not have taken; it is forgotten with this. */
    public List<String> takeFindings() {
        List<String> findings = bodies.findings();
        bodies.forget();
        return findings;
    }

    @Override
    public void close() {
        server.close();
        registries.close();
        List<String> findings = takeFindings();
        if (!findings.isEmpty()) {
            throw new AssertionError("Azure would not take this:\n" + String.join("\n", findings));
        }
    }

    private Optional<Reply> answer(Incoming request) {
        Optional<Reply> login = entra.answer(request, deployer, workflowToken);
        Reply reply = login.orElseGet(() -> fromArm(request));
        String plane = login.isPresent() ? LoggedCall.ENTRA : LoggedCall.ARM;
        log.add(new LoggedCall(
                plane,
                request.method(),
                request.path(),
                request.parameter("api-version").orElse(""),
                reply.status(),
                plane.equals(LoggedCall.ARM) ? request.json() : Incoming.JSON.nullNode()));
        return Optional.of(reply);
    }

    private Reply fromArm(Incoming request) {
        Reply reply;
        try {
            reply = arm.answer(request);
        } catch (ArmException e) {
            reply = e.reply();
        } catch (RuntimeException e) {
            bodies.note("%s %s: %s".formatted(request.method(), request.path(), e));
            reply = new ArmException(500, "InternalServerError", "The fake is at fault: " + e).reply();
        }
        return reply.header("x-ms-request-id", UUID.randomUUID().toString())
                .header(
                        "x-ms-correlation-request-id",
                        request.header("x-ms-correlation-request-id")
                                .orElseGet(() -> UUID.randomUUID().toString()));
    }

    private void completed(StoredResource resource) {
        registryServer(resource).ifPresent(registry -> registry.open(script.unansweredTries()));
        if (resource.type() == ResourceType.ROLE_ASSIGNMENT) {
            roles.delay(resource.path(), script.roleDelay());
        }
    }

    private Optional<RegistryServer> registryServer(StoredResource resource) {
        return resource.type() == ResourceType.REGISTRY
                ? Optional.of(registries.of(resource.path().name()))
                : Optional.empty();
    }

    private boolean isIdentity(String objectId) {
        return store.ofType(ResourceType.IDENTITY)
                .anyMatch(identity -> identity.text("/properties/principalId").equals(objectId));
    }
}
