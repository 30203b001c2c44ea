package io.github.aspirejava.app;

import static io.github.aspirejava.TestModels.model;
import static io.github.aspirejava.TestService.javaApp;
import static io.github.aspirejava.TestService.viteApp;
import static io.github.aspirejava.TestService.viteAppWithServer;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.aspirejava.TestModels;
import io.github.aspirejava.TestService;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Covers oracles 38, 49, 50, 55 to 58, and the defaults of 92 and 96. */
class RegistrySelectionTest {
    @Test
    void takesTheOnlyRegistry() {
        AppModel model = model().containerRegistry("docker", "ghcr.io")
                .javaApps("api", "worker")
                .build();

        assertThat(registryOf(model, "api")).contains("docker");
        assertThat(registryOf(model, "worker")).contains("docker");
    }

    @Test
    void takesTheOnlyRegistryAlsoIfItIsAnAzureOneOrALayout() {
        assertThat(registryOf(
                        model().azureContainerRegistry("acr").javaApps("api").build(), "api"))
                .contains("acr");
        assertThat(registryOf(model().ociLayout("bundle").javaApps("api").build(), "api"))
                .contains("bundle");
    }

    @Test
    void takesTheServicesOwnRegistryFromSeveral() {
        AppModel model = model().azureContainerRegistry("acr")
                .containerRegistry("docker", "ghcr.io")
                .service(javaApp("api").registry("acr"))
                .service(javaApp("worker").registry("docker"))
                .build();

        assertThat(registryOf(model, "api")).contains("acr");
        assertThat(registryOf(model, "worker")).contains("docker");
    }

    @Test
    void prefersTheServicesOwnRegistryToItsEnvironments() {
        AppModel model = model().azureContainerRegistry("acr")
                .containerRegistry("docker", "ghcr.io")
                .containerApps("env", "acr")
                .service(javaApp("api").registry("docker"))
                .build();

        assertThat(registryOf(model, "api")).contains("docker");
    }

    @Test
    void takesTheEnvironmentsRegistryFromSeveral() {
        AppModel model =
                twoRegistries().containerApps("env", "acr").javaApps("api").build();

        assertThat(registryOf(model, "api")).contains("acr");
    }

    @Test
    void takesTheOnlyRegistryEvenIfTheEnvironmentIsInAzure() {
        AppModel model = model().containerRegistry("docker", "ghcr.io")
                .containerApps("env")
                .javaApps("api")
                .build();

        assertThat(registryOf(model, "api"))
                .as("in Aspire the environment's default registry wins and this one is ignored")
                .contains("docker");
        assertThat(model.registries()).extracting(Registry::name).containsExactly("docker");
    }

    @Test
    void impliesARegistryForAnAzureEnvironmentIfTheModelHasNone() {
        AppModel model = model().containerApps("env").javaApps("api", "worker").build();

        assertThat(registryOf(model, "api")).contains("env-acr");
        assertThat(registryOf(model, "worker")).contains("env-acr");
        assertThat(model.registries()).singleElement().satisfies(registry -> {
            assertThat(registry).isInstanceOf(AzureContainerRegistry.class);
            assertThat(((AzureContainerRegistry) registry).implied()).isTrue();
            assertThat(registry.origin()).as("that of the environment").isEqualTo(new Origin("pom.xml", 1));
        });
    }

    @Test
    void impliesARegistryForEachEnvironmentThatNeedsOne() {
        AppModel model = model().containerApps("env")
                .appService("sites")
                .containerApps("unused")
                .service(javaApp("api").environment("env"))
                .service(javaApp("web").environment("sites"))
                .build();

        assertThat(registryOf(model, "api")).contains("env-acr");
        assertThat(registryOf(model, "web")).contains("sites-acr");
        assertThat(model.registries()).extracting(Registry::name).containsExactly("env-acr", "sites-acr");
    }

    @Test
    void impliesNoRegistryIfNothingIsPushed() {
        assertThat(model().containerApps("env")
                        .container("cache", "redis:7")
                        .build()
                        .registries())
                .isEmpty();
    }

