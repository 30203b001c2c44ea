package io.github.aspirejava.azure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aspirejava.azure.environment.ProvisionedDashboard;
import io.github.aspirejava.azure.environment.ProvisionedEnvironment;
import io.github.aspirejava.azure.environment.PullRights;
import io.github.aspirejava.azure.provision.ProvisionedRegistry;
import io.github.aspirejava.azure.resource.ProvisionedIdentity;
import io.github.aspirejava.fakes.azure.FakeAzure;
import io.github.aspirejava.fakes.azure.ResourceType;
import io.github.aspirejava.fakes.azure.Role;
import io.github.aspirejava.fakes.registry.CertificateAuthority;
import io.github.aspirejava.oci.Json;
import io.github.aspirejava.run.RunReport;
import io.github.aspirejava.run.StepState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
class EnvironmentProvisioningTest {
    private static final String SHOP = """
            <environments><azureContainerApps>apps</azureContainerApps></environments>
            <services><javaApp>api</javaApp><javaApp>worker</javaApp></services>
            """;
    private static final String SITES = """
            <environments><azureAppService>sites</azureAppService></environments>
            <services><javaApp>worker</javaApp></services>
            """;

    private static CertificateAuthority authority;

    @TempDir
    Path directory;

    private FakeAzure azure;

    @BeforeAll
    static void makeAuthority(@TempDir Path keys) {
        authority = new CertificateAuthority(keys);
    }

    @BeforeEach
    void start() {
        azure = FakeAzure.start(authority, name -> URI.create("http://localhost:1"));
    }

    @AfterEach
    void stop() {
        azure.close();
    }

    private PomRun pom(String configuration) {
        return new PomRun(configuration, directory).in(azure);
    }

    @Test
    void containerAppsHaveAWorkspaceAnIdentityThatMayPullAndADashboard() {
        RunReport report = pom(SHOP).run("provision");

        assertThat(PomRun.failures(report)).isEmpty();
        assertThat(azure.resources(ResourceType.WORKSPACE)).singleElement().satisfies(workspace -> {
            assertThat(workspace.at("/properties/sku/name").asText()).isEqualTo("PerGB2018");
            assertThat(workspace.at("/properties/retentionInDays").asInt()).isEqualTo(30);
            assertThat(workspace.at("/tags/aspire-resource-name").asText()).isEqualTo("apps");
        });
        assertThat(azure.resources(ResourceType.DOTNET_COMPONENT))
                .singleElement()
                .satisfies(
                        dashboard -> assertThat(dashboard.path("name").asText()).isEqualTo("aspire-dashboard"));
        ProvisionedEnvironment environment = PomRun.result(report, "provision-apps", ProvisionedEnvironment.class);
        JsonNode made = azure.resources(ResourceType.MANAGED_ENVIRONMENT).get(0);
        assertThat(environment.id().path()).isEqualTo(made.path("id").asText());
        assertThat(environment.location()).isEqualTo("westeurope");
        assertThat(environment.defaultDomain())
                .contains(made.at("/properties/defaultDomain").asText());
        assertThat(PomRun.result(report, "provision-apps-dashboard", ProvisionedDashboard.class)
                        .url())
                .contains("https://aspire-dashboard.ext."
                        + environment.defaultDomain().orElseThrow());
        assertThat(azure.mayPull(principal(report, "apps"), registry(report, "apps", 0)))
                .isTrue();
    }

    @Test
    void aSecondRunWritesNothingAndAsksForNoKey() {
        String both = SHOP.replace(
                        "<azureContainerApps>", "<azureAppService>sites</azureAppService><azureContainerApps>")
                .replace("<javaApp>api</javaApp>", "<javaApp><name>api</name><environment>apps</environment></javaApp>")
                .replace(
                        "<javaApp>worker</javaApp>",
                        "<javaApp><name>worker</name><environment>sites</environment></javaApp>");
        RunReport first = pom(both).run("provision");
        assertThat(PomRun.failures(first)).isEmpty();
        assertThat(PomRun.writes(azure)).anyMatch(call -> call.contains("sharedKeys"));
        azure.forgetCalls();

        RunReport second = pom(both).run("provision");

        assertThat(PomRun.failures(second)).isEmpty();
        assertThat(PomRun.writes(azure)).isEmpty();
        for (String step : List.of("provision-apps", "provision-sites", "provision-apps-dashboard")) {
            assertThat(second.find(step).orElseThrow().outcome())
                    .isEqualTo(first.find(step).orElseThrow().outcome());
        }
    }

