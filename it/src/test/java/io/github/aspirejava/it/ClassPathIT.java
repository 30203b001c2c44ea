package io.github.aspirejava.it;

import static io.github.aspirejava.it.GraphReactor.dependency;
import static io.github.aspirejava.it.GraphReactor.exclusion;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Dependencies whose class path is not obvious: each case is a module of one reactor. */
class ClassPathIT {
    /** Modules whose list by Maven is on the class path only in part, or lacks the timestamp of a snapshot. */
    private static final Set<String> LISTED_DIFFERENTLY = Set.of("types", "first-time", "second-time");

    static List<MavenInstallation> mavens() {
        return MavenInstallation.all();
    }

    private static Sample reactor() {
        return new GraphReactor()
                .release("starter", "1.0", dependency("context", "1.0", ""))
                .release("context", "1.0", dependency("core", "2.0", ""))
                .release("core", "1.0", dependency("logging", "1.0", ""))
                .release("core", "2.0")
                .release("logging", "1.0")
                .release("checks", "1.0", dependency("core", "1.0", ""), dependency("mocks", "1.0", ""))
                .release("mocks", "1.0")
                .release("all", "1.0", dependency("starter", "1.0", ""))
                .release(
                        "extra",
                        "1.0",
                        dependency("logging", "1.0", "<optional>true</optional>"),
                        dependency("mocks", "1.0", ""))
                .relocation("old", "1.0", "core")
                .snapshot("moving", "1", "20240101.000000-1")
                .snapshot("moving", "1", "20240202.000000-2")
                .gathering("gathering", dependency("extra", "1.0", ""))
                // The nearest core is one for tests; its scope becomes that of the one which is further away.
                .module(
                        "below-test",
                        dependency("starter", "1.0", ""),
                        dependency("checks", "1.0", "<scope>test</scope>"))
                .module(
                        "below-provided",
                        dependency("checks", "1.0", "<scope>provided</scope>"),
                        dependency("starter", "1.0", "<scope>runtime</scope>"))
                .module("gathered", dependency("all", "1.0", "<type>pom</type>"))
                .module("gathered-here", dependency("gathering", "1", "<type>pom</type>"))
                .module(
                        "classifiers",
                        dependency("core", "1.0", "<classifier>windows</classifier>"),
                        dependency("core", "1.0", "<classifier>linux</classifier>"),
                        dependency("core", "2.0", ""))
                .module(
                        "types",
                        dependency("mocks", "1.0", "<type>zip</type>"),
                        dependency("mocks", "1.0", "<type>test-jar</type>"),
                        dependency("mocks", "1.0", "<type>java-source</type>"),
                        dependency("mocks", "1.0", "<type>war</type>"),
                        dependency("logging", "1.0", "<type>ejb</type>"),
                        dependency("core", "2.0", "<type>maven-plugin</type>"))
                .module(
                        "exclusions",
                        dependency("starter", "1.0", exclusion("core")),
                        dependency("extra", "1.0", "<optional>true</optional>" + exclusion("*")))
                .module("relocated", dependency("old", "1.0", exclusion("logging")))
                .module("optional", dependency("extra", "1.0", ""))
                .module("first-time", dependency("moving", "1-20240101.000000-1", ""))
                .module("second-time", dependency("moving", "1-20240202.000000-2", ""))
                .write();
    }

    private static Map<String, List<String>> expected() {
        Map<String, List<String>> expected = new LinkedHashMap<>();
        expected.put("below-test", List.of("starter:jar:1.0", "context:jar:1.0", "core:jar:1.0", "logging:jar:1.0"));
        expected.put(
                "below-provided", List.of("core:jar:1.0", "logging:jar:1.0", "starter:jar:1.0", "context:jar:1.0"));
        expected.put("gathered", List.of("starter:jar:1.0", "context:jar:1.0", "core:jar:2.0"));
        expected.put("gathered-here", List.of("extra:jar:1.0", "mocks:jar:1.0"));
        expected.put(
                "classifiers",
                List.of("core:jar:windows:1.0", "logging:jar:1.0", "core:jar:linux:1.0", "core:jar:2.0"));
        expected.put("types", List.of("mocks:test-jar:tests:1.0", "logging:ejb:1.0", "core:maven-plugin:2.0"));
        expected.put("exclusions", List.of("starter:jar:1.0", "context:jar:1.0", "extra:jar:1.0"));
        expected.put("relocated", List.of("core:jar:1.0"));
        expected.put("optional", List.of("extra:jar:1.0", "mocks:jar:1.0"));
        expected.put("first-time", List.of("moving:jar:1-20240101.000000-1"));
        expected.put("second-time", List.of("moving:jar:1-20240202.000000-2"));
        return expected;
    }

    @ParameterizedTest
    @MethodSource("mavens")
    void isThatOfMaven(MavenInstallation maven) {
        Sample reactor = reactor();

        assertThat(ClassPathsPlugin.run(reactor, maven)).succeeded();

        SoftAssertions softly = new SoftAssertions();
        expected().forEach((module, jars) -> {
            Stream<String> full = jars.stream().map(jar -> GraphReactor.GROUP + ':' + jar);
            softly.assertThat(ClassPathsPlugin.planned(reactor, module))
                    .as(module)
                    .containsExactlyElementsOf(full.toList());
            if (!LISTED_DIFFERENTLY.contains(module)) {
                softly.assertThat(ClassPathsPlugin.collected(reactor, module))
                        .as("%s by dependency:collect", module)
                        .isEqualTo(ClassPathsPlugin.planned(reactor, module));
            }
        });
        softly.assertAll();
    }
}
