package io.github.aspirejava.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Settings without effect in a POM and on a command line, as each Maven passes them to a plugin. */
class NothingIgnoredIT {
    private static final String POM = "pom.xml";
    private static final String API = "<name>api</name>";
    private static final String PLUGIN = "<extensions>true</extensions>";

    static List<MavenInstallation> mavens() {
        return MavenInstallation.all();
    }

    @ParameterizedTest
    @MethodSource("mavens")
    void mistakesAreToldTogetherWithTheirLines(MavenInstallation maven) {
        Sample shop = Sample.copyOf("shop")
                .replace(
                        POM,
                        API,
                        API
                                + "\n<tags>latest<tag>x</tag></tags>"
                                + "\n<platforms>linux/amd64,arm64</platforms>"
                                + "\n<jvmFlags>-Xms64m,-Xmx256m</jvmFlags>"
                                + "\n<environment><A>b</A></environment>"
                                + "\n<args><arg>server</arg></args>")
                .replace(POM, "<configuration>", "<configuration>\n<paralelism>3</paralelism>")
                .replace(
                        "api/pom.xml",
                        "</project>",
                        "<build><plugins><plugin><groupId>io.github.aspirejava</groupId>"
                                + "<artifactId>aspire-maven-plugin</artifactId><executions><execution><id>own</id>"
                                + "<configuration>\n<servcies>api</servcies></configuration>"
                                + "</execution></executions></plugin></plugins></build></project>");

        BuildResult plan = MavenBuild.of(shop).with(maven).run("aspire:plan");

        assertThat(plan)
                .failed()
                .hasNoStackTrace()
                .prints(at(shop, "<paralelism>", "<configuration> has no element <paralelism>. Write <parallelism>."))
                .prints(at(shop, "<tags>latest", "<tags> has a text beside its elements, which Maven ignores."))
                .prints(at(shop, "<platforms>", "'arm64' is not a platform."))
                .prints(at(shop, "<jvmFlags>", "<jvmFlags> has a text that cannot be split into items."))
                .prints(at(shop, "<environment>", "<environment> has elements. Write <environmentVariables>"))
                .prints(at(shop, "<args>", "<javaApp> has no element <args>. Write <arguments>."))
                .prints("api/pom.xml:%d: <configuration> has no element <servcies>. Write <services>."
                        .formatted(shop.lineOf("api/pom.xml", "<servcies>")));
        assertThat(plan.lines()).noneMatch(line -> line.contains("There is no environment"));
    }

    @ParameterizedTest
    @MethodSource("mavens")
    void whatDoesNothingIsWarnedOfOnce(MavenInstallation maven) {
        Sample shop = Sample.copyOf("shop")
                .replace(
                        POM,
                        API,
                        API + "\n<tags>latest,1.1</tags>\n<jvmFlags>-Xmx256m</jvmFlags>"
                                + "\n<references><reference>worker</reference></references>")
                .replace(
                        POM,
                        PLUGIN,
                        PLUGIN + "<executions><execution><id>images</id>"
                                + "\n<configuration><parallelism>3</parallelism></configuration></execution></executions>");

        BuildResult plan = MavenBuild.of(shop)
                .with(maven)
                .intoBundle()
                .property("aspire.servces", "api")
                .run("aspire:plan");

        assertThat(plan).succeeded();
        assertThat(plan.lines())
                .filteredOn(line -> line.contains("no effect") || line.contains("No effect"))
                .satisfiesExactlyInAnyOrder(
                        property -> assertThat(property)
                                .contains("-Daspire.servces has no effect", "Write -Daspire.services"),
                        references ->
                                assertThat(references).contains(at(shop, "<references>", "No effect"), "<references>"),
                        execution -> assertThat(execution)
                                .contains(at(
                                        shop,
                                        "<configuration><parallelism>",
                                        "The configuration of the execution 'images' has no effect")));
    }

    private static String at(Sample shop, String element, String message) {
        return "pom.xml:%d: %s".formatted(shop.lineOf(POM, element), message);
    }
}
