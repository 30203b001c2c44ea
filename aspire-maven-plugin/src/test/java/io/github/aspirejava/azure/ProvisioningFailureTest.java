package io.github.aspirejava.azure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aspirejava.fakes.azure.ResourceType;
import io.github.aspirejava.fakes.azure.Role;
import io.github.aspirejava.run.RunReport;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The messages for refusals by Azure: never JSON, and always with a remedy. */
class ProvisioningFailureTest extends AzureTestCase {
    @Test
    void saysThatANameIsTaken() {
        azure.script().takeName("shared1");

        assertThat(reasons(model().registry("acr", registry -> registry.named("shared1"))
                        .run("provision-acr")))
                .singleElement()
                .asString()
                .startsWith("pom.xml:1: The container registry shared1 could not be provisioned: AlreadyInUse: ")
                .contains("Names of this kind are unique in all of Azure")
                .contains("write another <registryName>")
                .containsPattern("\\(request [0-9a-f-]{36}, correlation [0-9a-f-]{36}\\)$")
                .doesNotContain("{", "\n");
    }

    @Test
    void namesTheRoleThatIsMissing() {
        azure.deployerIsOnly(Role.READER);

        assertThat(reasons(model().registry("acr").run("provision-acr")))
                .singleElement()
                .asString()
                .contains("could not be provisioned: AuthorizationFailed: ")
                .contains("Ask an owner of the subscription for the role Contributor on /subscriptions/")
                .doesNotContain("{", "\n");
    }

    @Test
    void explainsAQuota() {
        azure.script().quota(ResourceType.REGISTRY, 0);

        assertThat(reasons(model().registry("acr").run("provision-acr")))
                .singleElement()
                .asString()
                .contains("https://aka.ms/quotas")
                .doesNotContain("{", "\n");
    }

    @Test
    void writesAgainWhatAzureCouldNotMake() {
        azure.script().fail(ResourceType.REGISTRY, "InternalServerError", "Something went wrong.");

        assertThat(reasons(model().registry("acr").run("provision-acr")))
                .singleElement()
                .asString()
                .contains("could not be provisioned: InternalServerError: Something went wrong.");
        azure.forgetCalls();
        AzureRun again = model().registry("acr");

        assertThat(reasons(again.run("provision-acr"))).isEmpty();
        assertThat(again.writes()).hasSize(1);
        assertThat(again.told()).anyMatch(line -> line.contains("write again (it is Failed)"));
    }

    @Test
    void registersAProviderThatTheSubscriptionHasNotUsedYet() {
        azure.script().unregister("Microsoft.ContainerRegistry", 2);
        AzureRun run = model().registry("acr");

        assertThat(reasons(run.run("provision-acr"))).isEmpty();
        assertThat(run.told())
                .anyMatch(line -> line.contains("registering Microsoft.ContainerRegistry in the subscription"));
    }

    @Test
    void waitsAsLongAsAThrottlingAzureAsks() {
        azure.script().throttle("PUT", "/registries/", 1, 1);
        AzureRun run = model().registry("acr");

        assertThat(reasons(run.run("provision-acr"))).isEmpty();
        assertThat(run.told()).contains("(provision-acr) throttled, waiting 1 s");
    }

    @Test
    void saysHowLongItHasWaitedForAThrottlingAzure() {
        azure.script().refuse("PUT", "/registries/", 100, 429, "TooManyRequests", "The request is being throttled.");

        assertThat(reasons(model().registry("acr").run("provision-acr")))
                .singleElement()
                .asString()
                .contains("TooManyRequests: The request is being throttled. Azure has refused to be asked for ")
                .contains("Run this again later");
    }

    @Test
    void triesAgainWhatAzureCouldNotDoAtOnce() {
        azure.script().refuse("PUT", "/registries/", 2, 503, "ServiceUnavailable", "Try again.");

        assertThat(reasons(model().registry("acr").run("provision-acr"))).isEmpty();
        assertThat(azure.resources(ResourceType.REGISTRY)).hasSize(1);
    }

    @Test
    void waitsWhileAnotherOperationIsInProgress() {
        azure.script().refuse("PUT", "/registries/", 2, 409, "OperationInProgress", "Another one is at it.");

        assertThat(reasons(model().registry("acr").run("provision-acr"))).isEmpty();
    }

    @Test
    void namesTheNearestLocation() {
        assertThat(reasons(model().property("aspire.azure.location", "westeuropa")
                        .registry("acr")
                        .run("provision-acr")))
                .singleElement()
                .asString()
                .contains(
                        "There is no Microsoft.Resources/resourceGroups in the location 'westeuropa'. Write westeurope.");
    }

    @Test
    void oneRegistryThatFailsHoldsNothingElseBack() {
        azure.script().takeName("shared1");
        AzureRun run =
                model().registry("acr", registry -> registry.named("shared1")).registry("other");

        RunReport report = run.run("provision-acr", "provision-other");

        assertThat(reasons(report)).hasSize(1);
        assertThat(report.find("provision-other").orElseThrow().state())
                .isEqualTo(io.github.aspirejava.run.StepState.SUCCEEDED);
    }

    @Test
    void printsNoSecret() {
        AzureRun good = model().registry("acr");
        good.run("provision-acr");
        azure.script().refuse("GET", "/registries/", 100, 400, "BadRequest", "No.");
        AzureRun bad = model().registry("acr");
        List<String> failures = reasons(bad.run("provision-acr"));

        assertThat(failures).hasSize(1);
        for (String secret : azure.secrets()) {
            assertThat(List.of(good.told(), good.exchanges(), bad.told(), bad.exchanges(), failures))
                    .noneMatch(lines -> lines.toString().contains(secret));
        }
        assertThat(good.exchanges()).anyMatch(line -> line.matches("PUT https://localhost:\\d+/.* -> 201 in \\d+ ms"));
    }
}
