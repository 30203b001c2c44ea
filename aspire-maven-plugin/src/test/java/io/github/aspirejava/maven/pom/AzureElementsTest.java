package io.github.aspirejava.maven.pom;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aspirejava.app.AzureContainerRegistry;
import io.github.aspirejava.app.AzureSettings;
import io.github.aspirejava.app.ContainerRegistry;
import io.github.aspirejava.app.InvalidModelException;
import io.github.aspirejava.app.Origin;
import io.github.aspirejava.app.PurgeSchedule;
import io.github.aspirejava.app.RegistryFeature;
import io.github.aspirejava.app.Text;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AzureElementsTest {
    @Test
    void featuresOfARegistryAreReadWithTheirLines() throws InvalidModelException {
        AzureContainerRegistry registry = registry("""
                <name>acr</name><sku>premium</sku>
                <zoneRedundant>true</zoneRedundant>
                <retentionDays>7</retentionDays>
                <publicAccess>false</publicAccess>
                <anonymousPull>true</anonymousPull>
                """);

        assertThat(registry.features().asked())
                .isEqualTo(Map.of(
                        RegistryFeature.ZONE_REDUNDANCY, new Origin("pom.xml", 2),
                        RegistryFeature.RETENTION, new Origin("pom.xml", 3),
                        RegistryFeature.NO_PUBLIC_ACCESS, new Origin("pom.xml", 4),
                        RegistryFeature.ANONYMOUS_PULL, new Origin("pom.xml", 5)));
        assertThat(registry.features().retentionDays()).contains(7);
    }

    @Test
    void whatIsAsARegistryIsAnywayAsksForNoFeature() throws InvalidModelException {
        assertThat(registry("<name>acr</name><publicAccess>true</publicAccess><zoneRedundant>false</zoneRedundant>")
                        .features()
                        .asked())
                .isEmpty();
    }

    @Test
    void aFeatureThatTheSkuDoesNotHaveIsAMistakeOnItsOwnLine() {
        assertThat(PomText.of("<registries><azureContainerRegistry><name>acr</name>\n"
                                + "<retentionDays>7</retentionDays></azureContainerRegistry></registries>")
                        .problems())
                .containsExactly(
                        "pom.xml:2: <retentionDays> needs the SKU premium, and registry 'acr' is basic. Write <sku>premium</sku> into it, or remove <retentionDays>.");
    }

    @Test
    void aPurgeHasAspiresDefaults() throws InvalidModelException {
        PurgeSchedule purge = registry("<name>acr</name><purge><schedule>0 1 * * SUN</schedule></purge>")
                .purge()
                .orElseThrow();

        assertThat(purge.schedule()).hasToString("0 1 * * SUN");
        assertThat(purge.keep()).isEqualTo(3);
        assertThat(purge.ago()).hasToString("0d");
        assertThat(purge.filter()).hasToString(".*:.*");
    }

    @Test
    void aPurgeWithoutAScheduleOrWithNothingToKeepIsAMistake() {
        assertThat(PomText.of("<registries><azureContainerRegistry><name>acr</name>\n"
                                + "<purge>\n<keep>0</keep></purge></azureContainerRegistry></registries>")
                        .problems())
                .contains(
                        "pom.xml:2: <purge> has no <schedule>. Write <schedule>0 1 * * SUN</schedule> into it.",
                        "pom.xml:3: <keep> is '0'. Write a number between 1 and 100000.");
    }

    @Test
    void aRegistryOutsideOfAzureMayBeOneThatAnybodyPullsFrom() throws InvalidModelException {
        ContainerRegistry registry = (ContainerRegistry) PomText.of(
                        "<registries><containerRegistry><name>docker</name><endpoint>ghcr.io</endpoint><anonymousPull>true</anonymousPull></containerRegistry></registries>")
                .model()
                .registries()
                .get(0);

        assertThat(registry.anonymousPull()).isTrue();
    }

    @Test
    void whereThingsArePutIsRead() throws InvalidModelException {
        AzureSettings azure = PomText.of(
                        "<azure><subscription>s</subscription><location>l</location>"
                                + "<resourceGroup>g</resourceGroup><tenant>t</tenant><credential>azure-cli</credential><cloud>china</cloud></azure>")
                .model()
                .settings()
                .azure();

        assertThat(azure.tenant().map(Text::toString)).isEqualTo(Optional.of("t"));
        assertThat(azure.credential().map(Text::toString)).isEqualTo(Optional.of("azure-cli"));
        assertThat(azure.cloud().map(Text::toString)).isEqualTo(Optional.of("china"));
    }

    private static AzureContainerRegistry registry(String elements) throws InvalidModelException {
        return (AzureContainerRegistry)
                PomText.of("<registries><azureContainerRegistry>" + elements + "</azureContainerRegistry></registries>")
                        .model()
                        .registries()
                        .get(0);
    }
}
