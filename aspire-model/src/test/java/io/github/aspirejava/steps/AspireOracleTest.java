package io.github.aspirejava.steps;

import static io.github.aspirejava.TestModels.model;
import static io.github.aspirejava.TestService.dockerfile;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.aspirejava.TestModels;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Compares the graphs of the same model here and in Aspire: for each pair of steps that both have, whether one waits
 * for the other, directly or indirectly. Every difference has a test here that documents it.
 *
 * <p>Covers oracles 41, 54, 90 and 96. In Aspire a project's image is built by the container runtime, so that the
 * services here are built from Dockerfiles.
 */
class AspireOracleTest {
    private static final TestModels CONTAINER_APPS =
            model().containerApps("env").service(dockerfile("api")).service(dockerfile("worker"));
    private static final TestModels REGISTRY_ONLY = model().containerRegistry("docker", "ghcr.io")
            .service(dockerfile("api"))
            .service(dockerfile("worker"));

    /** Steps of Aspire without a task of their own, and those without a counterpart here. */
    private static final Set<String> NOT_OURS = Set.of(
            "azure-prepare-resources",
            "before-start",
            "build-prereq",
            "deploy-api",
            "deploy-prereq",
            "deploy-worker",
            "destroy",
            "destroy-azure-azure-environment",
            "destroy-prereq",
            "diagnostics",
            "prepare-azure-container-apps-env",
            "print-api-summary",
            "print-dashboard-url-env",
            "print-worker-summary",
            "provision-azure-bicep-resources",
            "publish-azure-environment",
            // Aspire generates the end of this name at random for each graph; the recorded graph has this one.
            "publish-azureXXXXX",
            "publish-manifest",
            "publish-prereq",
            "push-prereq",
            "validate-azure-container-apps",
            "validate-build-only-container-references",
            "validate-compute-environments");

    @Test
    void hasAllOfAspiresStepsThatDoSomethingForContainerApps() throws IOException {
        Set<String> missing = new TreeSet<>(aspire("container-apps").names());
        missing.removeAll(Edges.of(CONTAINER_APPS.plan()).names());

        assertThat(NOT_OURS).containsAll(missing);
    }

    @Test
    void addsStepsForUploadsPullRightsAndTheEnvironmentsParts() throws IOException {
        Set<String> added = new TreeSet<>(Edges.of(CONTAINER_APPS.plan()).names());
        added.removeAll(aspire("container-apps").names());

        assertThat(added)
                .containsExactly(
                        "provision",
                        "provision-env-dashboard",
                        "provision-env-identity",
                        "provision-env-logs",
                        "provision-env-pull",
                        "publish-azure",
                        "upload-api",
                        "upload-worker");
    }

    @Test
    void waitsForTheSameAsAspireForContainerApps() throws IOException {
        Edges ours = Edges.of(CONTAINER_APPS.plan());
        Edges theirs = aspire("container-apps");
        SortedSet<String> both = common(ours, theirs);
        Map<String, SortedSet<String>> expected = theirs.closureOf(both);
        requireNonNull(expected.get("provision-env"))
                .remove("provision-env-acr"); // anEnvironmentDoesNotWaitForItsRegistry
        requireNonNull(expected.get("check-container-runtime"))
                .add("process-parameters"); // theEngineIsLookedForWhenParametersAreKnown

        assertThat(both).hasSize(17).contains("push", "push-api", "deploy", "publish", "build-worker", "provision-env");
        assertThat(ours.closureOf(both)).isEqualTo(expected);
    }

    @Test
    void waitsForTheSameAsAspire131ForContainerApps() throws IOException {
        Edges ours = Edges.of(CONTAINER_APPS.plan());
        Edges theirs = aspire("13.1-container-apps");
        SortedSet<String> both = common(ours, theirs);
        Map<String, SortedSet<String>> expected = theirs.closureOf(both);
        requireNonNull(expected.get("provision-env"))
                .remove("provision-env-acr"); // anEnvironmentDoesNotWaitForItsRegistry

        assertThat(both).hasSize(16).doesNotContain("check-container-runtime");
        assertThat(NOT_OURS).containsAll(without(theirs.names(), both));
        assertThat(ours.closureOf(both)).isEqualTo(expected);
    }

