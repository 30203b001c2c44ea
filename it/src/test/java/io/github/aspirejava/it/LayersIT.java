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

/**
 * The sample fleet, whose services share libraries and modules, and have them on their class paths in different orders.
 */
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
        // Beside the base image: a library of all, the modules of two, and each one's class path and jar.
        int base = layers("fleet", "api").size() - 4;
        assertThat(sharedLayers("fleet", "api", "worker")).hasSize(base + 2);
        assertThat(sharedLayers("fleet", "api", "billing")).hasSize(base + 1);
    }

    @Test
    void tellsWhoSharesWhatInTheSummary() {
        assertThat(together)
                .prints("1 api, 2 billing, 3 worker")
                .prints(
                        "The services run with 2.5 MB of libraries, and their layers hold 1.0 MB: sharing saves 1.4 MB.");
        assertThat(together.lines())
                .anyMatch(line -> line.matches(".*dependencies +[0-9.]+ kB +1  x x x"))
                .anyMatch(line -> line.matches(".*dependencies +[0-9.]+ kB +2  \\. x \\."))
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
    void runsWithWhatMavenRunsWithWhateverTheScopeAndWhoeverElseIsAService() {
        String gson = "<groupId>com.google.code.gson</groupId><artifactId>gson</artifactId>";
        String jar = "<groupId>com.example.fleet</groupId><artifactId>%s</artifactId><version>1.0.0</version>";
        Sample mixed = Sample.copyOf("fleet")
                // It is a service, too, and has a jar of its tests.
                .replace("worker/pom.xml", "<dependencies>", "<dependencies>" + dependency(jar.formatted("api")))
                .replace(
                        "worker/pom.xml",
                        "</dependencies>",
                        dependency(jar.formatted("first") + "<classifier>tests</classifier>")
                                + dependency(gson + "<optional>true</optional>") + "</dependencies>")
                .replace(
                        "api/pom.xml",
                        "</dependencies>",
                        dependency(gson + "<scope>provided</scope>")
                                + dependency(jar.formatted("billing") + "<scope>test</scope>")
                                + dependency("<groupId>of.this</groupId><artifactId>machine</artifactId>"
                                        + "<version>1</version><scope>system</scope>"
                                        + "<systemPath>${project.basedir}/pom.xml</systemPath>")
                                + "</dependencies>")
                .replace(
                        "first/pom.xml",
                        "</project>",
                        "<build><plugins><plugin><artifactId>maven-jar-plugin</artifactId><executions><execution>"
                                + "<goals><goal>test-jar</goal></goals></execution></executions></plugin></plugins>"
                                + "</build></project>")
                .write("first/src/test/java/com/example/fleet/order/Some.java", "class Some {}");

        BuildResult push = build(mixed, "mixed").run("package", "aspire:push");

        assertThat(push).succeeded();
        assertThat(classpath("mixed", push, "worker"))
                .containsExactly(
                        "app.jar",
                        "libs/api-1.0.0.jar",
                        "libs/second-1.0.0.jar",
                        "libs/first-1.0.0.jar",
                        "libs/commons-lang3-3.20.0.jar",
                        "libs/first-1.0.0-tests.jar",
                        "libs/gson-2.13.2.jar",
                        "libs/error_prone_annotations-2.41.0.jar");
        assertThat(classpath("mixed", push, "api"))
                .containsExactly(
                        "app.jar", "libs/first-1.0.0.jar", "libs/second-1.0.0.jar", "libs/commons-lang3-3.20.0.jar");
        BuildResult alone = build(mixed, "mixed-alone").run("-pl", "worker", "-am", "package", "aspire:push");
        assertThat(alone).succeeded();
        assertThat(alone.digest("worker")).isEqualTo(push.digest("worker"));
    }

    private static String dependency(String elements) {
        return "<dependency>" + elements + "</dependency>";
    }

    private static List<String> classpath(String repository, BuildResult push, String service) {
        return registry.image(repository + "/" + service, push.digest(service)).classpath();
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

        BuildResult push =
                build(broken, "broken").intoBundle().run("-o", "-pl", "api,worker", "-am", "package", "aspire:push");

        assertThat(push).succeeded();
        assertThat(push.lines())
                .filteredOn(line -> line.contains("planned separately"))
                .singleElement()
                .asString()
                .contains("com.example.nowhere:lost");
    }

    @Test
    void saysOfAModuleThatCannotBeRunByItsPomAlone() {
        Sample wrong = Sample.copyOf("fleet")
                .replace("pom.xml", "<name>billing</name>", "<name>billing</name><module>fleet</module>");
        int line = wrong.lineOf("pom.xml", "<module>fleet</module>");

        BuildResult plan = build(wrong, "wrong").run("aspire:plan");

        assertThat(plan)
                .failed()
                .hasOneErrorIn(line, line, List.of("packaging pom, which cannot be run", "Write another <module>."))
                .hasNoStackTrace();
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
