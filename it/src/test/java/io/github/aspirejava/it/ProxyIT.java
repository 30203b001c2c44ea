package io.github.aspirejava.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aspirejava.fakes.registry.CertificateAuthority;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The sample shop, a real registry, and a proxy of settings.xml in between. */
@NeedsRegistry
class ProxyIT {
    private static ForwardProxy proxy;
    private static RealRegistry registry;
    private static Sample shop;
    private static EncryptedSettings encrypted;
    private static int pushes;

    @BeforeAll
    static void packageOnce() {
        proxy = ForwardProxy.start();
        registry = RealRegistry.open();
        shop = Sample.copyOf("shop");
        assertThat(MavenBuild.of(shop).run("package")).succeeded();
        encrypted = EncryptedSettings.by(MavenInstallation.running());
    }

    @AfterAll
    static void stop() {
        if (registry != null) {
            registry.close();
        }
        if (proxy != null) {
            proxy.close();
        }
    }

    @BeforeEach
    void forgetRequests() {
        proxy.forgetRequests();
        registry.forgetRequests();
    }

    static List<MavenInstallation> mavens() {
        return MavenInstallation.all();
    }

    @ParameterizedTest
    @MethodSource("mavens")
    void isTheOnlyWayToTheRegistryAndToldItsEncryptedPassword(MavenInstallation maven) {
        assertThat(encrypted.password()).startsWith("{").doesNotContain(ForwardProxy.PASSWORD);

        BuildResult push = push().with(maven)
                .settings(settings(encrypted.password(), "example.com"))
                .property("settings.security", encrypted.security().toString())
                .run("-X", "aspire:push");

        assertThat(push)
                .succeeded()
                .prints("PUT http://%s/v2/".formatted(registry.host()))
                .doesNotPrint(ForwardProxy.PASSWORD);
        assertThat(registry.pushes()).hasSize(2);
        assertThat(proxy.requests()).filteredOn(ProxyIT::isForTheRegistry).containsExactlyInAnyOrderElementsOf(asked());
    }

    @Test
    void opensTunnelsToARegistryThatSpeaksTls() {
        CertificateAuthority authority = new CertificateAuthority(Workspace.newDirectory("authority"));
        String pom = shop.read(BadInput.POM);
        shop.replace(
                BadInput.POM, "</repository>", "</repository><caFile>%s</caFile>".formatted(authority.certificate()));
        try (RealRegistry tls = RealRegistry.withTls(authority)) {
            BuildResult push =
                    push(tls).settings(settings(ForwardProxy.PASSWORD, "")).run("aspire:push");

            assertThat(push).succeeded();
            assertThat(tls.pushes()).hasSize(2);
            assertThat(proxy.requests()).contains("CONNECT " + tls.host());
        } finally {
            shop.write(BadInput.POM, pom);
        }
    }

    @Test
    void isLeftAsideForHostsThatNeedNone() {
        BuildResult push =
                push().settings(settings("not-asked-for", "example.com|127.*")).run("aspire:push");

        assertThat(push).succeeded();
        assertThat(registry.pushes()).hasSize(2);
        assertThat(proxy.requests()).noneMatch(ProxyIT::isForTheRegistry);
        assertThat(proxy.refused()).noneMatch(ProxyIT::isForTheRegistry);
    }

    @Test
    void thatRefusesThePasswordIsOneLine() {
        BuildResult push = push().settings(settings("Vk2-over-no-bridge", "")).run("aspire:push");

        assertThat(push)
                .failed()
                .hasErrorWith(List.of("login-to-registry", "proxy", "127.0.0.1:" + proxy.port(), "settings.xml"))
                .hasNoStackTrace()
                .doesNotPrint("Vk2-over-no-bridge");
        assertThat(proxy.refused()).isNotEmpty();
        assertThat(registry.requests()).isEmpty();
    }

    /** Pushes to a repository of its own, so that there is something to push. */
    private static MavenBuild push() {
        return push(registry);
    }

    private static MavenBuild push(RealRegistry target) {
        pushes++;
        return MavenBuild.of(shop)
                .property("aspire.parameters.registry-endpoint", target.host())
                .property("aspire.parameters.registry-repository", "proxied-" + pushes)
                .property("aspire.package.skip", "true");
    }

    private static String settings(String password, String nonProxyHosts) {
        return """
                <proxies>
                  <proxy>
                    <id>company</id>
                    <active>true</active>
                    <protocol>http</protocol>
                    <host>127.0.0.1</host>
                    <port>%d</port>
                    <username>%s</username>
                    <password>%s</password>
                    <nonProxyHosts>%s</nonProxyHosts>
                  </proxy>
                </proxies>""".formatted(proxy.port(), ForwardProxy.USERNAME, password, nonProxyHosts);
    }

    /** Returns whether the request is for the registry: Maven may send requests through the proxy, too. */
    private static boolean isForTheRegistry(String request) {
        return request.contains(registry.host());
    }

    /** Returns the requests to the registry, in the form for a proxy. */
    private static List<String> asked() {
        return registry.requests().stream()
                .map(request -> "%s http://%s%s".formatted(request.method(), registry.host(), request.path()))
                .toList();
    }
}
