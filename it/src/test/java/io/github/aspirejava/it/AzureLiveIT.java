package io.github.aspirejava.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The sample in the real Azure, for developers with a subscription: see CONTRIBUTING. It is not part of the build,
 * because it costs money and needs a personal login.
 */
@Tag("live")
class AzureLiveIT {
    @Test
    void hasItsRegistryMadeItsImagesPushedAndNothingToDoTheSecondTime() {
        String group = System.getProperty("aspire.it.azure.group", "");
        assumeThat(group).as("-Daspire.it.azure.group").isNotEmpty();
        Sample shop = Sample.copyOf("shop");
        shop.replace("pom.xml", "</registries>", "<azureContainerRegistry>acr</azureContainerRegistry></registries>");
        shop.replace(
                "pom.xml",
                "<services>",
                "<environments><azureContainerApps><name>env</name><registry>acr</registry></azureContainerApps>"
                        + "</environments><services>");
        MavenBuild build = MavenBuild.of(shop)
                .environment(ofAzure(System.getenv()))
                .property("aspire.azure.resourceGroup", group)
                .property("shop.registry", "acr");

        BuildResult first = build.run("aspire:do", "-Daspire.steps=provision,push");

        assertThat(first).succeeded();
        assertThat(first.images().path("images").findValuesAsText("service")).containsExactly("api", "worker");

        BuildResult second = build.property("aspire.dryRun", "true").run("aspire:provision");

        assertThat(second).succeeded();
        assertThat(second.lines()).noneMatch(line -> line.matches(".*: (create|modify|retry)\\b.*"));
    }

    private static Map<String, String> ofAzure(Map<String, String> environment) {
        return environment.entrySet().stream()
                .filter(variable -> variable.getKey().matches("(?:AZURE_|Azure__|ACTIONS_ID_|IDENTITY_|SYSTEM_).*"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