    @Test
    void whatContainerAppsSaysOfAQuotaIsToldAsItSaysIt() {
        azure.script().quota(ResourceType.MANAGED_ENVIRONMENT, 0);

        RunReport report = pom(SHOP).run("provision");

        assertThat(report.find("provision-apps").orElseThrow().reason().orElseThrow())
                .contains("MaxNumberOfRegionalEnvironmentsInSubExceeded: The subscription '%s' cannot have more than 0"
                        .formatted(azure.subscription()));
    }

    @Test
    void theKeyOfTheWorkspaceIsNeverTold() throws Exception {
        PomRun run = pom(SHOP);
        azure.script().fail(ResourceType.MANAGED_ENVIRONMENT, "ManagedEnvironmentProvisioningError", "no");

        RunReport report = run.run("provision");

        List<String> secrets = azure.secrets();
        assertThat(secrets).isNotEmpty();
        String state;
        try (var files = Files.walk(directory)) {
            state = String.join(
                    "\n",
                    files.filter(Files::isRegularFile)
                            .map(EnvironmentProvisioningTest::content)
                            .toList());
        }
        assertThat(run.told() + "\n" + run.exchanges() + "\n" + PomRun.failures(report) + "\n" + state)
                .doesNotContain(secrets);
    }

    @Test
    void anAppServicePlanHasAnIdentityThatMayPullAndASiteThatIsTheDashboard() {
        RunReport report = pom(SITES).run("provision");

        assertThat(PomRun.failures(report)).isEmpty();
        assertThat(azure.resources(ResourceType.PLAN)).singleElement().satisfies(plan -> {
            assertThat(plan.path("kind").asText()).isEqualTo("Linux");
            assertThat(plan.at("/sku/name").asText()).isEqualTo("P0V3");
            assertThat(plan.at("/properties/reserved").asBoolean()).isTrue();
        });
        assertThat(azure.resources(ResourceType.SITE)).singleElement().satisfies(site -> {
            assertThat(site.at("/properties/siteConfig/linuxFxVersion").asText())
                    .isEqualTo("ASPIREDASHBOARD|1.0");
            assertThat(site.at("/properties/serverFarmId").asText())
                    .isEqualTo(PomRun.result(report, "provision-sites", ProvisionedEnvironment.class)
                            .id()
                            .path());
        });
        ProvisionedDashboard dashboard = PomRun.result(report, "provision-sites-dashboard", ProvisionedDashboard.class);
        assertThat(dashboard.url().orElseThrow())
                .startsWith("https://sites-dashboard-")
                .endsWith(".azurewebsites.net");
        assertThat(azure.resources(ResourceType.ROLE_ASSIGNMENT)).anySatisfy(assignment -> {
            assertThat(assignment.at("/properties/principalId").asText())
                    .isEqualTo(dashboard.identity().orElseThrow().principalId().orElseThrow());
            assertThat(assignment.at("/properties/roleDefinitionId").asText()).endsWith(Role.READER.id());
        });
        assertThat(azure.mayPull(principal(report, "sites"), registry(report, "sites", 0)))
                .isTrue();
    }

    @Test
    void aModelMayHaveNoDashboard() {
        String without = SITES.replace(
                        "<azureAppService>sites</azureAppService>",
                        "<azureAppService><name>sites</name><dashboard>false</dashboard></azureAppService>"
                                + "<azureContainerApps><name>apps</name><dashboard>false</dashboard></azureContainerApps>")
                .replace(
                        "<javaApp>worker</javaApp>",
                        "<javaApp><name>worker</name><environment>sites</environment></javaApp>");

        assertThat(PomRun.failures(pom(without).run("provision"))).isEmpty();

        assertThat(azure.resources(ResourceType.SITE)).isEmpty();
        assertThat(azure.resources(ResourceType.DOTNET_COMPONENT)).isEmpty();
        assertThat(azure.resources(ResourceType.IDENTITY)).hasSize(2);
    }

