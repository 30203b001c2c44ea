package io.github.aspirejava.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The dependencies that public projects declare. A seed distributes them over ten reactors, in which each set of them
 * is a module. A full run builds all reactors, any other run the first one; {@code -Daspire.it.seed=N} selects another
 * one.
 */
class CorpusIT {
    private static final int SEED = Integer.getInteger("aspire.it.seed", 1);

    static Stream<Arguments> reactors() {
        List<CorpusSet> sets = new ArrayList<>(CorpusSet.all());
        Collections.shuffle(sets, new Random(SEED));
        return IntStream.range(0, Workspace.inFull() ? 10 : 1)
                .mapToObj(tenth -> IntStream.range(0, sets.size())
                        .filter(index -> index % 10 == tenth)
                        .mapToObj(sets::get)
                        .toList())
                .flatMap(tenth -> MavenInstallation.all().stream().map(maven -> Arguments.of(tenth, maven)));
    }

    private static Sample reactor(List<CorpusSet> sets) {
        Sample reactor = new Sample("corpus", Workspace.newDirectory("corpus"));
        reactor.write(".mvn/maven.config", "");
        reactor.write("pom.xml", """
                <project>
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>com.example.corpus</groupId><artifactId>corpus</artifactId><version>1</version>
                  <packaging>pom</packaging>
                  <modules>
                    %s
                  </modules>
                </project>
                """.formatted(sets.stream()
                .map(set -> "<module>%s</module>".formatted(set.id()))
                .collect(Collectors.joining("\n    "))));
        sets.forEach(set -> reactor.write(set.id() + "/pom.xml", set.pom()));
        return reactor;
    }

    @ParameterizedTest
    @MethodSource("reactors")
    void hasTheClassPathsThatMavenComputes(List<CorpusSet> sets, MavenInstallation maven) {
        Sample reactor = reactor(sets);

        assertThat(ClassPathsPlugin.run(reactor, maven)).succeeded();

        SoftAssertions softly = new SoftAssertions();
        for (CorpusSet set : sets) {
            List<String> planned = ClassPathsPlugin.planned(reactor, set.id());
            softly.assertThat(planned)
                    .as("%s by %s", set, maven)
                    .isNotEmpty()
                    .isEqualTo(ClassPathsPlugin.collected(reactor, set.id()));
            if (maven.equals(MavenInstallation.running())) {
                // The list was measured with this Maven; other versions of Maven may select other versions of
                // dependencies.
                softly.assertThat(planned).as("%s as measured", set).isEqualTo(set.runtimeClassPath());
            }
        }
        softly.assertAll();
    }
}
