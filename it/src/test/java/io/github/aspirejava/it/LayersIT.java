package io.github.aspirejava.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The sample fleet, whose services share libraries and modules, and run with them in different orders. */
@NeedsRegistry
@NeedsSkopeo
class LayersIT {
    private static RealRegistry registry;
    private static Sample fleet;
    private static BuildResult together;
    private static List<RegistryRequest> requests;

    @BeforeAll
    static void pushTogether() {
        registry = RealRegistry.open();
        fleet = Sample.copyOf("fleet");
        together = build(fleet, "fleet").run("package", "aspire:push");
        assertThat(together).succeeded();
        requests = registry.requests();
    }

    @AfterAll
    static void stop() {
        if (registry != null) {
            registry.close();
        }
    }

    private static MavenBuild build(Sample sample, String repository) {
        return MavenBuild.of(sample)
                .property("aspire.parameters.registry-endpoint", registry.host())
                .property("aspire.parameters.registry-repository", repository);
    }

    private static JsonNode layers(String repository, String service) {
        return Skopeo.manifest("docker://%s/%s/%s:1.0.0".formatted(registry.host(), repository, service))
                .path("layers");
    }

    private static List<String> sharedLayers(String repository, String one, String other) {
        List<String> shared = new ArrayList<>(layers(repository, one).findValuesAsText("digest"));
        shared.retainAll(layers(repository, other).findValuesAsText("digest"));
        return shared;
    }

    @Test
    void uploadsWhatServicesShareOnce() {
        assertThat(requests)
                .filteredOn(RegistryRequest::putsBlob)
                .extracting(request -> request.path().replaceFirst(".*digest=", ""))
                .isNotEmpty()
                .doesNotHaveDuplicates();
        // Beside the base image: a library of all, the modules of two, and each one's classes.
        int base = layers("fleet", "api").size() - 3;
        assertThat(sharedLayers("fleet", "api", "worker")).hasSize(base + 2);
        assertThat(sharedLayers("fleet", "api", "billing")).hasSize(base + 1);
    }

    @Test
    void tellsWhoSharesWhatInTheSummary() {
        assertThat(together)
                .prints("1 api, 2 billing, 3 worker")
                .prints(
                        "The services run with 2.4 MB of libraries, and their layers hold 1.0 MB: sharing saves 1.4 MB.");
        assertThat(together.lines())
                .anyMatch(line -> line.matches(".*dependencies +[0-9.]+ kB +1  x x x"))
                .anyMatch(line -> line.matches(".*dependencies +[0-9.]+ kB +1  \\. x \\."))
                .anyMatch(line -> line.matches(".*project dependencies +- +2  x \\. x"));
    }

    @NeedsEngine
    @ParameterizedTest
    @CsvSource({"api, first", "worker, second", "billing, Commons"})
    void keepsTheOrderOfEachClassPath(String service, String found) {
        Pattern line = Pattern.compile(service + " runs with " + found);

        DockerEngine.run("%s/fleet/%s:1.0.0".formatted(registry.host(), service), line)
                .close();
    }

    static List<MavenInstallation> mavens() {
        return MavenInstallation.all();
    }

    @ParameterizedTest
    @MethodSource("mavens")
    void makesTheSameImageOfAServiceAloneAndAmongAll(MavenInstallation maven) {
        Sample fresh = Sample.copyOf("fleet");

        BuildResult alone = build(fresh, "alone").with(maven).run("-pl", "api", "-am", "package", "aspire:push");
        assertThat(alone).as(maven.name()).succeeded();
        assertThat(alone.digest("api")).isEqualTo(together.digest("api"));
        assertThat(fresh.file("billing/target")).doesNotExist();

        BuildResult byGoal = build(fresh, "goal").with(maven).run("-pl", "worker", "aspire:push");
        assertThat(byGoal).as(maven.name()).succeeded();
        assertThat(byGoal.digest("worker")).isEqualTo(together.digest("worker"));

        BuildResult selected = build(fresh, "selected")
                .with(maven)
                .property("aspire.services", "billing")
                .run("package", "aspire:push");
        assertThat(selected).as(maven.name()).succeeded();
        assertThat(selected.digest("billing")).isEqualTo(together.digest("billing"));
    }

    @Test
    void plansServicesOneByOneIfItIsTold() {
        BuildResult push =
                build(fleet, "classic").property("fleet.layering", "service").run("package", "aspire:push");

        assertThat(push).succeeded();
        // One layer for both libraries, of which it shares one otherwise.
        assertThat(layers("classic", "billing"))
                .hasSize(layers("fleet", "billing").size() - 1);
        assertThat(push).doesNotPrint("sharing saves");
    }

    @Test
    void plansAServiceAloneIfTheDependenciesOfAnotherCannotBeFoundAndSaysSoOnce() {
        Sample broken = Sample.copyOf("fleet")
                .replace(
                        "billing/pom.xml",
                        "<dependencies>",
                        "<dependencies><dependency><groupId>com.example.nowhere</groupId>"
                                + "<artifactId>lost</artifactId><version>1.0</version></dependency>");

        BuildResult push = build(broken, "broken").run("-o", "-pl", "api,worker", "-am", "package", "aspire:push");

        assertThat(push).succeeded();
        assertThat(push.lines())
                .filteredOn(line -> line.contains("planned alone"))
                .singleElement()
                .asString()
                .contains("com.example.nowhere:lost");
    }

    @Test
    void showsThePlanOfTheLayersWithoutPushing() {
        BuildResult plan = MavenBuild.of(Sample.copyOf("fleet"))
                .property("aspire.plan.format", "layers")
                .run("aspire:plan");

        assertThat(plan).succeeded().prints("Layers of libraries").prints("1 api, 2 billing, 3 worker");
    }

    @ParameterizedTest
    @CsvSource({"aspire.layers.most, 4", "aspire.layers.most, many", "aspire.layers.small, -1"})
    void refusesLimitsThatCannotBe(String property, String value) {
        BuildResult push = build(fleet, "refused").property(property, value).run("package", "aspire:push");

        assertThat(push)
                .failed()
                .hasErrorWith(List.of(property, "'" + value + "'", "Write a whole number from"))
                .hasNoStackTrace();
    }
}
