package io.github.aspirejava.app;

import static io.github.aspirejava.TestModels.model;
import static io.github.aspirejava.TestService.dockerfile;
import static io.github.aspirejava.TestService.javaApp;
import static io.github.aspirejava.TestService.viteApp;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Covers oracles 10 to 12 for references by a user: unknown names, and cycles. */
class ReferenceRulesTest {
    @Test
    void suggestsTheNearestName() {
        assertThat(model().containerRegistry("docker", "ghcr.io")
                        .service(javaApp("api").registry("Dcoker"))
                        .mistakes())
                .containsExactly("pom.xml:2: There is no registry 'Dcoker'. Write docker.");
    }

    @Test
    void listsAllNamesIfNoneIsNear() {
        assertThat(model().ociLayout("bundle")
                        .containerRegistry("docker", "ghcr.io")
                        .service(javaApp("api").registry("somewhere-else"))
                        .mistakes())
                .containsExactly("pom.xml:3: There is no registry 'somewhere-else'. Write one of bundle, docker.");
    }

    @Test
    void saysIfThereIsNothingToName() {
        assertThat(model().ociLayout("bundle")
                        .service(javaApp("api").environment("env"))
                        .mistakes())
                .containsExactly(
                        "pom.xml:2: There is no environment 'env'. Declare it, or remove the reference: the model has no environment.");
    }

    @Test
    void checksTheRegistryOfAnEnvironment() {
        assertThat(model().azureContainerRegistry("acr")
                        .containerApps("env", "arc")
                        .mistakes())
                .containsExactly("pom.xml:2: There is no registry 'arc'. Write acr.");
    }

    @Test
    void checksReferencesToServicesAndFilesFromServices() {
        assertThat(model().ociLayout("bundle")
                        .javaApps("worker")
                        .service(javaApp("api").references("wroker").filesFrom("frontent"))
                        .service(viteApp("frontend"))
                        .mistakes())
                .containsExactlyInAnyOrder(
                        "pom.xml:3: There is no service 'wroker'. Write worker.",
                        "pom.xml:3: There is no service 'frontent'. Write frontend.");
    }

    @Test
    void acceptsFilesFromAPrebuiltImage() {
        assertThat(model().ociLayout("bundle")
                        .container("assets", "nginx:1")
                        .service(javaApp("api").filesFrom("assets"))
                        .mistakes())
                .isEmpty();
    }

    @Test
    void refusesFilesThatGoRoundInACircleAndShowsTheChain() {
        assertThat(model().ociLayout("bundle")
                        .service(javaApp("api").filesFrom("worker"))
                        .service(javaApp("worker").filesFrom("edge"))
                        .service(dockerfile("edge").filesFrom("api"))
                        .mistakes())
                .containsExactly(
                        "pom.xml:4: Services copy files from each other in a cycle: api → worker → edge → api. Remove one of these <file> elements.");
    }

    @Test
    void refusesAServiceThatTakesFilesFromItself() {
        assertThat(model().ociLayout("bundle")
                        .service(javaApp("api").filesFrom("api"))
                        .mistakes())
                .singleElement()
                .asString()
                .contains("in a cycle: api → api.");
    }

    @Test
    void leavesOutWhatOnlyLeadsIntoACircle() {
        assertThat(model().ociLayout("bundle")
                        .service(javaApp("admin").filesFrom("one"))
                        .service(javaApp("one").filesFrom("two"))
                        .service(javaApp("two").filesFrom("one"))
                        .mistakes())
                .singleElement()
                .asString()
                .contains("in a cycle: one → two → one.");
    }

    @Test
    void acceptsFilesThatTwoServicesTakeFromOne() {
        assertThat(model().ociLayout("bundle")
                        .service(viteApp("frontend"))
                        .service(javaApp("api").filesFrom("frontend"))
                        .service(javaApp("admin").filesFrom("frontend").filesFrom("api"))
                        .mistakes())
                .isEmpty();
    }
}