    @Test
    void refusesToChooseFromSeveralRegistriesAndNamesThem() {
        assertThat(twoRegistries().javaApps("api").mistakes())
                .containsExactly(
                        "pom.xml:3: Service 'api' has no <registry> and the model has several: acr, docker. Add <registry>acr</registry> to it.");
    }

    @Test
    void refusesAServiceWithoutAnyRegistryAndSaysWhatToAdd() {
        assertThat(model().javaApps("api").mistakes())
                .containsExactly(
                        "pom.xml:1: Service 'api' has no registry to push to. Add to the configuration: <registries><containerRegistry><name>docker</name><endpoint>ghcr.io</endpoint></containerRegistry></registries>.");
    }

    @Test
    void refusesEveryServiceWithoutARegistryAndNotOnlyTheFirst() {
        assertThat(twoRegistries().javaApps("api", "worker").mistakes())
                .hasSize(2)
                .anyMatch(mistake -> mistake.contains("'api'"))
                .anyMatch(mistake -> mistake.contains("'worker'"));
    }

    @Test
    void needsNoRegistryForAPrebuiltContainer() {
        assertThat(model().container("cache", "redis:7").mistakes()).isEmpty();
    }

    @Test
    void needsNoRegistryForAFrontEndWithoutAServer() {
        AppModel model = model().service(viteApp("frontend")).build();

        assertThat(registryOf(model, "frontend")).isEmpty();
    }

    @Test
    void needsARegistryForAFrontEndWithAServer() {
        assertThat(model().service(viteAppWithServer("frontend")).mistakes()).hasSize(1);
    }

    @Test
    void runsServicesInTheOnlyEnvironment() {
        AppModel model = model().containerApps("env").javaApps("api").build();

        assertThat(environmentOf(model, "api")).contains("env");
    }

    @Test
    void runsAServiceInTheEnvironmentItNames() {
        AppModel model =
                twoEnvironments().service(javaApp("api").environment("sites")).build();

        assertThat(environmentOf(model, "api")).contains("sites");
    }

    @Test
    void refusesToChooseFromSeveralEnvironmentsAndReportsNothingThatFollowsFromIt() {
        assertThat(twoEnvironments()
                        .javaApps("api")
                        .container("cache", "redis:7")
                        .mistakes())
                .containsExactly(
                        "pom.xml:3: Service 'api' has no <environment> and the model has several: env, sites. Add <environment>env</environment> to it.",
                        "pom.xml:4: Service 'cache' has no <environment> and the model has several: env, sites. Add <environment>env</environment> to it.");
    }

    @Test
    void reportsOnlyTheUnknownEnvironmentOfAService() {
        assertThat(twoEnvironments().service(javaApp("api").environment("site")).mistakes())
                .containsExactly("pom.xml:3: There is no environment 'site'. Write sites.");
    }

    @Test
    void needsNoEnvironmentForAFrontEndThatOnlyGivesItsFiles() {
        TestModels model = twoEnvironments()
                .service(viteApp("frontend"))
                .service(javaApp("api").environment("env").filesFrom("frontend"));

        assertThat(model.mistakes()).isEmpty();
    }

    @Test
    void refusesAnUnknownRegistryAndReportsNothingThatFollowsFromIt() {
        assertThat(twoRegistries()
                        .service(TestService.dockerfile("edge").registry("dockr"))
                        .mistakes())
                .containsExactly("pom.xml:3: There is no registry 'dockr'. Write docker.");
    }

    private static TestModels twoRegistries() {
        return model().azureContainerRegistry("acr").containerRegistry("docker", "ghcr.io");
    }

    private static TestModels twoEnvironments() {
        return model().containerApps("env").appService("sites");
    }

    private static Optional<String> registryOf(AppModel model, String service) {
        return model.registryOf((BuiltService) model.resource(service).orElseThrow())
                .map(Registry::name);
    }

    private static Optional<String> environmentOf(AppModel model, String service) {
        return model.environmentOf((Service) model.resource(service).orElseThrow())
                .map(Environment::name);
    }
}
