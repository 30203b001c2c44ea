package io.github.aspirejava.app;

import static io.github.aspirejava.TestModels.model;
import static io.github.aspirejava.TestService.javaApp;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.aspirejava.TestModels;
import io.github.aspirejava.TestService;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Covers oracles 46 and 66 to 69: mistakes that Aspire leaves to Docker. */
class ImageRulesTest {
    private static final String SECRET = "Hunter-2!";

    @ParameterizedTest
    @CsvSource({
        "https://ghcr.io, has a scheme. Write ghcr.io.",
        "ghcr.io/, ends with a slash. Write ghcr.io.",
        "ghcr.io/me, has a path. Write the endpoint ghcr.io and the repository me.",
    })
    void refusesAnEndpointAndGivesTheCorrectedOne(String endpoint, String complaint) {
        assertThat(model().containerRegistry("docker", endpoint).mistakes())
                .containsExactly("pom.xml:1: The registry endpoint '%s' %s".formatted(endpoint, complaint));
    }

    @ParameterizedTest
    @ValueSource(strings = {"docker.io", "index.docker.io", "registry-1.docker.io"})
    void refusesAnImageWithoutANamespaceForDockerHub(String endpoint) {
        assertThat(model().containerRegistry("docker", endpoint)
                        .service(javaApp("api").registry("docker"))
                        .mistakes())
                .containsExactly("pom.xml:1: The image of 'api' has no namespace, and Docker Hub takes none without."
                        + " Write your user or organization into <repository> of registry 'docker', such as"
                        + " <repository>acme</repository>.");
    }

    @Test
    void takesANamespaceInTheImageNameForDockerHub() {
        assertThat(model().containerRegistry("docker", "docker.io")
                        .service(javaApp("api").registry("docker").imageName("acme/api"))
                        .mistakes())
                .isEmpty();
    }

    @Test
    void refusesAnEmptyEndpoint() {
        assertThat(model().containerRegistry("docker", "").mistakes())
                .singleElement()
                .asString()
                .startsWith("pom.xml:1: The registry endpoint is empty.");
    }

