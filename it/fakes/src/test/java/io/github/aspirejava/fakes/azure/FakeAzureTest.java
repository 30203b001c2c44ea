package io.github.aspirejava.fakes.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aspirejava.fakes.registry.CertificateAuthority;
import io.github.aspirejava.fakes.registry.RegistryFixture;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests the fake itself, because other tests rely on its validation. */
class FakeAzureTest {
    private static final String ARM = "https://management.azure.com";
    private static final String REGISTRY = """
            {"location": "westeurope", "sku": {"name": "Basic"},
             "properties": {"adminUserEnabled": false, "roleAssignmentMode": "LegacyRegistryPermissions"}}""";

    private final RegistryFixture images = RegistryFixture.start();
    private FakeAzure azure;
    private FakeAzureClient client;
    private String group;

    @BeforeEach
    void start() {
        azure = FakeAzure.start(CertificateAuthority.shared(), name -> URI.create("http://" + images.host()));
        client = new FakeAzureClient(azure, CertificateAuthority.shared());
        group = "/subscriptions/" + azure.subscription() + "/resourceGroups/shop";
    }

    @AfterEach
    void stop() {
        azure.close();
        images.close();
    }

    @Test
    void refusesThoseWhoBringNoTokenOrOneForSomebodyElse() throws Exception {
        String forRegistries = client.login(azure.deployer(), "https://containerregistry.azure.net");
        String url = azure.endpoint() + group + "?api-version=2025-04-01";

        assertThat(client.send("GET", url, "Basic abc", "").statusCode()).isEqualTo(401);
        assertThat(client.send("GET", url, "Bearer " + forRegistries, "").statusCode())
                .isEqualTo(401);
    }

    @Test
    void letsAPrincipalDoWhatItsRolesAllowThereAndNoMore() throws Exception {
        createGroup();
        Principal reader = azure.somebody();
        azure.grant(reader, Role.READER, group);
        String token = "Bearer " + client.login(reader, ARM);
        String url = azure.endpoint() + group + "?api-version=2025-04-01";

        assertThat(client.send("GET", url, token, "").statusCode()).isEqualTo(200);
        HttpResponse<String> refused = client.send("PUT", url, token, "{\"location\": \"westeurope\"}");

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(error(refused).path("code").asText()).isEqualTo("AuthorizationFailed");
        assertThat(error(refused).path("message").asText()).contains("Microsoft.Resources/resourceGroups/write");
    }

    @Test
    void refusesAndKeepsWhatAzureWouldNotTake() throws Exception {
        createGroup();

        HttpResponse<String> refused = putRegistry("acmeshop", REGISTRY.replace("\"sku\"", "\"Sku\""));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThatThrownBy(azure::close)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("$.Sku is not a property")
                .hasMessageContaining("$.sku is missing");
        assertThat(azure.takeFindings()).isEmpty();
    }

    @Test
    void wantsTheGroupFirst() throws Exception {
        HttpResponse<String> refused = putRegistry("acmeshop", REGISTRY);

        assertThat(refused.statusCode()).isEqualTo(404);
        assertThat(error(refused).path("code").asText()).isEqualTo("ResourceGroupNotFound");
    }

    @Test
    void knowsPathsInAnyCase() throws Exception {
        createGroup();

        HttpResponse<String> found =
                client.arm("GET", group.replace("resourceGroups/shop", "resourcegroups/SHOP"), "2025-04-01", "");

        assertThat(found.statusCode()).isEqualTo(200);
    }

    @Test
    void tellsOfAnOperationByAStatusToAskForUntilItIsOver() throws Exception {
        createGroup();

        HttpResponse<String> created = putRegistry("acmeshop", REGISTRY);

        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(state(created)).isEqualTo("Creating");
        String status = created.headers().firstValue("Azure-AsyncOperation").orElseThrow();
        assertThat(status(status)).isEqualTo("InProgress");
        assertThat(status(status)).isEqualTo("InProgress");
        assertThat(status(status)).isEqualTo("Succeeded");
        assertThat(state(getRegistry("acmeshop"))).isEqualTo("Succeeded");
    }

    @Test
    void tellsOfAnOperationByALocationToo() throws Exception {
        azure.script()
                .style(ResourceType.REGISTRY, OperationStyle.LOCATION)
                .polls(ResourceType.REGISTRY, 1)
                .retryAfter(1);
        createGroup();

        HttpResponse<String> created = putRegistry("acmeshop", REGISTRY);

        String location = created.headers().firstValue("Location").orElseThrow();
        assertThat(created.headers().firstValue("Retry-After")).contains("1");
        assertThat(get(location).statusCode()).isEqualTo(202);
        assertThat(get(location).statusCode()).isEqualTo(200);
    }

