package io.github.aspirejava.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The dependencies that public projects declare: each set of them is a module of one reactor. A seed chooses a tenth of
 * them; {@code -Daspire.it.seed=N} chooses others.
 */
class CorpusIT {
    private static final int SEED = Integer.getInteger("aspire.it.seed", 1);
    private static final List<CorpusSet> SETS = sets();

    private static List<CorpusSet> sets() {
        List<CorpusSet> all = CorpusSet.all();
        if (Workspace.inFull()) {
            return all;
        }
        List<CorpusSet> some = new ArrayList<>(all);
        Collections.shuffle(some, new Random(SEED));
        return List.copyOf(some.subList(0, (all.size() + 9) / 10));
    }

    static List<MavenInstallation> mavens() {
        return MavenInstallation.all();
    }

    private static Sample reactor() {
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
                """.formatted(SETS.stream()
                .map(set -> "<module>%s</module>".formatted(set.id()))
                .collect(Collectors.joining("\n    "))));
        SETS.forEach(set -> reactor.write(set.id() + "/pom.xml", set.pom()));
        return reactor;
    }

    @ParameterizedTest
    @MethodSource("mavens")
    void hasTheClassPathsThatMavenComputes(MavenInstallation maven) {
        Sample reactor = reactor();

        assertThat(ClassPathsPlugin.run(reactor, maven)).succeeded();

        SoftAssertions softly = new SoftAssertions();
        for (CorpusSet set : SETS) {
            softly.assertThat(ClassPathsPlugin.planned(reactor, set.id()))
                    .as("%s by %s, seed %d", set.id(), maven, SEED)
                    .isNotEmpty()
                    .isEqualTo(ClassPathsPlugin.collected(reactor, set.id()));
            if (maven.equals(MavenInstallation.running())) {
                // These were measured with it, by another project: if Maven's own list differs, the reading of it does.
                softly.assertThat(ClassPathsPlugin.planned(reactor, set.id()))
                        .as("%s as it was measured", set.id())
                        .isEqualTo(set.runtimeClassPath());
            }
        }
        softly.assertAll();
    }
}
