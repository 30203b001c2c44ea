package io.github.aspirejava.app;

import static io.github.aspirejava.TestModels.model;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Covers oracles 9, 18 and 46 for names. */
class NameRulesTest {
    @ParameterizedTest
    @ValueSource(strings = {"api", "A", "shop-api-2", "a1"})
    void acceptsLettersDigitsAndSingleHyphens(String name) {
        assertThat(model().containerRegistry("docker", "ghcr.io").javaApps(name).mistakes())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "shop_api, shop-api",
        "shop--api, shop-api",
        "-api, api",
        "api-, api",
        "2api, api",
        "shop.api, shop-api",
        "ümlaut, mlaut"
    })
    void refusesAnyOtherNameAndGivesTheCorrectedOne(String name, String corrected) {
        assertThat(model().containerRegistry(name, "ghcr.io").mistakes())
                .containsExactly(
                        "pom.xml:1: '%s' is not a name for <containerRegistry>. Write '%s': letters, digits and single hyphens, starting with a letter."
                                .formatted(name, corrected));
    }

    @Test
    void refusesAnEmptyName() {
        assertThat(model().ociLayout("").mistakes())
                .containsExactly(
                        "pom.xml:1: '' is not a name for <ociLayout>. Write letters, digits and single hyphens, starting with a letter.");
    }

    @Test
    void acceptsSixtyFourCharactersAndRefusesOneMore() {
        assertThat(model().ociLayout("a".repeat(64)).mistakes()).isEmpty();
        assertThat(model().ociLayout("a".repeat(65)).mistakes())
                .singleElement()
                .asString()
                .endsWith("of <ociLayout> has 65 characters. Write one of at most 64.");
    }

    @Test
    void refusesANameThatIsTakenAndNamesBothLines() {
        assertThat(model().containerRegistry("docker", "ghcr.io")
                        .javaApps("api", "worker", "api")
                        .mistakes())
                .containsExactly(
                        "pom.xml:4: The name 'api' of <javaApp> is already used by the <javaApp> at pom.xml:2. Write another name: names are unique in the model, without regard to case.");
    }

    @Test
    void comparesNamesWithoutRegardToCaseAndAcrossKinds() {
        assertThat(model().azureContainerRegistry("shop")
                        .containerApps("Shop", "shop")
                        .mistakes())
                .singleElement()
                .asString()
                .startsWith(
                        "pom.xml:2: The name 'Shop' of <azureContainerApps> is already used by the <azureContainerRegistry> at pom.xml:1.");
    }

    @Test
    void refusesAParameterThatIsDeclaredTwice() {
        assertThat(model().parameter("token", "a").parameter("Token", "b").mistakes())
                .singleElement()
                .asString()
                .startsWith(
                        "pom.xml:2: The name 'Token' of <parameter> is already used by the <parameter> at pom.xml:1.");
    }

    @Test
    void letsAParameterHaveTheNameOfAResource() {
        assertThat(model().parameter("docker", "a")
                        .containerRegistry("docker", "ghcr.io")
                        .mistakes())
                .isEmpty();
    }

    @Test
    void refusesAServiceWithTheNameOfAnImpliedRegistry() {
        assertThat(model().containerApps("env").javaApps("env-acr").mistakes())
                .singleElement()
                .asString()
                .startsWith(
                        "pom.xml:2: The name 'env-acr' of <javaApp> is already used by the <azureContainerRegistry> at pom.xml:1.");
    }
}
