package io.github.aspirejava.app;

import static io.github.aspirejava.TestModels.model;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.aspirejava.app.AzureContainerRegistry.Sku;
import io.github.aspirejava.steps.StepGraph;
import io.github.aspirejava.steps.StepPlanner;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Covers oracle 91 where it is about mistakes, and declarations that Azure would refuse only after creating half of the
 * registry.
 */
class AzureRulesTest {
    @ParameterizedTest
    @EnumSource(RegistryFeature.class)
    void refusesAFeatureThatTheSkuDoesNotHaveAndNamesTheOneThatDoes(RegistryFeature feature) {
        String least = feature.least().name().toLowerCase(Locale.ROOT);

        assertThat(model().azureContainerRegistry("acr", Sku.BASIC, feature).mistakes())
                .containsExactly(
                        "pom.xml:1: <%s> needs the SKU %s, and registry 'acr' is basic. Write <sku>%s</sku> into it, or remove <%s>."
                                .formatted(feature.element(), least, least, feature.element()));
        assertThat(model().azureContainerRegistry("acr", feature.least(), feature)
                        .mistakes())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"acr", "my-registry", "a_registry", "registry.azurecr.io"})
    void refusesANameThatNoRegistryInAzureMayHave(String name) {
        assertThat(model().azureContainerRegistryCalled("acr", name).mistakes())
                .containsExactly(
                        "pom.xml:1: '%s' is not a valid name for a registry in Azure. Write 5 to 50 letters and digits, without hyphens."
                                .formatted(name));
    }

    @Test
    void refusesOneNameForTwoRegistriesInAnyCase() {
        assertThat(model().azureContainerRegistryCalled("one", "shop1")
                        .azureContainerRegistryCalled("two", "Shop1")
                        .mistakes())
                .singleElement()
                .asString()
                .contains("Registries 'one' and 'two' are both 'Shop1' in Azure");
    }

    @ParameterizedTest
    @CsvSource({
        "0 1 * * SUN, 7d, .*:.*",
        "'*/5 0-6 1 1,7 *', 2d3h6m, api:v[0-9]+",
        "0 1 * * *, 0d, .*:.*",
        "0 1 * * *, 90m, .*:.*"
    })
    void takesAPurgeSchedule(String schedule, String ago, String filter) {
        assertThat(model().purgedAzureContainerRegistry("acr", schedule, ago, filter)
                        .mistakes())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "daily, 7d, .*:.*, is not a valid schedule: it has 1 field. Write minute",
        "0 1 * *, 7d, .*:.*, is not a valid schedule: it has 4 fields. Write minute",
        "0 1 * * *, 7, .*:.*, does not say an age. Write days",
        "0 1 * * *, 3w, .*:.*, does not say an age. Write days",
        "0 1 * * *, 7d, api, does not say a filter of tags. Write two regular expressions",
        "0 1 * * *, 7d, 'api:.*'' --keep 0', does not say a filter of tags. Write two regular expressions",
    })
    void refusesAPurgeScheduleThatIsNone(String schedule, String ago, String filter, String complaint) {
        assertThat(model().purgedAzureContainerRegistry("acr", schedule, ago, filter)
                        .mistakes())
                .singleElement()
                .asString()
                .contains(complaint);
    }

    @Test
    void plansAPurgeAsAStepOfItsOwnThatNoPushWaitsFor() {
        StepGraph graph = StepPlanner.plan(
                model().purgedAzureContainerRegistry("acr", "0 1 * * *", "7d", ".*:.*")
                        .javaApps("api")
                        .build(),
                Set.of());

        assertThat(graph.step("provision-acr-purge").dependsOn()).containsExactly("provision-acr");
        assertThat(graph.step("provision").dependsOn()).contains("provision-acr-purge");
        assertThat(graph.closure(Set.of("push")).steps())
                .noneMatch(step -> step.name().equals("provision-acr-purge"));
    }
}
