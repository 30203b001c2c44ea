package io.github.aspirejava.azure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The sources of the user's settings, and their precedence. */
class OptionsTest extends AzureTestCase {
    private static final String STEP = "create-provisioning-context";

    @Test
    void namesEverythingThatIsMissingAtOnceAndHowToSetIt() {
        AzureRun run = model().without("aspire.azure.location").registry("acr").variables(Map.of());

        assertThat(reasons(run.run(STEP)))
                .singleElement()
                .asString()
                .isEqualTo(
                        "Azure needs the id of a subscription, and none is set: set -Daspire.azure.subscription=…, or write <azure><subscription>…</subscription></azure> into the plugin's configuration, or set Azure__SubscriptionId or AZURE_SUBSCRIPTION_ID in the environment.\n"
                                + "Azure needs the name of a location, and none is set: set -Daspire.azure.location=…, or write <azure><location>…</location></azure> into the plugin's configuration, or set Azure__Location or AZURE_LOCATION in the environment.");
    }

    @Test
    void letsAPropertyBeatThePomAndThePomTheEnvironment() {
        Map<String, String> environment = new HashMap<>(azure.environment(azure.deployer()));
        environment.put("Azure__ResourceGroup", "from-environment");
        environment.put("Azure__Location", "eastus");
        AzureRun run = model().without("aspire.azure.location")
                .pom("northeurope", "from-pom")
                .registry("acr")
                .variables(environment);

        run.run(STEP);
        assertThat(run.writes()).singleElement().asString().endsWith("/from-pom");

        azure.forgetCalls();
        AzureRun other = model().property("aspire.azure.resourceGroup", "from-property")
                .pom("northeurope", "from-pom")
                .registry("acr")
                .variables(environment);
        other.run(STEP);
        assertThat(other.writes()).singleElement().asString().endsWith("/from-property");

        azure.forgetCalls();
        AzureRun third = model().registry("acr").variables(environment);
        third.run(STEP);
        assertThat(third.writes()).singleElement().asString().endsWith("/from-environment");
    }

    @Test
    void refusesWhatIsNotWhatItShouldBe() {
        AzureRun run = model().registry("acr")
                .property("aspire.azure.credential", "password")
                .property("aspire.azure.cloud", "moon")
                .property("aspire.azure.subscription", "mine")
                .property("aspire.azure.resourceGroup", "ends.")
                .property("aspire.azure.endpoint.authority", "http://localhost:1")
                .property("aspire.azure.caFile", "nothing.pem");

        assertThat(reasons(run.run(STEP)))
                .singleElement()
                .asString()
                .contains("-Daspire.azure.credential is 'password'. Write one of auto, environment, workload-identity,")
                .contains("-Daspire.azure.cloud is 'moon'. Write one of public, us-government, china.")
                .contains("-Daspire.azure.subscription is 'mine', which is not the id of a subscription.")
                .contains("-Daspire.azure.resourceGroup is 'ends.', which is not the name of a resource group")
                .contains(
                        "-Daspire.azure.endpoint.authority is 'http://localhost:1'. Write a URL that begins with https://.")
                .contains("-Daspire.azure.caFile: There is no CA file");
    }

    @Test
    void saysThatASubscriptionCannotBeSeen() {
        AzureRun run =
                model().registry("acr").property("aspire.azure.subscription", "00000000-1111-2222-3333-444444444444");

        assertThat(reasons(run.run(STEP)))
                .singleElement()
                .asString()
                .startsWith(
                        "The subscription 00000000-1111-2222-3333-444444444444 cannot be used: SubscriptionNotFound: ")
                .contains("Correct its id, or log in as a user that can see it");
    }

    @Test
    void namesResourcesByWhatTheyAreFor() {
        AzureRun run = model().registry("acr").property("aspire.environment", "staging");

        run.run(STEP);

        assertThat(run.writes()).singleElement().asString().endsWith("/rg-aspire-shop-staging");
        assertThat(directory.resolve(".aspire/azure/staging.json")).exists();
    }
}
