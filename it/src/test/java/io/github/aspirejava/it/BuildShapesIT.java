package io.github.aspirejava.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every shape of a build with every Maven, or with the oldest in an ordinary run. The results are a table in
 * {@code it/target/build-shapes.md}.
 */
class BuildShapesIT {
    private static final Map<String, String> RESULTS = new ConcurrentHashMap<>();

    static Stream<Arguments> builds() {
        return BuildShape.all().stream().flatMap(shape -> mavens(shape).map(maven -> Arguments.of(shape, maven)));
    }

    private static Stream<MavenVariant> mavens(BuildShape shape) {
        List<MavenInstallation> able = MavenInstallation.all()
                .subList(shape.since(), MavenInstallation.all().size());
        // With threads, other tests build the same reactors.
        Stream<MavenVariant> variants = MavenVariant.all().stream()
                .filter(variant ->
                        able.contains(variant.maven()) && variant.arguments().isEmpty());
        return Workspace.inFull() ? variants : variants.limit(1);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("builds")
    void pushesItsServicesAndNoOthers(BuildShape shape, MavenVariant maven) {
        String key = "| %s | %s |".formatted(shape, maven);
        RESULTS.put(key, "**fails**");
        Sample sample = shape.sample();
        MavenBuild build = MavenBuild.of(sample).with(maven.maven());
        if (!shape.before().isEmpty()) {
            assertThat(build.run(maven.with(shape.before().toArray(String[]::new))))
                    .succeeded();
            sample.write("target/aspire/images.json", "{}");
        }

        BuildResult result = build.run(maven.with(shape.arguments().toArray(String[]::new)));

        assertThat(result).succeeded();
        List<String> pushed = pushed(sample);
        assertThat(pushed).containsExactlyInAnyOrderElementsOf(shape.pushed());
        RESULTS.put(key, pushed.isEmpty() ? "nothing" : String.join(", ", pushed));
    }

    private static List<String> pushed(Sample sample) {
        return Files.exists(sample.file("target/aspire/images.json"))
                ? sample.json("target/aspire/images.json").path("images").findValuesAsText("service").stream()
                        .sorted()
                        .toList()
                : List.of();
    }

    @AfterAll
    static void write() throws IOException {
        List<String> lines = new ArrayList<>(List.of("| build | Maven | pushed |", "|---|---|---|"));
        new TreeMap<>(RESULTS).forEach((build, pushed) -> lines.add("%s %s |".formatted(build, pushed)));
        Files.write(Workspace.target("build-shapes.md"), lines);
    }
}
