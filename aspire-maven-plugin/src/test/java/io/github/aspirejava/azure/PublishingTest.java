package io.github.aspirejava.azure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aspirejava.fakes.azure.Bodies;
import io.github.aspirejava.fakes.azure.FakeAzure;
import io.github.aspirejava.fakes.azure.LoggedCall;
import io.github.aspirejava.fakes.azure.ResourceType;
import io.github.aspirejava.fakes.azure.Template;
import io.github.aspirejava.fakes.registry.CertificateAuthority;
import io.github.aspirejava.oci.Json;
import io.github.aspirejava.run.RunReport;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class PublishingTest {
    private static final String BOTH = """
            <registries>
              <azureContainerRegistry>acr</azureContainerRegistry>
              <azureContainerRegistry>
                <name>shared</name><registryName>sharedacr</registryName><existing>true</existing>
                <resourceGroup>rg-shared</resourceGroup><subscription>99999999-9999-9999-9999-999999999999</subscription>
              </azureContainerRegistry>
            </registries>
            <environments>
              <azureContainerApps><name>apps</name><location>North Europe</location><resourceGroup>rg-apps</resourceGroup></azureContainerApps>
              <azureAppService>sites</azureAppService>
            </environments>
            <services>
              <javaApp><name>api</name><registry>acr</registry><environment>apps</environment></javaApp>
              <javaApp><name>worker</name><registry>shared</registry><environment>apps</environment></javaApp>
              <javaApp><name>web</name><module>api</module><registry>acr</registry><environment>sites</environment></javaApp>
            </services>
            """;

    @TempDir
    Path directory;

    private Path published() {
        return directory.resolve("target/aspire/azure");
    }

    private String bicep(String file) throws IOException {
        return Files.readString(published().resolve(file));
    }

    private JsonNode json() throws IOException {
        return Json.read(Files.readAllBytes(published().resolve("main.json")));
    }

    private RunReport publish(String configuration) {
        return new PomRun(configuration, directory).run("publish");
    }

    @Test
    void aModelIsPublishedWithoutACloudALoginOrASubscription() throws IOException {
        assertThat(PomRun.failures(publish(BOTH))).isEmpty();

        try (Stream<Path> files = Files.walk(published())) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> published().relativize(file).toString()))
                    .containsExactlyInAnyOrder(
                            "main.bicep",
                            "main.json",
                            "modules/acr.bicep",
                            "modules/shared.bicep",
                            "modules/apps.identity.bicep",
                            "modules/apps.bicep",
                            "modules/apps.pull.acr.bicep",
                            "modules/apps.pull.shared.bicep",
                            "modules/sites.identity.bicep",
                            "modules/sites.dashboard.identity.bicep",
                            "modules/sites.bicep",
                            "modules/sites.pull.acr.bicep");
        }
        assertThat(bicep("main.bicep"))
                .startsWith("targetScope = 'subscription'\n")
                .contains("param location string = deployment().location\n")
                .contains("param acr__name string\n")
                .contains("scope: resourceGroup('99999999-9999-9999-9999-999999999999', 'rg-shared')")
                .contains("location: 'northeurope'");
        assertThat(bicep("modules/apps.bicep"))
                .contains("sharedKey: logs.listKeys().primarySharedKey")
                .as("an order that is the same in each run")
                .contains("""
                          tags: {
                            app: 'shop'
                            'aspire-resource-name': 'apps'
                            environment: 'production'
                            'managed-by': 'aspire-maven-plugin'
                          }
                        """);
        assertThat(bicep("modules/shared.bicep")).contains("existing = {").doesNotContain("sku");
        assertThat(bicep("modules/sites.bicep")).contains("'${dashboardIdentityId}': {}");
    }

    @Test
    void whoDeploysItFindsTheOutputsThatAspireHas() throws IOException {
        publish(BOTH);

        List<String> outputs = new ArrayList<>();
        json().path("outputs").fieldNames().forEachRemaining(outputs::add);

        assertThat(outputs)
                .contains(
                        "acr_AZURE_CONTAINER_REGISTRY_ENDPOINT",
                        "apps_AZURE_CONTAINER_APPS_ENVIRONMENT_ID",
                        "apps_AZURE_CONTAINER_APPS_ENVIRONMENT_NAME",
                        "apps_AZURE_CONTAINER_APPS_ENVIRONMENT_DEFAULT_DOMAIN",
                        "apps_AZURE_CONTAINER_REGISTRY_MANAGED_IDENTITY_ID",
                        "apps_AZURE_LOG_ANALYTICS_WORKSPACE_ID",
                        "sites_AZURE_CONTAINER_REGISTRY_ENDPOINT",
                        "sites_AZURE_CONTAINER_REGISTRY_MANAGED_IDENTITY_CLIENT_ID",
                        "sites_AZURE_APP_SERVICE_DASHBOARD_URI",
                        "sites_planId");
    }

    @Test
    void everyBodyIsOneThatAzureTakes() throws IOException {
        publish(BOTH);
        List<JsonNode> resources = Template.resources(json());

        assertThat(resources).hasSizeGreaterThan(10);
        for (JsonNode resource : resources) {
            ResourceType type = Template.type(resource);
            ObjectNode body = resource.deepCopy();
            body.remove(List.of("type", "apiVersion", "name", "scope", "dependsOn"));
            assertThat(Bodies.findings(type, resource.path("apiVersion").asText(), name(resource, type), body))
                    .as("%s", resource)
                    .isEmpty();
        }
    }

    /** Returns the name, or a sample if the template computes it. */
    private static String name(JsonNode resource, ResourceType type) {
        String name = resource.path("name").asText();
        String last = name.substring(name.lastIndexOf('/') + 1);
        if (!name.startsWith("[")) {
            return last;
        }
        return type == ResourceType.ROLE_ASSIGNMENT ? "00000000-0000-0000-0000-000000000000" : "name1";
    }

    @Test
    void theTemplatesHaveWhatIsProvisioned(@TempDir Path keys) throws IOException {
        String own = BOTH.replaceAll("(?s)<azureContainerRegistry>\\s*<name>shared.*?</azureContainerRegistry>", "")
                .replace("<registry>shared</registry>", "<registry>acr</registry>");
        try (FakeAzure azure =
                FakeAzure.start(new CertificateAuthority(keys), name -> URI.create("http://localhost:1"))) {
            assertThat(PomRun.failures(new PomRun(own, directory).in(azure).run("provision")))
                    .isEmpty();
            assertThat(PomRun.failures(new PomRun(own, directory).in(azure).run("publish")))
                    .isEmpty();

            List<JsonNode> published = Template.resources(json());
            List<LoggedCall> sent = azure.calls().stream()
                    .filter(call -> call.isArmWrite() && call.method().equals("PUT"))
                    .toList();
            assertThat(sent).hasSameSizeAs(published);
            for (LoggedCall call : sent) {
                assertThat(published).as("%s %s", call, call.body()).anyMatch(resource -> isOf(resource, call));
            }
        }
    }

    private static boolean isOf(JsonNode resource, LoggedCall call) {
        ObjectNode body = resource.deepCopy();
        body.remove(List.of("type", "apiVersion", "name", "scope", "dependsOn"));
        return call.path().toLowerCase(Locale.ROOT).contains(lastType(resource))
                && resource.path("apiVersion").asText().equals(call.apiVersion())
                && fits(body, call.body());
    }

    private static String lastType(JsonNode resource) {
        String type = resource.path("type").asText();
        return type.substring(type.lastIndexOf('/')).toLowerCase(Locale.ROOT) + "/";
    }

    /** Returns whether a template can result in that body, for some values of its expressions. */
    private static boolean fits(JsonNode template, JsonNode body) {
        if (template.isTextual() && template.asText().startsWith("[")) {
            return body.isTextual();
        }
        if (template.isObject() && body.isObject() && template.size() == body.size()) {
            for (Map.Entry<String, JsonNode> property : template.properties()) {
                JsonNode there =
                        property.getKey().startsWith("[") ? body.iterator().next() : body.path(property.getKey());
                if (!fits(property.getValue(), there)) {
                    return false;
                }
            }
            return true;
        }
        if (template.isArray() && body.isArray() && template.size() == body.size()) {
            for (int i = 0; i < template.size(); i++) {
                if (!fits(template.get(i), body.get(i))) {
                    return false;
                }
            }
            return true;
        }
        return template.equals(body);
    }

    @Test
    void aRegistryOfAnotherSubscriptionIsMadeInAGroupThatIsMadeThere() throws IOException {
        publish("""
                <registries>
                  <azureContainerRegistry>
                    <name>far</name><resourceGroup>rg-far</resourceGroup>
                    <subscription>99999999-9999-9999-9999-999999999999</subscription>
                  </azureContainerRegistry>
                </registries>
                """);

        assertThat(bicep("main.bicep"))
                .contains("scope: subscription('99999999-9999-9999-9999-999999999999')")
                .contains("dependsOn: [\n    resource_group__other_1\n  ]")
                .contains("param far__name string = 'far");
        assertThat(bicep("modules/resource-group.1.bicep"))
                .startsWith("targetScope = 'subscription'\n")
                .contains("name: 'rg-far'");
        assertThat(json().at("/resources/1/dependsOn/0").asText())
                .isEqualTo(
                        "[subscriptionResourceId('99999999-9999-9999-9999-999999999999', 'Microsoft.Resources/deployments', 'resource-group.1')]");
    }

    @Test
    void whatIsNoLongerInTheModelIsNoLongerThere() throws IOException {
        publish(BOTH);
        publish("<registries><azureContainerRegistry>acr</azureContainerRegistry></registries>");

        try (Stream<Path> modules = Files.list(published().resolve("modules"))) {
            assertThat(modules)
                    .singleElement()
                    .satisfies(file -> assertThat(file).hasFileName("acr.bicep"));
        }
    }

    @Test
    void aSecretIsNotPublished() {
        String secret = """
                <parameters><parameter><name>group</name><secret>true</secret></parameter></parameters>
                <environments><azureContainerApps><name>apps</name><resourceGroup>{group}</resourceGroup></azureContainerApps></environments>
                """;
        RunReport report = new PomRun(secret, directory)
                .property("aspire.parameters.group", "rg-hidden")
                .run("publish");

        assertThat(PomRun.failures(report).get("publish-azure"))
                .contains("pom.xml", "'{group}' is secret", "Use a parameter that is not secret")
                .doesNotContain("rg-hidden");
        assertThat(published()).doesNotExist();
    }
}
