package io.github.aspirejava.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A push from the command line, of some of the services, modules, steps or tags. */
@NeedsRegistry
class SelectionIT {
    private static RealRegistry registry;
    private static Sample shop;
    private static int builds;

    private String repository = "";

    @BeforeAll
    static void start() {
        registry = RealRegistry.open();
        shop = Sample.copyOf("shop");
    }

    @AfterAll
    static void stop() {
        if (registry != null) {
            registry.close();
        }
    }

    @BeforeEach
    void useAnotherRepository() {
        repository = "build-" + ++builds;
        registry.forgetRequests();
    }

    private MavenBuild build() {
        return build(shop);
    }

    private MavenBuild build(Sample sample) {
        return MavenBuild.of(sample)
                .property("aspire.parameters.registry-endpoint", registry.host())
                .property("aspire.parameters.registry-repository", repository);
    }

    @Test
    void pushesEachImageOnceWithSeveralThreads() {
        assertThat(build().run("-T4", "package", "aspire:push")).succeeded();

        assertThat(registry.pushes())
                .containsExactlyInAnyOrder(repository + "/api:1.0.0", repository + "/worker:1.0.0");
    }

    @Test
    void leavesOutServicesWhoseModulesAreNotSelected() {
        assertThat(build().run("-pl", "api", "-am", "package", "aspire:push")).succeeded();

        assertThat(registry.pushes()).containsExactly(repository + "/api:1.0.0");
    }

    @Test
    void packagesTheSelectedModulesAndWhatTheyNeed() {
        Sample fresh = Sample.copyOf("shop");

        assertThat(build(fresh).run("-pl", "api", "-am", "aspire:push"))
                .succeeded()
                .prints("(package) done");
        assertThat(registry.pushes()).containsExactly(repository + "/api:1.0.0");
        assertThat(fresh.file("worker/target")).doesNotExist();
    }

    @Test
    void findsTheModulesThatAreNotSelectedWhenItPackagesThemItself() {
        assertThat(build().run("-pl", "api", "aspire:push")).succeeded();

        assertThat(registry.pushes()).containsExactly(repository + "/api:1.0.0");
    }

    @Test
    void refusesAServiceWhoseModuleIsNotSelected() {
        BuildResult push =
                build().property("aspire.services", "worker").run("-pl", "api", "-am", "package", "aspire:push");

        assertThat(push).failed().hasErrorWith(List.of("'worker'")).hasNoStackTrace();
        assertThat(registry.pushes()).isEmpty();
    }

    @Test
    void pushesTheServicesThatAreAskedFor() {
        assertThat(build().property("aspire.services", "api").run("package", "aspire:push"))
                .succeeded();

        assertThat(registry.pushes()).containsExactly(repository + "/api:1.0.0");
    }

    @Test
    void runsTheStepsThatAreAskedFor() {
        assertThat(build().property("aspire.steps", "push-api").run("package", "aspire:do"))
                .succeeded();

        assertThat(registry.pushes()).containsExactly(repository + "/api:1.0.0");
    }

    @Test
    void uploadsOnceForSeveralTags() {
        BuildResult push = build().property("aspire.services", "api")
                .property("aspire.tags", "v1,latest")
                .run("package", "aspire:push");

        assertThat(push).succeeded();
        assertThat(registry.pushes()).containsExactlyInAnyOrder(repository + "/api:v1", repository + "/api:latest");
        assertThat(registry.digest(repository + "/api", "v1")).contains(push.digest("api"));
        assertThat(registry.digest(repository + "/api", "latest")).contains(push.digest("api"));
        assertThat(registry.requests())
                .filteredOn(RegistryRequest::putsBlob)
                .extracting(request -> request.path().replaceFirst(".*digest=", ""))
                .isNotEmpty()
                .doesNotHaveDuplicates();
    }

    @Test
    void uploadsALayerAndAConfigurationAfterAChangeOfOneClass() {
        assertThat(build().run("package", "aspire:push")).succeeded();
        registry.forgetRequests();
        String main = "api/src/main/java/com/example/shop/api/Api.java";
        String source = shop.read(main);
        shop.write(main, source.replace("private Api() {}", "private Api() {}\n\n    static final int CHANGES = 1;"));
        BuildResult push;
        try {
            push = build().run("package", "aspire:push");
        } finally {
            shop.write(main, source);
        }

        assertThat(push).succeeded();
        assertThat(registry.requests())
                .filteredOn(RegistryRequest::putsBlob)
                .hasSize(2)
                .allMatch(request -> request.path().startsWith("/v2/" + repository + "/api/"));
        assertThat(registry.pushes()).containsExactly(repository + "/api:1.0.0");
    }
}
