package io.github.aspirejava.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Maven started inside of a module: the root POM contains the model, which names modules that are not in this build.
 */
class InsideModuleIT {
    static List<MavenInstallation> mavens() {
        return List.of(MavenInstallation.running(), MavenInstallation.all().get(2));
    }

    @ParameterizedTest
    @MethodSource("mavens")
    void pushesTheServicesOfTheModuleAndSaysWhichAreLeftOut(MavenInstallation maven) {
        Sample fleet = Sample.copyOf("fleet");
        Sample billing = new Sample("fleet", fleet.file("billing"));

        BuildResult push = MavenBuild.of(billing).with(maven).intoBundle().run("aspire:push");

        assertThat(push)
                .succeeded()
                .prints("(package) done")
                .prints("Left out: api, worker (their modules are not all in this build)");
        assertThat(push.images().path("images").findValuesAsText("service")).containsExactly("billing");
        StoredImage image = StoredImage.inLayout(fleet.file("target/bundle"), push.digest("billing"));
        assertThat(image.damagedParts()).isEmpty();

        fleet.replace("pom.xml", "<name>worker</name>", "<name>worker</name><module>wroker</module>");
        assertThat(MavenBuild.of(billing).with(maven).intoBundle().run("aspire:push"))
                .failed()
                .hasErrorWith(List.of("There is no module 'wroker' in this build", "Write <module>worker</module>"))
                .hasNoStackTrace();
    }
}