    @Test
    void anEnvironmentDoesNotWaitForItsRegistry() throws IOException {
        assertThat(aspire("container-apps").before("provision-env")).contains("provision-env-acr");

        Edges ours = Edges.of(CONTAINER_APPS.plan());
        assertThat(ours.allBefore("provision-env", ours.names())).doesNotContain("provision-env-acr");
        assertThat(ours.before("provision-env-pull"))
                .as("the right to pull is a step of its own")
                .containsExactly("provision-env-acr", "provision-env-identity");
    }

    @Test
    void theEngineIsLookedForWhenParametersAreKnown() throws IOException {
        assertThat(aspire("container-apps").before("check-container-runtime")).isEmpty();

        assertThat(CONTAINER_APPS.plan().step("check-container-runtime").dependsOn())
                .containsExactly("process-parameters");
    }

    @Test
    void waitsForTheSameAsAspireForARegistryAlone() throws IOException {
        Edges ours = Edges.of(REGISTRY_ONLY.plan());
        Edges theirs = aspire("registry-only");
        SortedSet<String> both = common(ours, theirs);
        Map<String, SortedSet<String>> expected = theirs.closureOf(both);
        requireNonNull(expected.get("check-container-runtime"))
                .add("process-parameters"); // theEngineIsLookedForWhenParametersAreKnown

        assertThat(NOT_OURS).containsAll(without(theirs.names(), both));
        assertThat(without(ours.names(), both))
                .containsExactly("login-to-docker", "provision", "upload-api", "upload-worker");
        assertThat(ours.closureOf(both)).isEqualTo(expected);
    }

    @Test
    void aRegistryOfAnyKindIsLoggedInToBeforeItIsPushedTo() throws IOException {
        Edges theirs = aspire("registry-only");
        assertThat(theirs.allBefore("push-api", theirs.names())).noneMatch(step -> step.startsWith("login-"));

        Edges ours = Edges.of(REGISTRY_ONLY.plan());
        assertThat(ours.allBefore("push-api", ours.names())).contains("login-to-docker");
    }

    @Test
    void aPushReachesItsOwnRegistryAndNeitherAnEnvironmentNorAnotherRegistry() throws IOException {
        assertThat(aspire("container-apps").before("push-prereq"))
                .as("the barrier of Aspire, which every push and every login goes through")
                .containsExactly("login-to-acr-env-acr");

        Edges ours = Edges.of(model().azureContainerRegistry("acr")
                .azureContainerRegistry("acr2")
                .containerRegistry("docker", "ghcr.io")
                .containerApps("env", "acr")
                .service(dockerfile("api"))
                .service(dockerfile("worker").registry("acr2"))
                .service(dockerfile("web").registry("docker"))
                .plan());
        assertThat(ours.allBefore("push-api", ours.names()))
                .containsExactlyInAnyOrder(
                        "process-parameters",
                        "check-container-runtime",
                        "validate-azure-login",
                        "create-provisioning-context",
                        "provision-acr",
                        "login-to-acr-acr",
                        "build-api",
                        "upload-api");
        assertThat(ours.allBefore("push-worker", ours.names()))
                .contains("login-to-acr-acr2")
                .doesNotContain("provision-acr", "provision-env", "login-to-docker");
        assertThat(ours.allBefore("push-web", ours.names()))
                .containsExactlyInAnyOrder(
                        "process-parameters", "check-container-runtime", "login-to-docker", "build-web", "upload-web");
    }

    @Test
    void pushingNeverWaitsForAnEnvironmentWhichAspirePromisesToo() throws IOException {
        Edges theirs = aspire("container-apps");

        assertThat(theirs.allBefore("push", theirs.names())).doesNotContain("provision-env");
        assertThat(CONTAINER_APPS.plan().closure(Set.of("push")).steps())
                .extracting(Step::name)
                .noneMatch(step -> step.startsWith("provision-env") && !step.equals("provision-env-acr"));
    }

    private static SortedSet<String> common(Edges ours, Edges theirs) {
        SortedSet<String> both = new TreeSet<>(ours.names());
        both.retainAll(theirs.names());
        return both;
    }

    private static SortedSet<String> without(Set<String> names, Set<String> others) {
        SortedSet<String> rest = new TreeSet<>(names);
        rest.removeAll(others);
        return rest;
    }

    private static Edges aspire(String model) throws IOException {
        try (InputStream text = AspireOracleTest.class.getResourceAsStream("aspire-" + model + ".txt")) {
            if (text == null) {
                throw new AssertionError("There is no table for " + model);
            }
            return Edges.parse(new String(text.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
