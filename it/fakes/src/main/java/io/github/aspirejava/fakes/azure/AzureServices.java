package io.github.aspirejava.fakes.azure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aspirejava.fakes.registry.CertificateAuthority;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** The servers of this Azure, and their shared state. */
final class AzureServices implements AutoCloseable {
    private static final String CORRELATION = "x-ms-correlation-request-id";

    private final Script script = new Script();
    private final CallLog log = new CallLog();
    private final BodyCheck bodies = new BodyCheck();
    private final ResourceStore store = new ResourceStore();
    private final RoleAssignments roles = new RoleAssignments(store);
    private final Tokens tokens;
    private final Entra entra;
    private final Outputs outputs;
    private final RegistryServers registries;
    private final ControlPlane arm;
    private final TlsServer server;

    AzureServices(String tenant, CertificateAuthority authority, Function<String, URI> backings, Clock clock) {
        this.tokens = new Tokens(clock);
        this.entra = new Entra(tenant, tokens);
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
    }

    URI base() {
        return server.base();
    }

    Script script() {
        return script;
    }

    CallLog log() {
        return log;
    }

    BodyCheck bodies() {
        return bodies;
    }

    RoleAssignments roles() {
        return roles;
    }

    Tokens tokens() {
        return tokens;
    }

    Entra entra() {
        return entra;
    }

    ControlPlane arm() {
        return arm;
    }

    /** Returns the registry of this name. */
    RegistryServer registry(String name) {
        return registries.of(name);
    }

    Stream<StoredResource> resources(ResourceType type) {
        return store.ofType(type);
    }

    void remove(ResourcePath path) {
        store.remove(path);
    }

    /** Adds a resource without a request. */
    void present(ResourcePath path, JsonNode body) {
        StoredResource resource =
                new StoredResource(path, ResourceType.of(path).orElseThrow(), body.<ObjectNode>deepCopy());
        outputs.fill(resource);
        resource.state("Succeeded");
        store.put(resource);
        registryServer(resource).ifPresent(registry -> registry.open(0));
    }

    @Override
    public void close() {
        server.close();
        registries.close();
    }

    private Optional<Reply> answer(Incoming request) {
        Optional<Reply> login = entra.answer(request);
        Reply reply = login.orElseGet(() -> fromArm(request));
        log.add(new LoggedCall(
                login.isPresent() ? LoggedCall.ENTRA : LoggedCall.ARM,
                request.method(),
                request.path(),
                request.parameter("api-version").orElse(""),
                reply.status(),
                login.isPresent() ? Incoming.JSON.nullNode() : request.json()));
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
                        CORRELATION,
                        request.header(CORRELATION)
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
