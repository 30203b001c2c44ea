package io.github.aspirejava.app;

import static io.github.aspirejava.TestModels.model;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PullRulesTest {
    @Test
    void refusesAnImageLayoutForAnEnvironmentInAzure() {
        assertThat(model().ociLayout("bundle")
                        .containerApps("env")
                        .javaApps("api")
                        .mistakes())
                .containsExactly(
                        "pom.xml:3: Service 'api' runs in 'env', which cannot pull from the image layout 'bundle' on disk. Give it the <registry> of an <azureContainerRegistry> or <containerRegistry>.");
    }

    @Test
    void refusesARegistryThatTheEnvironmentHasNoCredentialsFor() {
        assertThat(model().privateContainerRegistry("docker", "ghcr.io")
                        .appService("sites")
                        .javaApps("api", "worker")
                        .mistakes())
                .hasSize(2)
                .first()
                .asString()
                .startsWith(
                        "pom.xml:1: 'sites' runs service 'api', and cannot pull from registry 'docker': the model has no credentials for it. Write <credentials>");
    }

    @Test
    void takesARegistryThatAnybodyMayPullFrom() {
        assertThat(model().containerRegistry("docker", "ghcr.io")
                        .containerApps("env")
                        .javaApps("api")
                        .mistakes())
                .isEmpty();
    }

    @Test
    void takesARegistryWithCredentialsAndCarriesThemForTheEnvironment() {
        AppModel model = model().secretParameter("token", "geheim")
                .containerRegistryWithPassword("docker", "{token}")
                .azureContainerRegistry("acr")
                .containerApps("env", "docker")
                .javaApps("api")
                .build();

        assertThat(model.pulledWithCredentials(model.environments().get(0)))
                .extracting(ContainerRegistry::name)
                .containsExactly("docker");
    }

    @Test
    void hasNothingToSayWithoutAnEnvironment() {
        assertThat(model().privateContainerRegistry("docker", "ghcr.io")
                        .javaApps("api")
                        .mistakes())
                .isEmpty();
    }
}
