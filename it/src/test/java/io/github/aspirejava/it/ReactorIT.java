package io.github.aspirejava.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aspirejava.fakes.registry.Fault;
import io.github.aspirejava.fakes.registry.Hold;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A reactor of twelve modules, whose push is bound to the lifecycle and overlaps with the build of later modules. */
@NeedsRegistry
class ReactorIT {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Pattern LAST_MODULE = Pattern.compile("Building reports 1\\.0\\.0");

    private Market market;

    @BeforeEach
    void open() {
        market = new Market();
    }

    @AfterEach
    void close() {
        market.close();
    }

    static List<MavenVariant> variants() {
        return MavenVariant.some();
    }

    static List<MavenVariant> oneVariant() {
        return MavenVariant.one();
    }

    /**
     * Lets the registry accept no byte before Maven has come to the last module: a build that waits for the first push
     * would deadlock.
     */
    @ParameterizedTest(name = "{0}")
    @MethodSource("variants")
    void pushesEarlyModulesWhileLateOnesAreBuilt(MavenVariant variant) throws InterruptedException {
        Hold firstWrites = market.proxy().hold(Market.writesOf("catalog"));
        MavenBuild build = market.build().with(variant.maven());

        try (RunningProcess deploy = build.start(variant.with("deploy"))) {
            firstWrites.awaitArrivals(1, PATIENCE);
            deploy.awaitLine(LAST_MODULE, PATIENCE);
            firstWrites.release();
            BuildResult result = market.result("mvn deploy", deploy, PATIENCE);

            assertThat(result).succeeded().doesNotPrint("Each module waits").prints("succeeded in ");
            market.assertComplete(result);
            assertThat(market.end("upload-catalog"))
                    .isGreaterThanOrEqualTo(
                            market.step("build-reports").path("startMillis").asLong());
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("oneVariant")
    void aFailedPushFailsItsModuleAndTheBuild(MavenVariant variant) {
        market.proxy().fail(Fault.status(403), Market.tagOf("orders"));

        BuildResult deploy = market.build().with(variant.maven()).run(variant.with("deploy"));

        assertThat(deploy)
                .failed()
                .hasNoStackTrace()
                .prints("BUILD FAILURE")
                .hasErrorWith(List.of("on project orders", "push-orders failed", "403"));
        assertThat(Market.modules(deploy, "FAILURE")).containsExactly("orders");
        // Maven 4 skips those that succeeded.
        assertThat(Market.modules(deploy, "SKIPPED")).isEmpty();
        assertThat(market.visible()).isEqualTo(Market.servicesExcept("orders"));
        assertThat(deploy.images().path("notPushed").findValuesAsText("service"))
                .containsExactly("orders");
    }

    @ParameterizedTest
    @CsvSource({"-fae,1", "-fn,0"})
    void aFailedPushCountsAsMavenIsToldToCountFailures(String mode, int exitCode) {
        market.proxy().fail(Fault.status(403), Market.tagOf("orders"));

        BuildResult deploy = market.build().run(mode, "deploy");

        assertThat(deploy.exitCode()).isEqualTo(exitCode);
        assertThat(Market.modules(deploy, "FAILURE")).containsExactly("orders");
        assertThat(market.visible()).isEqualTo(Market.servicesExcept("orders"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("oneVariant")
    void aReleaseBecomesVisibleWhenAllIsBuiltAndUploaded(MavenVariant variant) {
        BuildResult deploy = market.build()
                .with(variant.maven())
                .property("market.release", "together")
                .run(variant.with("deploy"));

        assertThat(deploy).succeeded();
        market.assertComplete(deploy);
        List<String> writes = market.proxy().requests().stream()
                .filter(request -> request.method().equals("PUT"))
                .map(request -> request.path().contains("/manifests/") ? "tag" : "blob")
                .toList();
        assertThat(writes.subList(writes.indexOf("tag"), writes.size())).containsOnly("tag");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("oneVariant")
    void nothingOfAReleaseBecomesVisibleIfAModuleFails(MavenVariant variant) {
        market.sample().write("payments/src/main/java/Broken.java", "class");

        BuildResult deploy = market.build()
                .with(variant.maven())
                .property("market.release", "together")
                .run(variant.with("-fae", "deploy"));

        assertThat(deploy).failed().prints("Maven has not built payments, and <release> is together: no tag was moved");
        assertThat(Market.modules(deploy, "FAILURE")).containsExactly("payments");
        assertThat(market.visible()).isEmpty();
        assertThat(market.proxy().requests())
                .as("blobs go up all the same")
                .anyMatch(request ->
                        request.isBlobUpload() && Market.writesOf("catalog").test(request));
        assertThat(deploy.images().path("notPushed").findValuesAsText("service"))
                .containsExactlyInAnyOrderElementsOf(Market.SERVICES);
    }

    @Test
    void nothingOfAReleaseBecomesVisibleIfAnUploadFails() {
        market.proxy().fail(Fault.status(403), Market.writesOf("orders"));

        BuildResult deploy =
                market.build().property("market.release", "together").run("deploy");

        assertThat(deploy).failed().hasErrorWith(List.of("on project orders", "upload-orders failed", "403"));
        assertThat(Market.modules(deploy, "FAILURE")).containsExactly("orders");
        assertThat(market.visible()).isEmpty();
    }

    /** Covers a selection of modules: there is no further build to wait for. */
    @Test
    void releasesTheSelectedModulesTogether() {
        assertThat(market.build().property("market.release", "together").run("-pl", "stock,mail", "-am", "deploy"))
                .succeeded();

        assertThat(market.visible()).containsExactly("stock", "mail");
    }

    @Test
    void pushesWhatIsBuiltInSpiteOfAModuleThatIsNot() {
        market.sample().write("payments/src/main/java/Broken.java", "class");

        BuildResult deploy = market.build().run("-fae", "deploy");

        assertThat(deploy).failed().prints("succeeded in ");
        assertThat(Market.modules(deploy, "FAILURE")).containsExactly("payments");
        assertThat(market.visible()).isEqualTo(Market.servicesExcept("payments"));
        assertThat(deploy.images().path("images").findValuesAsText("service")).hasSize(7);
    }

    /** Resumes the build: Maven 4 finds the modules that it leaves out at their earlier packages. */
    @Test
    void goesOnWithTheModuleWhosePushFailed() {
        MavenBuild build = market.build().with(MavenInstallation.all().get(2));
        market.proxy().fail(Fault.status(403), Market.tagOf("payments"));
        assertThat(build.run("deploy")).failed();
        market.proxy().heal();
        market.proxy().forgetRequests();

        assertThat(build.run("-rf", ":payments", "deploy")).succeeded();

        assertThat(market.visible()).isEqualTo(Market.SERVICES);
        assertThat(market.proxy().requests())
                .noneMatch(Market.tagOf("catalog").or(Market.tagOf("orders")))
                .anyMatch(Market.tagOf("payments"));
    }

    @Test
    void pushesTheModulesThatAreSelected() {
        assertThat(market.build().run("-pl", "stock,mail", "-am", "deploy")).succeeded();

        assertThat(market.visible()).containsExactly("stock", "mail");
    }

    /** Pushes a service that its module declares, to the registry of the model. */
    @Test
    void pushesTheServiceThatASelectedModuleDeclares() {
        assertThat(market.build().run("-pl", "mail", "-am", "deploy")).succeeded();

        assertThat(market.visible()).containsExactly("mail");
    }

    static List<MavenInstallation> mavens() {
        return MavenInstallation.all();
    }

    @ParameterizedTest
    @MethodSource("mavens")
    void aNameThatTwoPomsGiveNamesBothLines(MavenInstallation maven) {
        market.sample().replace("mail/pom.xml", "<name>mail</name>", "<name>Catalog</name>");

        BuildResult plan = market.build().with(maven).run("aspire:plan");

        assertThat(plan)
                .failed()
                .hasErrorWith(List.of(
                        "mail/pom.xml:%d: ".formatted(market.sample().lineOf("mail/pom.xml", "<javaApp>")),
                        "is already used by the <javaApp> at pom.xml:%d"
                                .formatted(market.sample().lineOf("pom.xml", "<javaApp>"))));
    }

    @Test
    void pushesTheSameImagesStraightAfterACloneWithOneCommand() {
        BuildResult push = market.build().run("aspire:push");
        assertThat(push).succeeded().prints("(package) done");
        market.assertComplete(push);

        BuildResult deploy = market.build().run("clean", "deploy");

        assertThat(deploy).succeeded();
        assertThat(deploy.images().path("images").findValuesAsText("state"))
                .hasSize(8)
                .containsOnly("existing");
    }

    @Test
    void failsOfflineInsteadOfPushingNothing() {
        BuildResult deploy = market.build().run("-o", "-pl", "stock", "-am", "deploy");

        assertThat(deploy).failed().hasNoStackTrace();
        assertThat(deploy.lines())
                .filteredOn(line -> line.startsWith("[ERROR]") && line.contains("pom.xml:"))
                .singleElement()
                .asString()
                .contains("Maven is offline", "'registry'", "Run without -o");
        assertThat(market.proxy().requests()).isEmpty();
    }

    @Test
    void waitsInEachModuleIfToldTo() {
        BuildResult deploy = market.build().property("aspire.push.wait", "true").run("deploy");

        assertThat(deploy).succeeded().doesNotPrint("Each module waits");
        assertWaited();
    }

    @Test
    void waitsInEachModuleWithoutTheExtensionAndSaysHowNotTo() {
        market.sample().replace("pom.xml", "<extensions>true</extensions>", "");

        BuildResult deploy = market.build().run("deploy");

        assertThat(deploy).succeeded();
        assertThat(deploy.lines())
                .filteredOn(line -> line.contains("<extensions>true</extensions>"))
                .hasSize(1);
        assertWaited();
    }

    /** Checks the last module, whose turn is after all others have been built. */
    @Test
    void releasesTogetherInTheLastModuleIfEachOneWaits() {
        BuildResult deploy = market.build()
                .property("market.release", "together")
                .property("aspire.push.wait", "true")
                .run("deploy");

        assertThat(deploy).succeeded();
        market.assertComplete(deploy);
        List<String> writes = market.proxy().requests().stream()
                .filter(request -> request.method().equals("PUT"))
                .map(request -> request.path().contains("/manifests/") ? "tag" : "blob")
                .toList();
        assertThat(writes.subList(writes.indexOf("tag"), writes.size())).containsOnly("tag");
        assertThat(market.end("upload-catalog"))
                .as("blobs go up in their modules' turns")
                .isLessThanOrEqualTo(
                        market.step("build-reports").path("startMillis").asLong());
    }

    @Test
    void releasesNothingWithoutTheExtensionIfAModuleFails() {
        market.sample()
                .replace("pom.xml", "<extensions>true</extensions>", "")
                .write("payments/src/main/java/Broken.java", "class");

        BuildResult deploy =
                market.build().property("market.release", "together").run("-fae", "deploy");

        assertThat(deploy).failed();
        assertThat(Market.modules(deploy, "FAILURE")).containsExactly("payments");
        assertThat(market.visible()).isEmpty();
    }

    @Test
    void doesNothingWithoutModulesAndSaysSo() {
        BuildResult deploy = market.build().run("-N", "deploy");

        assertThat(deploy).succeeded().prints("so that nothing is done. Run this without -N");
        assertThat(market.proxy().requests()).isEmpty();
    }

    /** Asserts that the tag of each service has moved before any write for the next one. */
    private void assertWaited() {
        assertThat(market.visible()).isEqualTo(Market.SERVICES);
        List<String> written = market.proxy().requests().stream()
                .filter(request -> request.isWrite() && request.path().startsWith("/v2/market/"))
                .map(request -> request.path().split("/", -1)[3])
                .toList();
        assertThat(written.stream().dropWhile("catalog"::equals).filter("catalog"::equals))
                .as("writes of the first service after the first ones of the next")
                .isEmpty();
        for (int i = 1; i < Market.SERVICES.size(); i++) {
            long end = market.end("push-" + Market.SERVICES.get(i - 1));
            assertThat(market.step("upload-" + Market.SERVICES.get(i))
                            .path("startMillis")
                            .asLong())
                    .isGreaterThanOrEqualTo(end);
        }
    }
}
