package io.github.aspirejava.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aspirejava.app.AppModel;
import io.github.aspirejava.app.AppSettings;
import io.github.aspirejava.app.ContainerRegistry;
import io.github.aspirejava.app.InvalidModelException;
import io.github.aspirejava.app.Origin;
import io.github.aspirejava.app.Parameter;
import io.github.aspirejava.app.Problems;
import io.github.aspirejava.app.Registry;
import io.github.aspirejava.app.Secret;
import io.github.aspirejava.app.Text;
import io.github.aspirejava.app.TlsSettings;
import io.github.aspirejava.fakes.registry.CertificateAuthority;
import io.github.aspirejava.image.RegistryHost;
import io.github.aspirejava.image.Repository;
import io.github.aspirejava.oci.credential.CredentialChain;
import io.github.aspirejava.oci.credential.CredentialSource;
import io.github.aspirejava.oci.credential.Credentials;
import io.github.aspirejava.oci.http.TlsFiles;
import io.github.aspirejava.oci.registry.RegistryAccess;
import io.github.aspirejava.run.StepException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelAccessTest {
    private static final RegistryHost HOST = RegistryHost.parse("registry.example:5000");
    private static final Repository REPOSITORY = new Repository("team/base");
    private static final String CERTIFICATE = """
            -----BEGIN CERTIFICATE-----
            MIIBPjCB8aADAgECAhRsH2+yXRXNzO+M24GAQ0c2afKoKTAFBgMrZXAwFDESMBAG
            A1UEAwwJYXV0aG9yaXR5MCAXDTI2MTEyNDAyNDkxOFoYDzIxMjYxMDMxMDI0OTE4
            WjAUMRIwEAYDVQQDDAlhdXRob3JpdHkwKjAFBgMrZXADIQAtbPLOd/ZnW4pZ3YQs
            Xbf0HnqM778izit7POVkvKksTKNTMFEwHQYDVR0OBBYEFKERiLwEWvzPmG909Hs5
            ZguYHtjGMB8GA1UdIwQYMBaAFKERiLwEWvzPmG909Hs5ZguYHtjGMA8GA1UdEwEB
            /wQFMAMBAf8wBQYDK2VwA0EAaL35QiGbxiE01BHmynE3Y+sF62nnVlZKhcz1iWh3
            fTIlZwEb8N6Ict60ZEtB5NQLFcbllJVMT+T9pdy4T+K7CQ==
            -----END CERTIFICATE-----
            """;

    private final CertificateAuthority authority = CertificateAuthority.shared();

    @TempDir
    Path directory;

    private final List<Registry> registries = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();

    @Test
    void aHostOfTheModelIsSpokenToAsTheModelSays() throws Exception {
        Files.writeString(directory.resolve("ca.pem"), CERTIFICATE);
        add("near", HOST.toString(), Optional.empty(), Optional.of(Text.literal("ca.pem")));

        RegistryAccess access = access().of(HOST, REPOSITORY);

        assertThat(access.host()).isEqualTo(HOST);
        assertThat(access.insecure()).isTrue();
        assertThat(access.tls().caFile()).contains(directory.resolve("ca.pem"));
        assertThat(access.credentials())
                .hasValueSatisfying(found -> assertThat(found.username()).isEqualTo("user of near"));
        assertThat(access())
                .satisfies(again -> assertThat(again.of(HOST, REPOSITORY))
                        .isEqualTo(again.of((ContainerRegistry) registries.get(0))));
    }

    @Test
    void anyOtherHostIsSpokenToOverTlsWithTheCredentialsOfItsName() throws Exception {
        add("near", HOST.toString(), Optional.empty(), Optional.empty());

        RegistryAccess access = access().of(RegistryHost.DOCKER_HUB, REPOSITORY);

        assertThat(access.insecure()).isFalse();
        assertThat(access.tls()).isEqualTo(TlsFiles.NONE);
        assertThat(access.credentials())
                .hasValueSatisfying(found -> assertThat(found.username()).isEqualTo("user of docker.io"));
    }

    @Test
    void ofSeveralRegistriesAtOneHostTheNearestOneAboveTheRepositoryCounts() throws Exception {
        add("all", HOST.toString(), Optional.of("other"), Optional.empty());
        add("team", HOST.toString(), Optional.of("team"), Optional.empty());
        add("base", HOST.toString(), Optional.of("team/base"), Optional.empty());
        add("tea", HOST.toString(), Optional.of("tea"), Optional.empty());
        ModelAccess access = access();

        assertThat(user(access.of(HOST, new Repository("team/api")))).isEqualTo("user of team");
        assertThat(user(access.of(HOST, new Repository("team/base")))).isEqualTo("user of base");
        assertThat(user(access.of(HOST, new Repository("team/base/17")))).isEqualTo("user of base");
        assertThat(user(access.of(HOST, new Repository("elsewhere")))).isEqualTo("user of all");
    }

    @Test
    void credentialsAreLookedForOnce() throws Exception {
        add("near", HOST.toString(), Optional.empty(), Optional.empty());
        ModelAccess access = access();

        access.of(HOST, REPOSITORY);
        access.of((ContainerRegistry) registries.get(0));
        access.credentials((ContainerRegistry) registries.get(0));
        access.of(RegistryHost.DOCKER_HUB, REPOSITORY);
        access.of(RegistryHost.DOCKER_HUB, REPOSITORY);

        assertThat(asked).containsExactly("near", "docker.io");
    }

    @Test
    void certificatesThatAreNotThereAreToldWithTheLineOfTheirElement() throws Exception {
        add("near", HOST.toString(), Optional.empty(), Optional.of(Text.literal("ca.pem", new Origin("pom.xml", 7))));
        ModelAccess access = access();

        assertThatThrownBy(() -> access.of(HOST, REPOSITORY))
                .isInstanceOf(StepException.class)
                .hasMessageStartingWith("pom.xml:7: There is no CA file " + directory.resolve("ca.pem") + ". Write");
        for (String content : List.of("", "hello", CERTIFICATE.substring(0, 100))) {
            Files.writeString(directory.resolve("ca.pem"), content);
            assertThatThrownBy(() -> access.of(HOST, REPOSITORY))
                    .isInstanceOf(StepException.class)
                    .hasMessageContaining("pom.xml:7: ", "holds no certificates in PEM. Write");
        }
    }

    @Test
    void certificatesWhoseParameterHasNoValueAreToldToo() throws Exception {
        Parameter unset = new Parameter("ca", Origin.NONE, Optional.empty(), "", false, "");
        add(
                "near",
                HOST.toString(),
                Optional.empty(),
                Optional.of(Text.parse("{ca}", new Origin("pom.xml", 7), Map.of("ca", unset), new Problems())));
        ModelAccess access = access();

        assertThatThrownBy(() -> access.of(HOST, REPOSITORY))
                .isInstanceOf(StepException.class)
                .hasMessage("pom.xml:7: A parameter in <caFile>{ca}</caFile> has no value. Set it.");
    }

    @Test
    void identifiesTheClientByTheFilesOfTheModel() throws Exception {
        Files.copy(authority.serverCertificate(), directory.resolve("client.pem"));
        Files.copy(authority.serverKey(), directory.resolve("client.key"));
        ContainerRegistry registry = identified(Optional.of("client.key"));

        assertThat(access().of(registry).tls().client())
                .contains(new TlsFiles.Client(directory.resolve("client.pem"), directory.resolve("client.key")));
    }

    @Test
    void readsTheKeyOfTheClientFromTheFileOfTheCertificate() throws Exception {
        Files.writeString(
                directory.resolve("client.pem"),
                Files.readString(authority.serverCertificate()) + Files.readString(authority.serverKey()));
        ContainerRegistry registry = identified(Optional.empty());

        assertThat(access().of(registry).tls().client())
                .contains(new TlsFiles.Client(directory.resolve("client.pem"), directory.resolve("client.pem")));
    }

    @Test
    void namesTheFilesOfTheClientThatCannotBeUsed() throws Exception {
        ContainerRegistry registry = identified(Optional.empty());
        ModelAccess access = access();

        assertThatThrownBy(() -> access.of(registry))
                .isInstanceOf(StepException.class)
                .hasMessageStartingWith("pom.xml:9: The client certificate " + directory.resolve("client.pem"))
                .hasMessageContaining("there is no file")
                .hasMessageEndingWith(
                        "Write the paths of files in PEM into <clientCertificate> and <clientKey>, from the POM's directory.");
    }

    /** Adds a registry whose clients have a certificate. */
    private ContainerRegistry identified(Optional<String> key) {
        TlsSettings tls = new TlsSettings(
                false,
                Optional.empty(),
                Optional.of(Text.literal("client.pem", new Origin("pom.xml", 9))),
                key.map(Text::literal));
        ContainerRegistry registry = new ContainerRegistry(
                "near", Origin.NONE, Text.literal(HOST.toString()), Optional.empty(), Optional.empty(), tls, false);
        registries.add(registry);
        return registry;
    }

    private void add(String name, String endpoint, Optional<String> repository, Optional<Text> caFile) {
        registries.add(new ContainerRegistry(
                name,
                Origin.NONE,
                Text.literal(endpoint),
                repository.map(Text::literal),
                Optional.empty(),
                new TlsSettings(true, caFile, Optional.empty(), Optional.empty()),
                false));
    }

    private ModelAccess access() throws InvalidModelException {
        AppModel model = AppModel.of(List.of(), registries, List.of(), List.of(), AppSettings.DEFAULT, new Problems());
        return new ModelAccess(model, new CredentialChain(List.of(new Everybody())), directory);
    }

    private static String user(RegistryAccess access) {
        return access.credentials().orElseThrow().username();
    }

    /** Has credentials for each registry, and records the requested ones. */
    private final class Everybody implements CredentialSource {
        @Override
        public String describe(RegistryHost host, String registryName) {
            return "everybody";
        }

        @Override
        public Optional<Credentials> find(RegistryHost host, String registryName) {
            asked.add(registryName);
            return Optional.of(new Credentials("user of " + registryName, new Secret("hunter2")));
        }
    }
}
