package io.github.aspirejava.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The creation times of images. */
class OutputTimestampIT {
    private static final String IN_POM =
            "<project.build.outputTimestamp>2026-01-01T00:00:00Z</project.build.outputTimestamp>";

    static List<MavenInstallation> mavens() {
        return MavenInstallation.all();
    }

    private static MavenBuild build(Sample shop) {
        return MavenBuild.of(shop).intoBundle().property("aspire.services", "api");
    }

    private static String created(Sample shop, BuildResult push) throws IOException {
        assertThat(push).succeeded();
        StoredImage image = StoredImage.inLayout(shop.file("target/bundle"), push.digest("api"));
        return new ObjectMapper()
                .readTree(image.configuration())
                .path("created")
                .asText();
    }

    @Test
    void isWhatTheCommandLineSaysBeforeThePom() throws IOException {
        Sample shop = Sample.copyOf("shop");

        BuildResult push = build(shop)
                .property("project.build.outputTimestamp", "2024-05-06T07:08:09+02:00")
                .run("aspire:push");

        assertThat(created(shop, push)).isEqualTo("2024-05-06T05:08:09Z");
    }

    @Test
    void isWhatTheModuleSaysBeforeTheRoot() throws IOException {
        Sample shop = Sample.copyOf("shop")
                .replace(
                        "api/pom.xml",
                        "<dependencies>",
                        "<properties><project.build.outputTimestamp>1700000000</project.build.outputTimestamp></properties>\n  <dependencies>");

        assertThat(created(shop, build(shop).run("aspire:push"))).isEqualTo("2023-11-14T22:13:20Z");
    }

    @ParameterizedTest
    @MethodSource("mavens")
    void isNamedWithItsLineWhereItIsNone(MavenInstallation maven) {
        Sample shop = Sample.copyOf("shop")
                .replace("pom.xml", IN_POM, "<project.build.outputTimestamp>yesterday</project.build.outputTimestamp>");

        BuildResult push =
                build(shop).with(maven).property("aspire.package.skip", "true").run("aspire:push");

        assertThat(push)
                .failed()
                .hasNoStackTrace()
                .hasErrorWith(List.of("pom.xml:%d: project.build.outputTimestamp is 'yesterday', which is not a time"
                        .formatted(shop.lineOf("pom.xml", "outputTimestamp"))));
    }

    @Test
    void isWarnedOfWhereAnotherPluginIsStillToSetIt() throws IOException {
        Sample shop = Sample.copyOf("shop");
        assertThat(MavenBuild.of(shop).run("package")).succeeded();
        shop.replace(
                "pom.xml", IN_POM, "<project.build.outputTimestamp>${git.commit.time}</project.build.outputTimestamp>");

        BuildResult push = build(shop).property("aspire.package.skip", "true").run("aspire:push");

        assertThat(created(shop, push)).isEqualTo("1970-01-01T00:00:00Z");
        assertThat(push)
                .prints("pom.xml:%d: project.build.outputTimestamp is '${git.commit.time}', which has no value"
                        .formatted(shop.lineOf("pom.xml", "outputTimestamp")));
    }

    @Test
    void isWarnedOfWhereItIsInTheFuture() throws IOException {
        Sample shop = Sample.copyOf("shop");

        BuildResult push = build(shop)
                .property("project.build.outputTimestamp", "2099-01-01T00:00:00Z")
                .run("aspire:push");

        assertThat(created(shop, push)).isEqualTo("2099-01-01T00:00:00Z");
        assertThat(push).prints("project.build.outputTimestamp is 2099-01-01T00:00:00Z, which is in the future");
    }
}
