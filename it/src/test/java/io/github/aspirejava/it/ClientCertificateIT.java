package io.github.aspirejava.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aspirejava.fakes.registry.CertificateAuthority;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A registry that accepts only clients with a certificate. */
@NeedsRegistry
class ClientCertificateIT {
    private static final String ENDPOINT = "<endpoint>{registry-endpoint}</endpoint>";

    private static CertificateAuthority authority;
    private static RealRegistry registry;
    private static Sample shop;
    private static String pom;

    @BeforeAll
    static void startRegistry() {
        authority = CertificateAuthority.shared();
        registry = new RegistrySetup().clientCertificates(authority).start();
        shop = Sample.copyOf("shop");
        pom = shop.read(BadInput.POM);
        assertThat(MavenBuild.of(shop).run("package")).succeeded();
    }

    @AfterAll
    static void stopRegistry() {
        registry.close();
    }

    @BeforeEach
    void restorePom() {
        shop.write(BadInput.POM, pom);
    }

    @Test
    void getsTheOneThatTheModelNames() {
        declare("<caFile>%s</caFile><clientCertificate>%s</clientCertificate><clientKey>%s</clientKey>"
                .formatted(authority.certificate(), authority.serverCertificate(), authority.serverKey()));

        BuildResult push = push().run("aspire:push");

        assertThat(push).succeeded();
        assertThat(registry.digest("identified/api", "1.0.0")).contains(push.digest("api"));
    }

    @Test
    void isNamedAsTheReasonIfThereIsNone() {
        declare("<caFile>%s</caFile>".formatted(authority.certificate()));

        assertThat(push().run("aspire:push"))
                .failed()
                .hasErrorWith(List.of("It asks for a certificate of the client", "<clientCertificate> and <clientKey>"))
                .hasNoStackTrace();
    }

    private static void declare(String files) {
        shop.replace(BadInput.POM, ENDPOINT, ENDPOINT + files);
    }

    private static MavenBuild push() {
        return MavenBuild.of(shop)
                .property("aspire.parameters.registry-endpoint", registry.host())
                .property("aspire.parameters.registry-repository", "identified")
                .property("aspire.package.skip", "true");
    }
}
