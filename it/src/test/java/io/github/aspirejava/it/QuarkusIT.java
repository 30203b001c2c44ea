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

/** Two Quarkus applications, packaged by Quarkus' own plugin, unchanged. */
@NeedsRegistry
@NeedsSkopeo
class QuarkusIT {
    private static RealRegistry registry;
    private static Sample quarkus;
    private static BuildResult together;

    @BeforeAll
    static void pushTogether() {
        registry = RealRegistry.open();
        quarkus = Sample.copyOf("quarkus");
        together = build(quarkus, "together").run("package", "aspire:push");
        assertThat(together).succeeded();
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

    private static List<String> layers(String repository, String service) {
        JsonNode manifest = Skopeo.manifest("docker://%s/%s/%s:1.0.0".formatted(registry.host(), repository, service));
        return manifest.path("layers").findValuesAsText("digest");
    }

    @NeedsEngine
    @ParameterizedTest
    @CsvSource({"greeter, \"greeter runs on Quarkus\"", "clock, clock runs on Quarkus"})
    void runs(String service, String words) {
        DockerEngine.run(
                        "%s/together/%s:1.0.0".formatted(registry.host(), service),
                        Pattern.compile(Pattern.quote(words)))
                .close();
    }

    @Test
    void sharesTheLibrariesOfBothAndTheirModule() {
        List<String> shared = new ArrayList<>(layers("together", "greeter"));
        shared.retainAll(layers("together", "clock"));

        // The base image, the libraries of both, and their module; the greeter has a library and each has its own
        // output.
        int base = 1;
        assertThat(shared).hasSize(base + 2);
        assertThat(layers("together", "greeter")).hasSize(base + 4);
        assertThat(layers("together", "clock")).hasSize(base + 3);
        assertThat(together).prints("1 clock, 2 greeter").prints("sharing saves");
    }

    static List<MavenInstallation> mavens() {
        return MavenInstallation.all();
    }

    @ParameterizedTest
    @MethodSource("mavens")
    void putsTheLibrariesOfAnApplicationAloneIntoTheLayersOfBoth(MavenInstallation maven) {
        Sample fresh = Sample.copyOf("quarkus");

        BuildResult alone = build(fresh, "alone").with(maven).run("-pl", "clock", "aspire:push");

        assertThat(alone).as(maven.name()).succeeded();
        assertThat(fresh.file("greeter/target")).doesNotExist();
        // The output that Quarkus generates has other bytes each time.
        List<String> expected = layers("together", "clock");
        assertThat(layers("alone", "clock"))
                .hasSameSizeAs(expected)
                .startsWith(expected.subList(0, expected.size() - 1).toArray(String[]::new));
    }

    @Test
    void pushesWhatIsPackagedAlreadyUnderTheSameDigest() {
        BuildResult again =
                build(quarkus, "again").property("aspire.package.skip", "true").run("aspire:push");

        assertThat(again).succeeded();
        assertThat(again.digest("clock")).isEqualTo(together.digest("clock"));
        assertThat(again.digest("greeter")).isEqualTo(together.digest("greeter"));
    }
}
