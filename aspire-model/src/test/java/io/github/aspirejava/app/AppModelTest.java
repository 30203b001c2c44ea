package io.github.aspirejava.app;

import static io.github.aspirejava.TestModels.model;
import static io.github.aspirejava.TestService.javaApp;
import static io.github.aspirejava.TestService.viteApp;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.aspirejava.image.ImageReference;
import io.github.aspirejava.image.Tag;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Covers oracles 45, 48 and 65: endpoints, repositories and names with and without parameters. */
class AppModelTest {
    @Test
    void reportsAllMistakesAtOnceInTheOrderOfTheirLines() {
        assertThat(model().containerRegistry("docker", "https://ghcr.io")
                        .containerRegistry("bad_name", "ghcr.io")
                        .service(javaApp("api").tags("a b"))
                        .service(javaApp("api").registry("dockr"))
                        .service(javaApp("worker").registry("docker").baseImage("{jre}"))
                        .mistakes())
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("pom.xml:1: ").contains("has a scheme"),
                        second -> assertThat(second).startsWith("pom.xml:2: ").contains("'bad_name'"),
                        third -> assertThat(third).startsWith("pom.xml:3: ").contains("has no <registry>"),
                        fourth -> assertThat(fourth).startsWith("pom.xml:3: ").contains("'a b' is not a tag"),
                        fifth -> assertThat(fifth).startsWith("pom.xml:4: ").contains("no registry 'dockr'"),
                        sixth -> assertThat(sixth).startsWith("pom.xml:4: ").contains("already used by"),
                        seventh -> assertThat(seventh).startsWith("pom.xml:5: ").contains("no parameter 'jre'"));
    }

    @Test
    void namesImagesAfterTheirServicesInLowerCase() {
        AppModel model = model().containerRegistry("docker", "docker.io", "captainsafia")
                .javaApps("ShopApi")
                .build();

        assertThat(references(model, "ShopApi")).containsExactly("docker.io/captainsafia/shopapi:1.0");
    }

    @Test
    void hasAReferenceForEachTagOnce() {
        AppModel model = model().containerRegistry("docker", "ghcr.io")
                .service(javaApp("api").tags("1.0", "latest", "1.0"))
                .build();

        assertThat(references(model, "api")).containsExactly("ghcr.io/api:1.0", "ghcr.io/api:latest");
    }

    @Test
    void resolvesParametersInEndpointRepositoryNameAndTag() {
        AppModel model = model().parameter("endpoint", "ghcr.io")
                .parameter("owner", "captainsafia")
                .parameter("version", "2")
                .containerRegistry("docker", "{endpoint}", "{owner}/shop")
                .service(javaApp("api").imageName("{owner}-api").tags("v{version}"))
                .build();

        assertThat(references(model, "api")).containsExactly("ghcr.io/captainsafia/shop/captainsafia-api:v2");
    }

    @Test
    void hasNoReferencesAsLongAsAParameterHasNoValue() {
        AppModel model = model().parameterWithoutValue("owner")
                .containerRegistry("docker", "ghcr.io", "{owner}")
                .javaApps("api")
                .build();

        assertThat(references(model, "api")).isEmpty();
    }

    @Test
    void hasNoReferencesInARegistryWithoutAKnownHost() {
        AppModel model = model().azureContainerRegistry("acr").javaApps("api").build();

        assertThat(references(model, "api")).isEmpty();
        assertThat(model.tags(built(model, "api"))).containsExactly(new Tag("1.0"));
        assertThat(model.imageName(built(model, "api"))).contains(ImageName.parse("api"));
    }

    @Test
    void findsResourcesByTheirNames() {
        AppModel model = model().containerApps("env").javaApps("api").build();

        assertThat(model.resource("env")).get().isInstanceOf(Environment.class);
        assertThat(model.resource("env-acr")).get().isInstanceOf(Registry.class);
        assertThat(model.resource("api")).get().isInstanceOf(JavaApp.class);
        assertThat(model.resource("API")).isEmpty();
    }

    @Test
    void listsTheMissingParametersOfTheGivenResourcesOnly() {
        AppModel model = model().parameterWithoutValue("unused")
                .parameterWithoutValue("endpoint")
                .parameterWithoutValue("version")
                .parameter("known", "1")
                .containerRegistry("docker", "{endpoint}")
                .service(javaApp("api").tags("{version}", "{known}"))
                .build();

        assertThat(missing(model, "api")).containsExactly("version");
        assertThat(missing(model, "docker", "api")).containsExactly("endpoint", "version");
        assertThat(missing(model)).isEmpty();
    }

    @Test
    void looksForMissingParametersInFilesToo() {
        AppModel model = model().parameterWithoutValue("directory")
                .ociLayout("bundle")
                .service(viteApp("frontend"))
                .service(javaApp("api").filesFrom("frontend").filesTo("/app/{directory}"))
                .build();

        assertThat(missing(model, "api")).containsExactly("directory");
    }

    @Test
    void looksForMissingParametersInTheAzureSettingsIfSomethingIsInAzure() {
        AppModel model = model().parameterWithoutValue("subscription")
                .subscription("{subscription}")
                .azureContainerRegistry("acr")
                .ociLayout("bundle")
                .build();

        assertThat(missing(model, "bundle")).isEmpty();
        assertThat(missing(model, "acr")).containsExactly("subscription");
    }

    @Test
    void isNotChangedByItsReaders() {
        AppModel model = model().ociLayout("bundle").javaApps("api").build();

        assertThat(List.of(model.parameters(), model.registries(), model.environments(), model.services()))
                .allSatisfy(list -> assertThat(list).isUnmodifiable());
    }

    private static List<String> missing(AppModel model, String... resources) {
        return model.missingParameters(List.of(resources)).stream()
                .map(Parameter::name)
                .toList();
    }

    private static List<String> references(AppModel model, String service) {
        return model.references(built(model, service)).stream()
                .map(ImageReference::toString)
                .toList();
    }

    private static BuiltService built(AppModel model, String service) {
        return (BuiltService) model.resource(service).orElseThrow();
    }
}