    @Test
    void anEnvironmentMayPullFromEveryRegistryOfItsServicesWhereverItIs() {
        String other = azure.newSubscription();
        azure.grant(azure.deployer(), Role.OWNER, "/subscriptions/" + other);
        present("/subscriptions/%s/resourceGroups/rg-shared".formatted(other), "{'location':'northeurope'}");
        present(
                "/subscriptions/%s/resourceGroups/rg-shared/providers/Microsoft.ContainerRegistry/registries/sharedacr"
                        .formatted(other),
                "{'location':'northeurope','sku':{'name':'Standard'},'properties':{'adminUserEnabled':false,"
                        + "'roleAssignmentMode':'AbacRepositoryPermissions'}}");
        String two = """
                <registries>
                  <azureContainerRegistry>own</azureContainerRegistry>
                  <azureContainerRegistry>
                    <name>shared</name><registryName>sharedacr</registryName><existing>true</existing>
                    <resourceGroup>rg-shared</resourceGroup><subscription>%s</subscription>
                  </azureContainerRegistry>
                </registries>
                <environments><azureContainerApps>apps</azureContainerApps></environments>
                <services>
                  <javaApp><name>api</name><registry>own</registry></javaApp>
                  <javaApp><name>worker</name><registry>shared</registry></javaApp>
                </services>
                """.formatted(other);

        RunReport report = pom(two).run("provision");

        assertThat(PomRun.failures(report)).isEmpty();
        String principal = principal(report, "apps");
        assertThat(azure.mayPull(principal, "sharedacr")).isTrue();
        assertThat(azure.mayPull(principal, registry(report, "apps", 0))).isTrue();
        assertThat(azure.resources(ResourceType.ROLE_ASSIGNMENT).stream()
                        .filter(assignment -> assignment
                                .at("/properties/principalId")
                                .asText()
                                .equals(principal))
                        .map(assignment ->
                                assignment.at("/properties/roleDefinitionId").asText()))
                .satisfiesExactlyInAnyOrder(
                        role -> assertThat(role).endsWith(Role.ACR_PULL.id()),
                        role -> assertThat(role).endsWith(Role.REPOSITORY_READER.id()));
        azure.forgetCalls();
        assertThat(PomRun.failures(pom(two).run("provision"))).isEmpty();
        assertThat(PomRun.writes(azure)).isEmpty();
    }

    @Test
    void aRightThatSomebodyElseHasGivenIsEnough() {
        azure.script()
                .refuse(
                        "PUT",
                        "/roleAssignments/",
                        1,
                        409,
                        "RoleAssignmentExists",
                        "The role assignment already exists.");

        RunReport report = pom(SHOP).run("provision");

        assertThat(PomRun.failures(report)).isEmpty();
    }

    @Test
    void whoMayNotAssignRolesIsToldWhichRoleToAskFor() {
        azure.deployerIsOnly(Role.CONTRIBUTOR);

        RunReport report = pom(SHOP).run("provision");

        assertThat(PomRun.failures(report)).containsOnlyKeys("provision-apps-pull");
        assertThat(PomRun.failures(report).get("provision-apps-pull"))
                .contains("pom.xml", "right of apps to pull from apps-acr", "AuthorizationFailed")
                .contains("Role Based Access Control Administrator")
                .doesNotContain("{");
    }

