package io.github.aspirejava.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The sample shop and a registry that requires a user name and a password. */
@NeedsRegistry
class BasicAuthIT {
    private static RealRegistry registry;

    @BeforeAll
    static void start() {
        registry = RealRegistry.withBasicAuth();
    }

    @AfterAll
    static void stop() {
        if (registry != null) {
            registry.close();
        }
    }

    private static MavenBuild build() {
        return MavenBuild.of(Sample.copyOf("shop")).property("aspire.parameters.registry-endpoint", registry.host());
    }

    @Test
    void pushesWithTheCredentialsOfTheCommandLine() {
        registry.forgetRequests();

        BuildResult push = build().property("aspire.registry.registry.username", RealRegistry.USERNAME)
                .property("aspire.registry.registry.password", RealRegistry.PASSWORD)
                .run("package", "aspire:push");

        assertThat(push).succeeded();
        assertThat(registry.requests())
                .filteredOn(RegistryRequest::putsManifest)
                .extracting(RegistryRequest::status)
                .isNotEmpty()
                .containsOnly(201);
    }

    @Test
    void pushesNothingWithoutCredentialsAndSaysSo() {
        registry.forgetRequests();

        BuildResult push = build().run("package", "aspire:push");

        assertThat(push).failed().hasErrorWith(List.of("login-to-registry")).hasNoStackTrace();
        assertThat(registry.requests()).isNotEmpty().noneMatch(RegistryRequest::putsManifest);
    }

    @Test
    void doesNotPrintAWrongPassword() {
        BuildResult push = build().property("aspire.registry.registry.username", RealRegistry.USERNAME)
                .property("aspire.registry.registry.password", "wrong-and-not-to-be-seen")
                .run("package", "aspire:push");

        assertThat(push)
                .failed()
                .hasErrorWith(List.of("login-to-registry"))
                .hasNoStackTrace()
                .doesNotPrint("wrong-and-not-to-be-seen");
    }
}
