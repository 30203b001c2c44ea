package io.github.aspirejava.azure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aspirejava.app.AzureContainerRegistry.Sku;
import io.github.aspirejava.app.Origin;
import io.github.aspirejava.app.RegistryFeature;
import io.github.aspirejava.app.RegistryFeatures;
import io.github.aspirejava.azure.provision.ProvisionedRegistry;
import io.github.aspirejava.azure.resource.RoleMode;
import io.github.aspirejava.fakes.azure.ResourceType;
import io.github.aspirejava.oci.Json;
import io.github.aspirejava.run.RunReport;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Covers the cloud part of oracles 89 to 91. */
class RegistryProvisioningTest extends AzureTestCase {
    private static final String GROUP = "rg-aspire-shop-production";

    @Test
    void createsARegistryOnceAndThenOnlyLooksAtIt() {
        RunReport first = model().registry("acr").run("provision-acr");

        assertThat(reasons(first)).isEmpty();
        JsonNode registry = azure.resources(ResourceType.REGISTRY).get(0);
        assertThat(registry.at("/sku/name").asText()).isEqualTo("Basic");
        assertThat(registry.at("/properties/adminUserEnabled").asBoolean(true)).isFalse();
        assertThat(registry.at("/properties/roleAssignmentMode").asText()).isEqualTo("LegacyRegistryPermissions");
        assertThat(registry.at("/tags").properties())
                .extracting(Object::toString)
                .containsExactlyInAnyOrder(
                        "managed-by=\"aspire-maven-plugin\"",
                        "app=\"shop\"",
                        "environment=\"production\"",
                        "aspire-resource-name=\"acr\"");
        azure.forgetCalls();
        AzureRun again = model().registry("acr");
        RunReport second = again.run("provision-acr");

        assertThat(reasons(second)).isEmpty();
        assertThat(again.writes()).isEmpty();
        assertThat(registry(second)).isEqualTo(registry(first));
        assertThat(registry(first).loginServer())
                .contains(azure.loginServer(registry(first).id().name()));
    }

    @Test
    void createsTheResourceGroupWithTagsAndLeavesOneAloneThatIsThere() {
        model().registry("acr").run("provision-acr");

        JsonNode group = azure.resources(ResourceType.RESOURCE_GROUP).get(0);
        assertThat(group.path("name").asText()).isEqualTo(GROUP);
        assertThat(group.at("/tags/managed-by").asText()).isEqualTo("aspire-maven-plugin");

        ObjectNode other = Json.object().put("location", "eastus");
        azure.present("/subscriptions/%s/resourceGroups/theirs".formatted(azure.subscription()), other);
        azure.forgetCalls();
        AzureRun run = model().property("aspire.azure.resourceGroup", "theirs").registry("acr");

        assertThat(reasons(run.run("provision-acr"))).isEmpty();
        assertThat(run.writes()).singleElement().asString().contains("/registries/");
    }

    @Test
    void createsAGroupOnceThatManyStepsNeedAtTheSameTime() {
        AzureRun run = model();
        String[] steps = new String[6];
        for (int i = 0; i < steps.length; i++) {
            run.registry("acr" + i, registry -> registry.in(azure.subscription(), "shared"));
            steps[i] = "provision-acr" + i;
        }

        assertThat(reasons(run.run(steps))).isEmpty();
        assertThat(run.writes()).filteredOn(write -> write.endsWith("/shared")).hasSize(1);
    }

    @Test
    void changesWhatIsNotAsItShouldBeAndNothingElse() {
        ProvisionedRegistry before = registry(model().registry("acr").run("provision-acr"));
        ObjectNode live = (ObjectNode) azure.resources(ResourceType.REGISTRY).get(0);
        azure.present(
                before.id().path(),
                writable(live)
                        .set("tags", live.path("tags").<ObjectNode>deepCopy().put("team", "blue")));
        azure.forgetCalls();
        AzureRun changed = model().registry("acr", registry -> registry.sku(Sku.STANDARD));

        assertThat(reasons(changed.run("provision-acr"))).isEmpty();
        assertThat(changed.writes()).hasSize(1);
        assertThat(changed.told()).anyMatch(line -> line.contains("modify (sku.name: \"Basic\" -> \"Standard\")"));
        assertThat(azure.resources(ResourceType.REGISTRY)
                        .get(0)
                        .at("/tags/team")
                        .asText())
                .isEqualTo("blue");
    }

    @Test
    void saysInADryRunWhatItWouldDoAndWritesNothing() {
        AzureRun fresh = model().registry("acr").property("aspire.dryRun", "true");

        assertThat(reasons(fresh.run("provision-acr"))).isEmpty();
        assertThat(fresh.writes()).isEmpty();
        assertThat(fresh.told()).anyMatch(line -> line.matches(".*resource group %s .*: create".formatted(GROUP)));
        assertThat(fresh.told()).anyMatch(line -> line.matches(".*container registry acr\\w+ .*: create"));
        assertThat(directory).isEmptyDirectory();

        model().registry("acr").run("provision-acr");
        azure.forgetCalls();
        AzureRun same = model().registry("acr").property("aspire.dryRun", "true");
        same.run("provision-acr");

        assertThat(same.told()).anyMatch(line -> line.matches(".*container registry .*: no change"));

        AzureRun other =
                model().registry("acr", registry -> registry.sku(Sku.STANDARD)).property("aspire.dryRun", "true");
        other.run("provision-acr");

        assertThat(other.told())
                .anyMatch(line ->
                        line.matches(".*container registry .*: modify \\(sku.name: \"Basic\" -> \"Standard\"\\)"));
        assertThat(other.writes()).isEmpty();
    }