    @Test
    void anExistingEnvironmentIsOnlyLookedAt() {
        String group = "/subscriptions/%s/resourceGroups/rg-theirs".formatted(azure.subscription());
        present(group, "{'location':'northeurope'}");
        present(
                group + "/providers/Microsoft.App/managedEnvironments/theirs",
                "{'location':'northeurope','properties':{}}");
        present(
                group + "/providers/Microsoft.Web/serverfarms/plan",
                "{'location':'northeurope','kind':'linux','sku':{'name':'B1'},'properties':{'reserved':true}}");
        String existing = """
                <environments>
                  <azureContainerApps><name>theirs</name><existing>true</existing><resourceGroup>rg-theirs</resourceGroup></azureContainerApps>
                  <azureAppService><name>plan</name><existing>true</existing><resourceGroup>rg-theirs</resourceGroup></azureAppService>
                </environments>
                <services>
                  <javaApp><name>api</name><environment>theirs</environment></javaApp>
                  <javaApp><name>worker</name><environment>plan</environment></javaApp>
                </services>
                """;

        RunReport report = pom(existing).run("provision");

        assertThat(PomRun.failures(report)).isEmpty();
        assertThat(PomRun.result(report, "provision-theirs", ProvisionedEnvironment.class)
                        .location())
                .isEqualTo("northeurope");
        assertThat(PomRun.writes(azure))
                .noneMatch(call -> call.contains("rg-theirs"))
                .noneMatch(call -> call.contains("workspaces"));
        assertThat(azure.mayPull(principal(report, "theirs"), registry(report, "theirs", 0)))
                .isTrue();
    }

    @Test
    void anExistingEnvironmentThatIsNotThereIsSaidWithItsLine() {
        RunReport report =
                pom("<environments><azureContainerApps><name>gone</name><existing>true</existing></azureContainerApps></environments>")
                        .run("provision-gone");

        assertThat(PomRun.failures(report).get("provision-gone"))
                .startsWith("pom.xml")
                .contains("There is no Container Apps environment gone");
    }

    @ParameterizedTest
    @EnumSource(names = {"WORKSPACE", "MANAGED_ENVIRONMENT", "DOTNET_COMPONENT"})
    void whateverFailsInAnEnvironmentRegistriesAndPushesGoOn(ResourceType failing) {
        azure.script().fail(failing, "Broken", "It does not work.");

        RunReport report = pom(SHOP).run("provision", "push");

        assertThat(PomRun.failures(report)).hasSize(1);
        assertThat(PomRun.names(report, StepState.SUCCEEDED))
                .contains("provision-apps-acr", "provision-apps-pull", "push-api", "push-worker", "push");
        assertThat(PomRun.failures(report).values()).allMatch(reason -> reason.contains("could not be provisioned"));
    }

    @Test
    void aRightThatCannotBeGivenHoldsBackNoPush() {
        azure.deployerIsOnly(Role.CONTRIBUTOR);

        RunReport report = pom(SHOP).run("provision", "push");

        assertThat(PomRun.names(report, StepState.SUCCEEDED))
                .contains("provision-apps", "provision-apps-dashboard", "push-api", "push-worker", "push");
    }

    @Test
    void aDryRunTellsWhatWouldBeMadeAndMakesNothing() {
        PomRun run = pom(SHOP.replace(
                                "<azureContainerApps>", "<azureAppService>sites</azureAppService><azureContainerApps>")
                        .replace("<javaApp>api</javaApp><javaApp>worker</javaApp>", ""))
                .property("aspire.dryRun", "true");

        RunReport report = run.run("provision");

        assertThat(PomRun.failures(report)).isEmpty();
        assertThat(PomRun.writes(azure)).isEmpty();
        assertThat(run.told())
                .anyMatch(line -> line.startsWith("(provision-apps) ") && line.endsWith(": create"))
                .anyMatch(line -> line.startsWith("(provision-sites-dashboard) ") && line.endsWith(": create"));
    }

    private void present(String path, String body) {
        azure.present(path, Json.parse(body.replace('\'', '"').getBytes(StandardCharsets.UTF_8)));
    }

    private static String principal(RunReport report, String environment) {
        return PomRun.result(report, "provision-%s-identity".formatted(environment), ProvisionedIdentity.class)
                .principalId()
                .orElseThrow();
    }

    private static String registry(RunReport report, String environment, int index) {
        ProvisionedRegistry registry = PomRun.result(
                        report, "provision-%s-pull".formatted(environment), PullRights.class)
                .registries()
                .get(index);
        return registry.id().name();
    }

    private static String content(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
