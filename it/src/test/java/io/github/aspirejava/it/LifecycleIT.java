package io.github.aspirejava.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A push that the POM binds to the lifecycle, at its default phase: it is executed in each of the four modules. */
@NeedsRegistry
class LifecycleIT {
    private static RealRegistry registry;
    private static Sample shop;
    private static int builds;

    private String repository = "";

    @BeforeAll
    static void bindThePush() {
        registry = RealRegistry.open();
        shop = Sample.copyOf("shop");
        shop.replace(
                BadInput.POM,
                "<extensions>true</extensions>",
                "<executions><execution><goals><goal>push</goal></goals></execution></executions>");
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
        return MavenBuild.of(shop)
                .property("aspire.parameters.registry-endpoint", registry.host())
                .property("aspire.parameters.registry-repository", repository)
                .property("maven.install.skip", "true")
                .property("maven.deploy.skip", "true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-T1", "-T4"})
    void pushesEachImageOnce(String threads) {
        BuildResult deploy = build().run(threads, "deploy");

        assertThat(deploy).succeeded();
        assertThat(registry.pushes())
                .containsExactlyInAnyOrder(repository + "/api:1.0.0", repository + "/worker:1.0.0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"api", "worker"})
    void doesNotPushTheServiceOfAModuleThatSkips(String skipped) {
        BuildResult deploy =
                deployWith(skipped, "<properties><aspire.skip>true</aspire.skip></properties><dependencies>");

        assertThat(deploy).succeeded().prints("Left out: %1$s (%1$s skips this goal)".formatted(skipped));
        assertThat(registry.pushes())
                .containsExactly(repository + (skipped.equals("api") ? "/worker:1.0.0" : "/api:1.0.0"));
    }

    @Test
    void doesNotPushTheServiceOfAModuleWhoseConfigurationSkips() {
        String skip =
                "<build><plugins><plugin><groupId>io.github.aspirejava</groupId><artifactId>aspire-maven-plugin</artifactId>"
                        + "<configuration><skip>true</skip></configuration></plugin></plugins></build><dependencies>";

        assertThat(deployWith("api", skip)).succeeded();
        assertThat(registry.pushes()).containsExactly(repository + "/worker:1.0.0");
    }

    /** Deploys with additional elements before the dependencies of a module. */
    private BuildResult deployWith(String module, String beforeDependencies) {
        String file = module + "/pom.xml";
        String pom = shop.read(file);
        shop.replace(file, "<dependencies>", beforeDependencies);
        try {
            return build().run("deploy");
        } finally {
            shop.write(file, pom);
        }
    }

    @Test
    void saysWhatToDoIfTheModulesDoNotInheritTheExecution() {
        String pom = shop.read("pom.xml");
        shop.replace("pom.xml", "<executions><execution>", "<inherited>false</inherited><executions><execution>");
        BuildResult deploy;
        try {
            deploy = build().run("deploy");
        } finally {
            shop.write("pom.xml", pom);
        }

        assertThat(deploy).failed().hasErrorWith(List.of("'api'", "Let every module inherit the plugin's execution"));
        assertThat(registry.pushes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"aspire.skip", "aspire.push.skip"})
    void pushesNothingIfAllIsSkipped(String property) {
        assertThat(build().property(property, "true").run("deploy")).succeeded();

        assertThat(registry.requests()).isEmpty();
    }

    @Test
    void pushesNothingWithoutTheModules() {
        assertThat(build().run("-N", "deploy")).succeeded().prints("Run this without -N");

        assertThat(registry.requests()).isEmpty();
    }

    @Test
    void pushesTheOtherServiceWhenAModuleFails() {
        String main = "worker/src/main/java/com/example/shop/worker/Worker.java";
        String source = shop.read(main);
        shop.write(main, source + "!");
        BuildResult deploy;
        try {
            deploy = build().run("-fae", "deploy");
        } finally {
            shop.write(main, source);
        }

        assertThat(deploy).failed().hasErrorWith(List.of("Worker.java"));
        assertThat(registry.pushes()).containsExactly(repository + "/api:1.0.0");
    }
}
