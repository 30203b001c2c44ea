package io.github.aspirejava.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aspirejava.fakes.registry.CertificateAuthority;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Pushes to registries that are protected in different ways, with credentials at the places where users store them. */
@NeedsRegistry
class AuthenticationIT {
    private static final String ENDPOINT = "<endpoint>{registry-endpoint}</endpoint>";
    private static final String WRONG = "Qx9-not-the-password";

    private static final Map<Protection, RealRegistry> REGISTRIES = new EnumMap<>(Protection.class);

    private static TokenServer tokenServer;
    private static CertificateAuthority authority;
    private static EncryptedSettings encrypted;
    private static Sample shop;
    private static String pom;

    private enum Protection {
        BASIC_AUTH,
        TOKENS,
        TLS_AND_BASIC_AUTH
    }

    @BeforeAll
    static void start() {
        tokenServer = TokenServer.start(Duration.ofMinutes(1));
        authority = new CertificateAuthority(Workspace.newDirectory("authority"));
        REGISTRIES.put(Protection.BASIC_AUTH, RealRegistry.withBasicAuth());
        REGISTRIES.put(Protection.TOKENS, RealRegistry.withTokens(tokenServer));
        REGISTRIES.put(
                Protection.TLS_AND_BASIC_AUTH,
                new RegistrySetup().basicAuth().tls(authority).start());
        encrypted = EncryptedSettings.by(MavenInstallation.running());
        shop = Sample.copyOf("shop");
        pom = shop.read(BadInput.POM);
        assertThat(MavenBuild.of(shop).run("package")).succeeded();
    }

    @AfterAll
    static void stop() {
        REGISTRIES.values().forEach(RealRegistry::close);
        Optional.ofNullable(tokenServer).ifPresent(TokenServer::close);
    }

    @BeforeEach
    void forgetRequestsAndTrust() {
        shop.write(BadInput.POM, pom);
        REGISTRIES.values().forEach(RealRegistry::forgetRequests);
        tokenServer.forgetRequests();
    }

    @ParameterizedTest
    @EnumSource(Protection.class)
    void pushesWithAnEncryptedPasswordOfTheSettings(Protection protection) {
        MavenBuild build = push(protection, "settings");
        if (protection == Protection.TLS_AND_BASIC_AUTH) {
            build.jvmOptions(authority.jvmOptions());
        }

        assertPushes(encrypted.into(build, host(protection)), protection, "settings");
    }

    @ParameterizedTest
    @EnumSource(Protection.class)
    void pushesWithWhatACredentialHelperGives(Protection protection) {
        DockerConfig docker = DockerConfig.withHelper(host(protection), RealRegistry.PASSWORD);
        trust(protection);

        assertPushes(docker.into(push(protection, "helper")), protection, "helper");
    }

    @Test
    void turnsAnIdentityTokenIntoTokensOfTheRegistry() {
        DockerConfig docker = DockerConfig.withIdentityToken(host(Protection.TOKENS), TokenServer.IDENTITY_TOKEN);

        assertPushes(docker.into(push(Protection.TOKENS, "identity")), Protection.TOKENS, "identity");

        assertThat(tokenServer.requests()).isNotEmpty().allSatisfy(request -> {
            assertThat(request.method()).isEqualTo("POST");
            assertThat(request.proof()).isEqualTo("refresh_token");
            assertThat(request.status()).isEqualTo(200);
        });
    }

    @ParameterizedTest
    @EnumSource(Protection.class)
    void namesEachPlaceItLookedInWhenThePasswordIsWrong(Protection protection) {
        DockerConfig docker = DockerConfig.withHelper(host(protection), WRONG);
        trust(protection);

        BuildResult push = docker.into(push(protection, "wrong")).run("aspire:push");

        assertThat(push)
                .failed()
                .hasErrorWith(List.of(
                        "login-to-registry",
                        "401",
                        "<credentials> of the registry in the POM: nothing",
                        "-Daspire.registry.registry.username and .password: nothing",
                        "ASPIRE_REGISTRY_REGISTRY_PASSWORD: nothing",
                        "<server> 'registry' or '" + host(protection) + "' of settings.xml: nothing",
                        docker.place(host(protection)) + ": user '" + RealRegistry.USERNAME + "'"))
                .hasNoStackTrace()
                .doesNotPrint(WRONG);
        assertThat(registry(protection).pushes()).isEmpty();
    }

    /** Pushes to a repository of its own, so that everything is uploaded. */
    private static MavenBuild push(Protection protection, String repository) {
        return MavenBuild.of(shop)
                .property("aspire.parameters.registry-endpoint", host(protection))
                .property("aspire.parameters.registry-repository", repository)
                .property("aspire.package.skip", "true");
    }

    /** Declares the authority in the POM, for this test. */
    private static void trust(Protection protection) {
        if (protection == Protection.TLS_AND_BASIC_AUTH) {
            shop.replace(BadInput.POM, ENDPOINT, ENDPOINT + "<caFile>%s</caFile>".formatted(authority.certificate()));
        }
    }

    private static void assertPushes(MavenBuild build, Protection protection, String repository) {
        BuildResult push = build.run("aspire:push");

        assertThat(push).succeeded().doesNotPrint(RealRegistry.PASSWORD);
        RealRegistry registry = registry(protection);
        for (String service : List.of("api", "worker")) {
            assertThat(registry.digest(repository + "/" + service, "1.0.0")).contains(push.digest(service));
        }
    }

    private static RealRegistry registry(Protection protection) {
        return Objects.requireNonNull(REGISTRIES.get(protection));
    }

    private static String host(Protection protection) {
        return registry(protection).host();
    }
}
