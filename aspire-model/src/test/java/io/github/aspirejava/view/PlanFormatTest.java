package io.github.aspirejava.view;

import static io.github.aspirejava.TestModels.model;
import static io.github.aspirejava.TestService.dockerfile;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.aspirejava.steps.Step;
import io.github.aspirejava.steps.StepGraph;
import io.github.aspirejava.steps.StepKind;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Covers oracle 44: a plan is printed and nothing is run; and the formats of Aspire's list and simulation. */
class PlanFormatTest {
    private static final StepGraph GRAPH = model().containerRegistry("docker", "ghcr.io")
            .javaApps("api")
            .service(dockerfile("edge"))
            .plan()
            .closure(List.of("push"));

    @Test
    void isFoundByItsNameInAnyCase() {
        assertThat(PlanFormat.find("json")).contains(PlanFormat.JSON);
        assertThat(PlanFormat.find("Mermaid")).contains(PlanFormat.MERMAID);
        assertThat(PlanFormat.find("yaml")).isEmpty();
        assertThat(PlanFormat.names()).containsExactly("list", "levels", "json", "mermaid", "dot");
    }

    @ParameterizedTest
    @EnumSource
    void namesEveryStepAndEndsWithALineEnd(PlanFormat format) {
        String text = format.render(GRAPH, List.of("push"));

        assertThat(text).endsWith("\n").doesNotContain("\r");
        assertThat(GRAPH.steps()).allSatisfy(step -> assertThat(text).contains(step.name()));
    }

    @ParameterizedTest
    @EnumSource
    void showsAnEmptyPlan(PlanFormat format) {
        assertThat(format.render(StepGraph.of(List.of()), List.of())).doesNotContain("null");
    }

    @Test
    void showsLevelsLikeAspiresSimulation() {
        assertThat(PlanFormat.LEVELS.render(GRAPH, List.of("push"))).isEqualTo("""
                        [0] process-parameters
                        [1] build-api | check-container-runtime | login-to-docker (parallel)
                        [2] build-edge | upload-api (parallel)
                        [3] push-api | upload-edge (parallel)
                        [4] push-edge
                        [5] push
                        """);
    }

    @Test
    void listsWhatEachStepWaitsFor() {
        assertThat(PlanFormat.LIST.render(GRAPH.closure(List.of("push-api")), List.of("push-api")))
                .isEqualTo("""
                        5 steps for push-api

                         1. process-parameters  Check that every parameter has a value
                         2. build-api           Build the image of api
                                 waits for      process-parameters
                                 tags           build-compute
                         3. login-to-docker     Log in to docker
                                 waits for      process-parameters
                         4. upload-api          Upload the blobs of api to docker
                                 waits for      build-api, login-to-docker
                         5. push-api            Push the manifest and tags of api to docker: ghcr.io/api:1.0
                                 waits for      upload-api
                                 tags           push-container-image
                        """);
    }

    @Test
    void wrapsLongLists() {
        String[] names = IntStream.range(0, 60).mapToObj(i -> "service-" + i).toArray(String[]::new);
        String text = PlanFormat.LIST.render(
                model().ociLayout("bundle").javaApps(names).plan(), List.of("push"));

        assertThat(text.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
        assertThat(text).contains("push-service-0,").contains("push-service-59");
    }

    @Test
    void writesJsonAsOtherToolsReadIt() {
        StepGraph graph = StepGraph.of(List.of(
                Step.of("process-parameters", StepKind.PROCESS_PARAMETERS, Set.of(), "Check \"all\""),
                Step.of(
                        "push-api",
                        StepKind.PUSH_IMAGE,
                        "api",
                        Set.of("process-parameters"),
                        "Push the manifest of api")));

        assertThat(PlanFormat.JSON.render(graph, List.of("push-api"))).isEqualTo("""
                        {
                          "targets": ["push-api"],
                          "steps": [
                            {
                              "name": "process-parameters",
                              "kind": "PROCESS_PARAMETERS",
                              "dependsOn": [],
                              "tags": [],
                              "description": "Check \\"all\\"",
                              "level": 0
                            },
                            {
                              "name": "push-api",
                              "kind": "PUSH_IMAGE",
                              "resource": "api",
                              "dependsOn": ["process-parameters"],
                              "tags": ["push-container-image"],
                              "description": "Push the manifest of api",
                              "level": 1
                            }
                          ]
                        }
                        """);
    }

    @Test
    void drawsAMermaidFlowchart() {
        assertThat(PlanFormat.MERMAID.render(small(), List.of("push"))).isEqualTo("""
                        flowchart LR
                          s0["build-#quot;x#quot;"]
                          s1(["push"])
                          s0 --> s1
                          classDef target stroke-width:3px
                          class s1 target
                        """);
    }

    @Test
    void drawsAGraphForGraphviz() {
        assertThat(PlanFormat.DOT.render(small(), List.of("push"))).isEqualTo("""
                        digraph plan {
                          rankdir=LR;
                          node [shape=box];
                          "build-\\"x\\"" [tooltip="a \\\\ b"];
                          "push" [tooltip="All", shape=ellipse, style=bold];
                          "build-\\"x\\"" -> "push";
                        }
                        """);
    }

    private static StepGraph small() {
        return StepGraph.of(List.of(
                Step.of("build-\"x\"", StepKind.BUILD_JAVA_APP, Set.of(), "a \\ b"),
                Step.of("push", StepKind.AGGREGATE, Set.of("build-\"x\""), "All")));
    }
}