    @Test
    void tellsOfAnOperationByTheResourceAlone() throws Exception {
        azure.script().style(ResourceType.REGISTRY, OperationStyle.STATE).polls(ResourceType.REGISTRY, 1);
        createGroup();

        HttpResponse<String> created = putRegistry("acmeshop", REGISTRY);

        assertThat(created.headers().map()).doesNotContainKeys("Azure-AsyncOperation", "Location");
        assertThat(state(getRegistry("acmeshop"))).isEqualTo("Creating");
        assertThat(state(getRegistry("acmeshop"))).isEqualTo("Succeeded");
    }

    @Test
    void endsNoOperationThatIsHeldAndLetsNobodyElseWriteMeanwhile() throws Exception {
        Gate gate = azure.script().polls(ResourceType.REGISTRY, 0).hold(ResourceType.REGISTRY);
        createGroup();
        putRegistry("acmeshop", REGISTRY);

        assertThat(state(getRegistry("acmeshop"))).isEqualTo("Creating");
        assertThat(putRegistry("acmeshop", REGISTRY).statusCode()).isEqualTo(409);
        gate.awaitPolls(1);
        gate.release();

        assertThat(state(getRegistry("acmeshop"))).isEqualTo("Succeeded");
    }

    @Test
    void letsAnOperationFailAndBeTriedAgain() throws Exception {
        azure.script().polls(ResourceType.REGISTRY, 0).fail(ResourceType.REGISTRY, "InternalFault", "no room");
        createGroup();

        String status = putRegistry("acmeshop", REGISTRY)
                .headers()
                .firstValue("Azure-AsyncOperation")
                .orElseThrow();

        assertThat(get(status).body()).contains("Failed", "InternalFault", "no room");
        assertThat(state(getRegistry("acmeshop"))).isEqualTo("Failed");
        assertThat(putRegistry("acmeshop", REGISTRY).statusCode()).isEqualTo(200);
    }

    @Test
    void hasEachRegistryNameOnceInTheWorld() throws Exception {
        azure.script().takeName("acmeshop");
        createGroup();
        String question = "/subscriptions/" + azure.subscription()
                + "/providers/Microsoft.ContainerRegistry/checkNameAvailability";

        HttpResponse<String> availability = client.arm(
                "POST",
                question,
                "2025-11-01",
                "{\"name\": \"AcmeShop\", \"type\": \"Microsoft.ContainerRegistry/registries\"}");
        HttpResponse<String> refused = putRegistry("AcmeShop", REGISTRY);

        assertThat(FakeAzureClient.json(availability).path("nameAvailable").asBoolean())
                .isFalse();
        assertThat(error(refused).path("code").asText()).isEqualTo("AlreadyInUse");
    }

    @Test
    void wantsAProviderToBeRegistered() throws Exception {
        azure.script().unregister("Microsoft.ContainerRegistry", 2);
        createGroup();
        String provider = "/subscriptions/" + azure.subscription() + "/providers/Microsoft.ContainerRegistry";

        assertThat(error(putRegistry("acmeshop", REGISTRY)).path("code").asText())
                .isEqualTo("MissingSubscriptionRegistration");
        client.arm("POST", provider + "/register", "2025-04-01", "");
        assertThat(client.arm("GET", provider, "2025-04-01", "").body()).contains("\"Registering\"");
        assertThat(client.arm("GET", provider, "2025-04-01", "").body()).contains("\"Registered\"");

        assertThat(putRegistry("acmeshop", REGISTRY).statusCode()).isEqualTo(201);
    }

    @Test
    void refusesAsOftenAsItIsToldTo() throws Exception {
        azure.script().throttle("PUT", "/registries/", 1, 7).quota(ResourceType.REGISTRY, 1);
        createGroup();

        HttpResponse<String> throttled = putRegistry("acmeshop", REGISTRY);

        assertThat(throttled.statusCode()).isEqualTo(429);
        assertThat(throttled.headers().firstValue("Retry-After")).contains("7");
        assertThat(putRegistry("acmeshop", REGISTRY).statusCode()).isEqualTo(201);
        assertThat(error(putRegistry("secondshop", REGISTRY)).path("code").asText())
                .isEqualTo("QuotaExceeded");
    }

    @Test
    void letsARegistryAnswerOnlyAfterItHasBeenMadeAndTriedSoOften() throws Exception {
        azure.script().freshRegistriesAnswerAfter(1).polls(ResourceType.REGISTRY, 0);
        createGroup();
        putRegistry("acmeshop", REGISTRY);

        // By POST, which the client does not retry of itself.
        assertThatThrownBy(() -> exchange(azure.deployer())).isInstanceOf(IOException.class);
        getRegistry("acmeshop");
        assertThatThrownBy(() -> exchange(azure.deployer())).isInstanceOf(IOException.class);

        assertThat(exchange(azure.deployer()).statusCode()).isEqualTo(200);
    }