    @Test
    void usesAnExistingRegistryOfAnotherSubscriptionAndGroupWithGetsAlone() {
        String subscription = azure.newSubscription();
        String group = "/subscriptions/%s/resourceGroups/shared".formatted(subscription);
        azure.grant(azure.deployer(), io.github.aspirejava.fakes.azure.Role.READER, group);
        azure.present(group, Json.object().put("location", "eastus"));
        ObjectNode body = Json.object().put("location", "eastus");
        body.putObject("sku").put("name", "Premium");
        body.putObject("properties").put("roleAssignmentMode", "AbacRepositoryPermissions");
        azure.present(group + "/providers/Microsoft.ContainerRegistry/registries/company", body);
        AzureRun run = model().registry(
                        "acr",
                        registry -> registry.named("company")
                                .in(subscription, "shared")
                                .existing());

        RunReport report = run.run("provision-acr");

        assertThat(reasons(report)).isEmpty();
        assertThat(run.writes()).noneMatch(write -> write.contains("company"));
        assertThat(registry(report).roleMode()).isEqualTo(RoleMode.REPOSITORIES);
        assertThat(registry(report).location()).isEqualTo("eastus");
    }

    @Test
    void saysThatAnExistingRegistryIsNotThere() {
        AzureRun run = model().registry(
                        "acr",
                        registry -> registry.named("company")
                                .in(azure.subscription(), "shared")
                                .existing());

        assertThat(reasons(run.run("provision-acr")))
                .singleElement()
                .asString()
                .startsWith("pom.xml:1: There is no container registry company: nothing is at /subscriptions/")
                .contains("or remove <existing>");
    }

    @Test
    void leavesTheRoleModeAloneThatSomebodyHasSetLater() {
        ProvisionedRegistry before = registry(model().registry("acr").run("provision-acr"));
        ObjectNode live = writable(azure.resources(ResourceType.REGISTRY).get(0));
        ((ObjectNode) live.path("properties")).put("roleAssignmentMode", "AbacRepositoryPermissions");
        azure.present(before.id().path(), live);
        azure.forgetCalls();
        AzureRun run = model().registry("acr");

        RunReport report = run.run("provision-acr");

        assertThat(run.writes()).isEmpty();
        assertThat(registry(report).roleMode()).isEqualTo(RoleMode.REPOSITORIES);
    }

    @Test
    void asksForFeatures() {
        RegistryFeatures features = new RegistryFeatures(
                Map.of(
                        RegistryFeature.RETENTION, Origin.NONE,
                        RegistryFeature.ZONE_REDUNDANCY, Origin.NONE,
                        RegistryFeature.ANONYMOUS_PULL, Origin.NONE,
                        RegistryFeature.NO_PUBLIC_ACCESS, Origin.NONE),
                Optional.of(7));

        assertThat(reasons(model().registry(
                                "acr", registry -> registry.sku(Sku.PREMIUM).features(features))
                        .run("provision-acr")))
                .isEmpty();

        JsonNode properties = azure.resources(ResourceType.REGISTRY).get(0).path("properties");
        assertThat(properties.at("/policies/retentionPolicy/days").asInt()).isEqualTo(7);
        assertThat(properties.path("zoneRedundancy").asText()).isEqualTo("Enabled");
        assertThat(properties.path("publicNetworkAccess").asText()).isEqualTo("Disabled");
        assertThat(properties.path("anonymousPullEnabled").asBoolean()).isTrue();
    }

    @Test
    void letsARegistryPurgeByATaskThatIsWrittenOnce() {
        assertThat(reasons(purged("0 1 * * SUN").run("provision"))).isEmpty();

        JsonNode task = azure.resources(ResourceType.REGISTRY_TASK).get(0);
        assertThat(task.at("/properties/trigger/timerTriggers/0/schedule").asText())
                .isEqualTo("0 1 * * SUN");
        String content = task.at("/properties/step/encodedTaskContent").asText();
        assertThat(new String(Base64.getDecoder().decode(content), StandardCharsets.UTF_8))
                .contains("- cmd: acr purge --filter '.*:.*' --ago 7d --keep 3\n");
        azure.forgetCalls();
        AzureRun again = purged("0 1 * * SUN");
        again.run("provision");

        assertThat(again.writes()).isEmpty();
        AzureRun later = purged("0 2 * * SUN");
        later.run("provision");

        assertThat(later.writes()).singleElement().asString().endsWith("/tasks/purgeOldImages");
    }

    private AzureRun purged(String schedule) {
        return model().registry("acr", registry -> registry.purged(schedule, "7d"));
    }

    private static ProvisionedRegistry registry(RunReport report) {
        return result(report, "provision-acr", ProvisionedRegistry.class);
    }

    /** Removes the properties that Azure adds. */
    private static ObjectNode writable(JsonNode body) {
        ObjectNode copy = body.deepCopy();
        copy.remove(java.util.List.of("id", "name", "type", "systemData"));
        return copy;
    }
}
