package io.github.aspirejava.maven.pom;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aspirejava.app.InvalidModelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Warnings about properties on Maven's command line that nothing reads. */
class UserPropertiesTest {
    private static final Pattern LITERAL = Pattern.compile("\"(aspire\\.[A-Za-z.]*[A-Za-z])\"");

    private static final String MODEL =
            "<parameters><parameter><name>team</name><value>x</value></parameter></parameters>"
                    + "<registries><containerRegistry><name>docker</name><endpoint>ghcr.io</endpoint><repository>{team}</repository></containerRegistry></registries>";

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "aspire.servces; this plugin has no such property; Write -Daspire.services",
                "aspire.push.skp; this plugin has no such property; Write -Daspire.push.skip",
                "aspire.parameters.taem; there is no parameter 'taem'; Write -Daspire.parameters.team",
                "aspire.registry.dokcer.password; there is no registry 'dokcer'; Write -Daspire.registry.docker.password",
                "aspire.bananas; this plugin has no such property; Remove it, or look it up: mvn aspire:help -Ddetail"
            })
    void areToldWithTheNearest(String property, String why, String fix) throws InvalidModelException {
        assertThat(PomText.of(MODEL).with(property, "secret").warnings())
                .containsExactly("-D%s has no effect: %s. %s.".formatted(property, why, fix));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "aspire.parameters.team",
                "aspire.registry.docker.username",
                "aspire.registry.ghcr.io.password",
                "aspire.registry.localhost:5000.password",
                "aspire.layers.most",
                "aspire.build-images.skip",
                "aspire.azure.subscription",
                "maven.test.skip",
                "aspirin.dose"
            })
    void areNotThoseThatAreRead(String property) throws InvalidModelException {
        assertThat(PomText.of(MODEL).with(property, "true").warnings()).isEmpty();
    }

    @Test
    void areNotTheProjectsOwn() throws InvalidModelException {
        assertThat(PomText.of(MODEL)
                        .with("aspire.version", "1")
                        .withProjectProperty("aspire.version", "0")
                        .warnings())
                .isEmpty();
    }

    @Test
    void areToldIfTheyAreNoFlagsAndShouldBe() throws InvalidModelException {
        assertThat(PomText.of(MODEL)
                        .with("aspire.push.wait", "yes")
                        .with("aspire.load", "TRUE")
                        .warnings())
                .isEqualTo(List.of("-Daspire.push.wait is 'yes', which means false. Write true or false."));
    }

    /** Checks that every property that the sources read is among the known ones. */
    @Test
    void areNoneThatTheSourcesName() throws IOException, InvalidModelException {
        Set<String> named = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                LITERAL.matcher(Files.readString(file))
                        .results()
                        .map(match -> match.group(1).replace("s.NAME", "s.team").replace("y.NAME", "y.docker"))
                        .forEach(named::add);
            }
        }
        PomText pom = PomText.of(MODEL);
        for (String property : named) {
            if (!Set.of("aspire.release", "aspire.layering").contains(property)) {
                pom.with(property, property.endsWith("Registry") || property.contains("Timeout") ? "5" : "true");
            }
        }

        assertThat(named).contains("aspire.push.wait", "aspire.mirrors", "aspire.engine.host", "aspire.dryRun");
        assertThat(pom.with("aspire.parallelism", "5").warnings()).isEmpty();
    }
}