    @Test
    void letsNobodyPullWithoutTheRoleNorPushWithoutATokenForIt() throws Exception {
        createGroup();
        String path = group + "/providers/Microsoft.ContainerRegistry/registries/acmeshop";
        azure.present(path, Incoming.JSON.readTree(REGISTRY));
        Principal puller = azure.somebody();

        assertThat(exchange(puller).statusCode()).isEqualTo(403);
        azure.grant(puller, Role.ACR_PULL, path);
        String refresh =
                FakeAzureClient.json(exchange(puller)).path("refresh_token").asText();
        String token = FakeAzureClient.json(client.form(
                        "https://" + azure.loginServer("acmeshop") + "/oauth2/token",
                        Map.of(
                                "grant_type",
                                "refresh_token",
                                "service",
                                azure.loginServer("acmeshop"),
                                "scope",
                                "repository:api:pull,push",
                                "refresh_token",
                                refresh)))
                .path("access_token")
                .asText();
        String base = "https://" + azure.loginServer("acmeshop") + "/v2/";

        assertThat(client.send("GET", base + "api/manifests/1", "Bearer " + token, "")
                        .statusCode())
                .isEqualTo(404);
        assertThat(client.send("POST", base + "api/blobs/uploads/", "Bearer " + token, "")
                        .statusCode())
                .isEqualTo(401);
        assertThat(client.send("GET", base + "worker/manifests/1", "Bearer " + token, "")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void countsTheRolesForRepositoriesOnlyInARegistryOfThatMode() throws Exception {
        createGroup();
        String path = group + "/providers/Microsoft.ContainerRegistry/registries/acmeshop";
        azure.present(path, Incoming.JSON.readTree(REGISTRY.replace("LegacyRegistry", "AbacRepository")));
        Principal identity = azure.somebody();

        azure.grant(identity, Role.ACR_PULL, path);
        assertThat(azure.mayPull(identity.objectId(), "acmeshop")).isFalse();
        azure.grant(identity, Role.REPOSITORY_READER, path);
        assertThat(azure.mayPull(identity.objectId(), "acmeshop")).isTrue();
    }

    @Test
    void letsARoleTakeEffectWhenItHasBeenLookedAtSoOften() throws Exception {
        azure.script().rolesTakeEffectAfter(1);
        createGroup();
        Principal identity = azure.somebody();
        String path = group + "/providers/Microsoft.ContainerRegistry/registries/acmeshop";
        azure.present(path, Incoming.JSON.readTree(REGISTRY));

        HttpResponse<String> assigned = client.arm(
                "PUT",
                path + "/providers/Microsoft.Authorization/roleAssignments/7b8f1e6e-3d1c-4bb6-9e0c-0a6f0f5f2a11",
                "2022-04-01",
                """
                {"properties": {"principalId": "%s", "principalType": "ServicePrincipal", "roleDefinitionId": "%s"}}""".formatted(identity.objectId(), RoleAssignments.definition(Role.ACR_PULL, azure.subscription())));

        assertThat(assigned.statusCode()).isEqualTo(201);
        assertThat(azure.mayPull(identity.objectId(), "acmeshop")).isFalse();
        assertThat(azure.mayPull(identity.objectId(), "acmeshop")).isTrue();
    }

    private void createGroup() throws Exception {
        assertThat(client.arm("PUT", group, "2025-04-01", "{\"location\": \"westeurope\"}")
                        .statusCode())
                .isEqualTo(201);
    }

    private HttpResponse<String> putRegistry(String name, String body) throws Exception {
        return client.arm(
                "PUT", group + "/providers/Microsoft.ContainerRegistry/registries/" + name, "2025-11-01", body);
    }

    private HttpResponse<String> getRegistry(String name) throws Exception {
        return client.arm("GET", group + "/providers/Microsoft.ContainerRegistry/registries/" + name, "2025-11-01", "");
    }

    private HttpResponse<String> exchange(Principal principal) throws Exception {
        return client.form(
                "https://" + azure.loginServer("acmeshop") + "/oauth2/exchange",
                Map.of(
                        "grant_type", "access_token",
                        "service", azure.loginServer("acmeshop"),
                        "access_token", client.login(principal, "https://containerregistry.azure.net")));
    }

    private HttpResponse<String> get(String url) throws Exception {
        return client.send("GET", url, "Bearer " + client.login(azure.deployer(), ARM), "");
    }

    private String status(String url) throws Exception {
        return FakeAzureClient.json(get(url)).path("status").asText();
    }

    private static String state(HttpResponse<String> response) throws Exception {
        return FakeAzureClient.json(response)
                .at("/properties/provisioningState")
                .asText();
    }

    private static JsonNode error(HttpResponse<String> response) throws Exception {
        return FakeAzureClient.json(response).path("error");
    }
}