    @Test
    void refusesARepositoryWithUpperCaseAndGivesTheCorrectedOne() {
        assertThat(model().containerRegistry("docker", "ghcr.io", "CaptainSafia/")
                        .mistakes())
                .singleElement()
                .asString()
                .startsWith("pom.xml:1: 'CaptainSafia/' is not a repository name. Write captainsafia:");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "acme/shop:v1 | has a tag. Write acme/shop, and v1 into the <tags> of the services.",
                "https://ghcr.io/acme/ | has a scheme. Write acme, and ghcr.io into <endpoint>.",
                "https://ghcr.io | has a scheme. Write its host into <endpoint>.",
                "GHCR.io/acme | has a host. Write acme, and GHCR.io into <endpoint>.",
                "other:5000/acme | has a host. Write acme, and other:5000 into <endpoint>.",
            })
    void refusesWhatIsNotOfARepositoryButOfAReference(String repository, String complaint) {
        assertThat(model().containerRegistry("docker", "ghcr.io", repository).mistakes())
                .containsExactly("pom.xml:1: The repository '%s' %s".formatted(repository, complaint));
    }

    @Test
    void takesARepositoryThatStartsWithADomain() {
        assertThat(model().containerRegistry("docker", "gcr.io", "example.com/project")
                        .mistakes())
                .isEmpty();
    }

    @Test
    void advisesTheTagOfAReferenceAsATag() {
        assertThat(pushed(javaApp("api").tags("edict/flyway:4.2.0-9")).mistakes())
                .singleElement()
                .asString()
                .startsWith("pom.xml:2: 'edict/flyway:4.2.0-9' is not a tag. Write 4.2.0-9:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Api", "a b", "ghcr.io/", "ghcr.io/Api"})
    void refusesAnImageName(String name) {
        assertThat(pushed(javaApp("api").imageName(name)).mistakes())
                .singleElement()
                .asString()
                .startsWith("pom.xml:2: ");
    }

    @Test
    void refusesATagAndGivesTheCorrectedOne() {
        assertThat(pushed(javaApp("api").tags("1.0", "1.0/build")).mistakes())
                .singleElement()
                .asString()
                .startsWith("pom.xml:2: '1.0/build' is not a tag. Write 1.0-build:");
    }

    @Test
    void refusesAPrebuiltImageThatIsNoReference() {
        assertThat(model().container("cache", "Redis:7").mistakes()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"eclipse-temurin:17-jre", "scratch", "oci:Base Images:jre"})
    void acceptsABaseImage(String base) {
        assertThat(pushed(javaApp("api").baseImage(base)).mistakes()).isEmpty();
    }

    @Test
    void refusesABaseImageThatIsNoReference() {
        assertThat(pushed(javaApp("api").baseImage("https://docker.io/jre")).mistakes())
                .containsExactly(
                        "pom.xml:2: The image reference 'https://docker.io/jre' has a scheme. Write docker.io/jre.");
    }

    @Test
    void refusesANameThatIsTooLongTogetherWithTheRepository() {
        TestModels model = model().containerRegistry("docker", "ghcr.io", "r".repeat(200))
                .service(javaApp("api").imageName("a".repeat(200)));

        assertThat(model.mistakes())
                .singleElement()
                .asString()
                .contains("has 401 characters. Write one of at most 255");
    }

    @Test
    void refusesTwoServicesThatArePushedToOneName() {
        assertThat(model().containerRegistry("docker", "ghcr.io", "me")
                        .service(javaApp("api").imageName("shop").tags("1", "latest"))
                        .service(javaApp("web").imageName("shop").tags("2", "latest"))
                        .mistakes())
                .containsExactly(
                        "pom.xml:3: Services 'api' and 'web' are both pushed to ghcr.io/me/shop:latest. Give one of them another <imageName>, tag or registry.");
    }

    @Test
    void comparesNamesAcrossRegistriesAtOneHost() {
        assertThat(model().containerRegistry("one", "ghcr.io", "me")
                        .containerRegistry("two", "ghcr.io")
                        .service(javaApp("api").registry("one").imageName("shop"))
                        .service(javaApp("web").registry("two").imageName("me/shop"))
                        .mistakes())
                .hasSize(1);
    }

    @Test
    void comparesNamesInARegistryWhoseHostIsNotKnownYet() {
        assertThat(model().azureContainerRegistry("acr")
                        .service(javaApp("api").imageName("shop"))
                        .service(javaApp("web").imageName("shop"))
                        .mistakes())
                .singleElement()
                .asString()
                .contains("are both pushed to shop:1.0 in registry 'acr'.");
    }

    @Test
    void acceptsOneNameInTwoRegistriesOrAtTwoHosts() {
        assertThat(model().azureContainerRegistry("acr")
                        .ociLayout("bundle")
                        .service(javaApp("one").registry("acr").imageName("shop"))
                        .service(javaApp("two").registry("bundle").imageName("shop"))
                        .service(javaApp("three").registry("acr").imageName("ghcr.io/shop"))
                        .mistakes())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {SECRET, "{token}" + SECRET, "{{token}}"})
    void refusesAPasswordThatIsWrittenInThePomAndDoesNotRepeatIt(String password) {
        List<String> mistakes = model().secretParameter("token", "abc")
                .containerRegistryWithPassword("docker", password)
                .mistakes();

        assertThat(mistakes)
                .containsExactly(
                        "pom.xml:2: The password of registry 'docker' is written in the POM. Declare a secret <parameter> and write <password>{its-name}</password>.");
    }

    @Test
    void acceptsAPasswordMadeOfParameters() {
        assertThat(model().secretParameter("token", SECRET)
                        .containerRegistryWithPassword("docker", "{token}")
                        .mistakes())
                .isEmpty();
    }

    @Test
    void showsNoSecretThatIsNotAValidName() {
        List<String> mistakes = model().secretParameter("secret", SECRET)
                .containerRegistry("docker", "ghcr.io")
                .service(javaApp("api").tags("{secret}"))
                .mistakes();

        assertThat(mistakes)
                .containsExactly(
                        "pom.xml:3: '{secret}' of javaApp 'api' is secret, but readable in its image, in the image's name, or on the command line of a build. Write it without the secret, or take <secret> from the parameter.");
    }

    @Test
    void showsNoSecretOfARepository() {
        List<String> mistakes = model().secretParameter("secret", "hunter2")
                .containerRegistry("docker", "ghcr.io", "{secret}")
                .service(javaApp("api").imageName("shop"))
                .service(javaApp("web").imageName("shop"))
                .mistakes();

        assertThat(mistakes)
                .isNotEmpty()
                .noneSatisfy(mistake -> assertThat(mistake).contains("hunter2"));
    }

    @Test
    void showsNoSecretThatIsTooLongTogetherWithTheRepository() {
        List<String> mistakes = model().secretParameter("secret", "hunter".repeat(40))
                .containerRegistry("docker", "ghcr.io", "captainsafia")
                .service(javaApp("api").imageName("{secret}/api"))
                .mistakes();

        assertThat(mistakes).singleElement().asString().doesNotContain("hunter");
    }

    @Test
    void checksWhatHasAValueOnly() {
        assertThat(model().parameterWithoutValue("endpoint")
                        .containerRegistry("docker", "https://{endpoint}")
                        .service(javaApp("api").tags("{endpoint}+"))
                        .mistakes())
                .as("a plan needs no values")
                .isEmpty();
    }

    private static TestModels pushed(TestService service) {
        return model().containerRegistry("docker", "ghcr.io").service(service);
    }
}
