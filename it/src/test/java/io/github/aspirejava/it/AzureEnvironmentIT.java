package io.github.aspirejava.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aspirejava.fakes.azure.Gate;
import io.github.aspirejava.fakes.azure.LoggedCall;
import io.github.aspirejava.fakes.azure.ResourceType;
import io.github.aspirejava.fakes.azure.Role;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** An environment is provisioned concurrently with the registry and the images, and delays neither. */
@NeedsRegistry
class AzureEnvironmentIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Pattern LAST_IS_PUSHED = Pattern.compile("\\(push-(?:api|worker)\\) done");
    /** Both targets in one run: two goals on the command line would run one after the other. */
    private static final String STEPS = "-Daspire.steps=provision,push";

    private static final String ACR = "<azureContainerRegistry>acr</azureContainerRegistry>";
    private static final String ENVIRONMENT =
            "<azureContainerApps><name>env</name><registry>acr</registry></azureContainerApps>";

    /** Covers the first example of Aspire 13.1: an environment and two services. */
    @Test
    void isStillBeingMadeWhenTheImagesArePushed() throws InterruptedException {
        try (AzureShop shop = new AzureShop().registries(ACR).environments(ENVIRONMENT)) {
            shop.script()
                    .retryAfter(1)
                    .polls(ResourceType.REGISTRY, 0)
                    .polls(ResourceType.WORKSPACE, 0)
                    .polls(ResourceType.DOTNET_COMPONENT, 0);
            Gate environment =
                    shop.script().polls(ResourceType.MANAGED_ENVIRONMENT, 0).hold(ResourceType.MANAGED_ENVIRONMENT);
            BuildResult build;
            List<LoggedCall> meanwhile;
            try (RunningProcess maven = shop.build().start("aspire:do", STEPS)) {
                environment.awaitPolls(1);
                maven.awaitLine(LAST_IS_PUSHED, PATIENCE);
                shop.awaitManifests(2, PATIENCE);
                meanwhile = shop.azure().calls();
                environment.release();
                build = shop.result("mvn aspire:do", maven, PATIENCE);
            }

            assertThat(build).succeeded();
            String name = shop.registryName();
            assertThat(meanwhile).filteredOn(LoggedCall::putsManifest).hasSize(2);
            for (String service : List.of("api", "worker")) {
                assertThat(shop.imagesOf(name).digest(service, "1.0.0")).contains(build.digest(service));
            }
            assertThat(shop.azure().resources(ResourceType.MANAGED_ENVIRONMENT))
                    .singleElement()
                    .satisfies(made -> assertThat(
                                    made.at("/properties/provisioningState").asText())
                            .isEqualTo("Succeeded"));
            assertThat(shop.azure().resources(ResourceType.IDENTITY))
                    .singleElement()
                    .satisfies(identity -> assertThat(shop.azure()
                                    .mayPull(
                                            identity.at("/properties/principalId")
                                                    .asText(),
                                            name))
                            .isTrue());

            shop.azure().forgetCalls();
            BuildResult second = shop.build().run("aspire:do", STEPS);

            assertThat(second).succeeded();
            assertThat(shop.writes()).isEmpty();
        }
    }

    /** Checks that the goal {@code provision} waits for registries, and the end of the build for the rest. */
    @Test
    void holdsBackNoModuleOfABuildThatGoalsAreBoundTo() throws InterruptedException {
        try (AzureShop shop =
                new AzureShop().registries(ACR).environments(ENVIRONMENT).bound()) {
            Gate environment = shop.script()
                    .retryAfter(1)
                    .polls(ResourceType.REGISTRY, 0)
                    .polls(ResourceType.WORKSPACE, 0)
                    .polls(ResourceType.MANAGED_ENVIRONMENT, 0)
                    .hold(ResourceType.MANAGED_ENVIRONMENT);
            shop.script().fail(ResourceType.DOTNET_COMPONENT, "DashboardRefused", "Not today.");
            BuildResult build;
            try (RunningProcess maven = shop.build()
                    .property("maven.install.skip", "true")
                    .property("maven.deploy.skip", "true")
                    .start("deploy")) {
                environment.awaitPolls(1);
                shop.awaitManifests(2, PATIENCE);
                environment.release();
                build = shop.result("mvn deploy", maven, PATIENCE);
            }

            assertThat(build)
                    .failed()
                    .hasNoStackTrace()
                    .hasErrorWith(List.of("provision-env-dashboard", "DashboardRefused"));
            assertThat(build.images().path("images").findValuesAsText("service"))
                    .containsExactly("api", "worker");
            assertThat(shop.azure().resources(ResourceType.MANAGED_ENVIRONMENT)).hasSize(1);
        }
    }

    @Test
    void failsTheBuildAtItsEndWithTheReasonWhenTheImagesAreThere() {
        try (AzureShop shop = new AzureShop().registries(ACR).environments(ENVIRONMENT)) {
            shop.script()
                    .retryAfter(1)
                    .polls(ResourceType.REGISTRY, 0)
                    .polls(ResourceType.WORKSPACE, 0)
                    .quota(ResourceType.MANAGED_ENVIRONMENT, 0);
            shop.azure().deployerIsOnly(Role.CONTRIBUTOR);

            BuildResult build = shop.build().run("aspire:do", STEPS);

            assertThat(build)
                    .failed()
                    .hasNoStackTrace()
                    .hasErrorWith(List.of("provision-env", "MaxNumberOfRegionalEnvironmentsInSubExceeded"))
                    .hasErrorWith(List.of("provision-env-pull", "AuthorizationFailed", "Administrator"));
            JsonNode images = build.images();
            assertThat(images.path("images").findValuesAsText("service")).containsExactly("api", "worker");
            for (String service : List.of("api", "worker")) {
                assertThat(shop.imagesOf(shop.registryName()).digest(service, "1.0.0"))
                        .contains(build.digest(service));
            }
        }
    }
}
