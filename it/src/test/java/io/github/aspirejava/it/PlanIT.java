package io.github.aspirejava.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The plan of the sample shop, without values of parameters and without a registry. */
class PlanIT {
    private static Sample shop;
    private static JsonNode json;

    @BeforeAll
    static void planOnce() {
        shop = Sample.copyOf("shop");
        plan("json");
        json = shop.json("plan.json");
    }

    private static String plan(String format) {
        BuildResult result = MavenBuild.of(shop)
                .property("aspire.plan.format", format)
                .property("aspire.plan.output", shop.file("plan." + format).toString())
                .run("aspire:plan");
        assertThat(result).succeeded();
        return shop.read("plan." + format);
    }

    @Test
    void isPrintedAsAListUnlessAskedOtherwise() {
        BuildResult result = MavenBuild.of(shop).run("aspire:plan");

        assertThat(result).succeeded();
        for (String step : List.of("build-api", "login-to-registry", "upload-worker", "push-worker")) {
            assertThat(result.lines()).anyMatch(line -> line.contains(step));
        }
    }

    @Test
    void isThatOfTheRunWhichChoosesServicesAndTags() {
        BuildResult worker = MavenBuild.of(shop)
                .property("aspire.services", "worker")
                .property("aspire.tags", "v1,latest")
                .run("aspire:plan");
        BuildResult unknown =
                MavenBuild.of(shop).property("aspire.services", "nope").run("aspire:plan");

        assertThat(worker).succeeded();
        assertThat(worker.lines())
                .anyMatch(line -> line.contains("push-worker"))
                .anyMatch(line -> line.contains("worker:v1"))
                .noneMatch(line -> line.contains("push-api"));
        assertThat(unknown).failed();
        assertThat(unknown.lines())
                .anyMatch(
                        line -> line.contains("There is no service 'nope' for this goal. Write some of api, worker."));
    }

    @ParameterizedTest
    @CsvSource({"list, push-api", "levels, upload-worker", "mermaid, flowchart", "dot, digraph"})
    void isDrawnForPeople(String format, String content) {
        assertThat(plan(format)).contains(content, "push-api", "push-worker");
    }

    @Test
    void isJsonForPrograms() {
        assertThat(json.properties()).extracting(Map.Entry::getKey).containsExactlyInAnyOrder("targets", "steps");
        assertThat(json.path("targets")).extracting(JsonNode::asText).containsExactly("push");
        Map<String, List<String>> edges = new HashMap<>();
        for (JsonNode step : json.path("steps")) {
            assertThat(step.properties())
                    .extracting(Map.Entry::getKey)
                    .contains("name", "kind", "dependsOn", "tags", "description", "level")
                    .isSubsetOf("name", "kind", "resource", "dependsOn", "tags", "description", "level");
            List<String> dependencies = new ArrayList<>();
            step.path("dependsOn").forEach(dependency -> dependencies.add(dependency.asText()));
            assertThat(edges.keySet()).as("what comes before " + step).containsAll(dependencies);
            edges.put(step.path("name").asText(), dependencies);
        }
        assertThat(edges.keySet())
                .containsExactlyInAnyOrder(
                        "process-parameters",
                        "package",
                        "login-to-registry",
                        "build-api",
                        "build-worker",
                        "upload-api",
                        "upload-worker",
                        "push-api",
                        "push-worker",
                        "push");
        assertThat(edges.get("process-parameters")).isEmpty();
        assertThat(edges.get("build-api")).containsExactlyInAnyOrder("process-parameters", "package");
        assertThat(edges.get("login-to-registry")).containsExactly("process-parameters");
        assertThat(edges.get("upload-api")).containsExactlyInAnyOrder("build-api", "login-to-registry");
        assertThat(edges.get("push-api")).containsExactly("upload-api");
        assertThat(edges.get("push")).containsExactlyInAnyOrder("push-api", "push-worker");
    }

    @Test
    void namesTheResourceAndTheTagsOfAPush() {
        assertThat(json.path("steps"))
                .filteredOn(step -> step.path("name").asText().equals("push-api"))
                .singleElement()
                .satisfies(step -> {
                    assertThat(step.path("kind").asText()).isEqualTo("PUSH_IMAGE");
                    assertThat(step.path("resource").asText()).isEqualTo("api");
                    assertThat(step.path("tags")).extracting(JsonNode::asText).containsExactly("push-container-image");
                    assertThat(step.path("description").asText()).isNotBlank();
                });
    }

    @Test
    void readsAModelThatIsOnlyManaged() {
        Sample managed = Sample.copyOf("shop");
        managed.replace("pom.xml", "      </plugins>\n    </pluginManagement>\n    <plugins>\n", "");
        managed.replace("pom.xml", "    </plugins>\n  </build>", "    </plugins></pluginManagement>\n  </build>");

        assertThat(MavenBuild.of(managed).run("aspire:plan")).succeeded().prints("push-worker");
    }
}
