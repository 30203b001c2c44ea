package io.github.aspirejava.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Credentials from each possible source: they work, and are written nowhere. */
@NeedsRegistry
class SecretsIT {
    private static final String WRONG = "Qx9-not-the-password";

    /** The password and the master password, encrypted by {@code mvnenc encrypt} of Maven 4. */
    private static final String ENCRYPTED_BY_MAVEN_4 =
            "{[name=master,cipher=AES/GCM/NoPadding,version=4.1]Aj2kSFUCKghTOjljAKA+NxRYE0+cI4yCel53CV43XwumL1fEV23NZqAFcwgpFDukTEvvuAroLxABiip1ALw=}";

    private static final String PARAMETERS = """
            <parameter><name>registry-user</name></parameter>
            <parameter><name>registry-password</name><secret>true</secret></parameter>""";
    private static final String ENDPOINT = "<endpoint>{registry-endpoint}</endpoint>";
    private static final String CREDENTIALS = """
            <credentials>
              <username>{registry-user}</username>
              <password>{registry-password}</password>
            </credentials>""";

    private static RealRegistry registry;
    private static EncryptedSettings encrypted;
    private static Sample shop;

    @BeforeAll
    static void packageOnce() {
        registry = RealRegistry.withBasicAuth();
        encrypted = EncryptedSettings.by(MavenInstallation.running());
        shop = Sample.copyOf("shop");
        assertThat(MavenBuild.of(shop).run("package")).succeeded();
    }

    @AfterAll
    static void stop() {
        if (registry != null) {
            registry.close();
        }
    }

    static List<MavenInstallation> mavens() {
        return MavenInstallation.all();
    }

    @Test
    void ofTheModelAreNotWritten() {
        String pom = shop.read(BadInput.POM);
        shop.replace(BadInput.POM, "</parameters>", PARAMETERS + "</parameters>");
        shop.replace(BadInput.POM, ENDPOINT, ENDPOINT + CREDENTIALS);
        try {
            assertPushesInSecret(push("model")
                    .property("aspire.parameters.registry-user", RealRegistry.USERNAME)
                    .environment("Parameters__registry_password", RealRegistry.PASSWORD));
        } finally {
            shop.write(BadInput.POM, pom);
        }
    }

    @Test
    void ofTheCommandLineAreNotWritten() {
        assertPushesInSecret(push("command-line")
                .property("aspire.registry.registry.username", RealRegistry.USERNAME)
                .property("aspire.registry.registry.password", RealRegistry.PASSWORD));
    }

    @Test
    void ofTheEnvironmentAreNotWritten() {
        assertPushesInSecret(push("environment")
                .environment("ASPIRE_REGISTRY_REGISTRY_USERNAME", RealRegistry.USERNAME)
                .environment("ASPIRE_REGISTRY_REGISTRY_PASSWORD", RealRegistry.PASSWORD));
    }

    @Test
    void ofTheSettingsAreNotWritten() {
        assertPushesInSecret(push("settings").settings(EncryptedSettings.server("registry", RealRegistry.PASSWORD)));
    }

    @ParameterizedTest
    @MethodSource("mavens")
    void encryptedInTheSettingsAreNotWritten(MavenInstallation maven) {
        assertThat(encrypted.password()).startsWith("{").doesNotContain(RealRegistry.PASSWORD);
        String repository = "encrypted-" + mavens().indexOf(maven);

        assertPushesInSecret(encrypted.into(push(repository).with(maven), registry.host()));
    }

    @Test
    void encryptedInTheWayOfMaven4AreNotWritten() {
        Path home = Workspace.newDirectory("home");
        new Sample("home", home).write(".m2/settings-security4.xml", """
                        <settingsSecurity>
                          <modelVersion>4.0.0</modelVersion>
                          <defaultDispatcher>master</defaultDispatcher>
                          <configurations>
                            <configuration>
                              <name>master</name>
                              <properties>
                                <property><name>source</name><value>env:MAVEN_MASTER_PASSWORD</value></property>
                                <property><name>cipher</name><value>AES/GCM/NoPadding</value></property>
                              </properties>
                            </configuration>
                          </configurations>
                        </settingsSecurity>
                        """);

        assertPushesInSecret(push("encrypted-as-4")
                .with(mavens().get(2))
                .settings(EncryptedSettings.server("registry", ENCRYPTED_BY_MAVEN_4))
                .environment("MAVEN_MASTER_PASSWORD", EncryptedSettings.MASTER_PASSWORD)
                .jvmOptions(List.of("-Duser.home=" + home)));
    }

    @Test
    void thatMavenCannotDecryptAreNotSent() {
        BuildResult push = push("undecrypted")
                .settings(EncryptedSettings.server("registry", encrypted.password()))
                .property("settings.security", Workspace.target("nowhere.xml").toString())
                .run("-X", "-e", "aspire:push");

        assertThat(push)
                .failed()
                .hasErrorWith(List.of(
                        "login-to-registry", "its password is encrypted, and Maven cannot decrypt it", "nowhere.xml"))
                .doesNotPrint(encrypted.password());
    }

    @Test
    void ofACredentialHelperAreNotWritten() {
        DockerConfig docker = DockerConfig.withHelper(registry.host(), RealRegistry.PASSWORD);

        assertPushesInSecret(docker.into(push("helper")));
    }

    @Test
    void thatAreTokensAreNotWritten() {
        try (TokenServer tokenServer = TokenServer.start(Duration.ofMinutes(1));
                RealRegistry guarded = RealRegistry.withTokens(tokenServer)) {
            DockerConfig docker = DockerConfig.withIdentityToken(guarded.host(), TokenServer.IDENTITY_TOKEN);

            BuildResult push = docker.into(push("tokens"))
                    .property("aspire.parameters.registry-endpoint", guarded.host())
                    .run("-X", "-e", "aspire:push");

            assertThat(push).succeeded();
            assertThat(guarded.pushes()).hasSize(2);
            assertThat(tokenServer.tokens()).isNotEmpty();
            assertWritesNoneOf(push, TokenServer.IDENTITY_TOKEN);
            tokenServer.tokens().forEach(token -> assertWritesNoneOf(push, token));
        }
    }

    @Test
    void thatAreWrongAreNotWrittenAndEachPlaceIsNamed() {
        registry.forgetRequests();

        BuildResult push = push("wrong")
                .settings(EncryptedSettings.server("registry", WRONG))
                .run("-X", "-e", "aspire:push");

        assertThat(push)
                .failed()
                .hasErrorWith(List.of(
                        "login-to-registry",
                        "<credentials>",
                        "-Daspire.registry.registry.username",
                        "ASPIRE_REGISTRY_REGISTRY_USERNAME",
                        "ASPIRE_REGISTRY_REGISTRY_PASSWORD",
                        "<server> 'registry' or '" + registry.host() + "'",
                        "user '" + RealRegistry.USERNAME + "'"));
        assertWritesNoneOf(push, WRONG);
        assertThat(registry.pushes()).isEmpty();
    }

    /** Pushes to a repository of its own, so that blobs are uploaded: that requests credentials at other places. */
    private static MavenBuild push(String repository) {
        return MavenBuild.of(shop)
                .property("aspire.parameters.registry-endpoint", registry.host())
                .property("aspire.parameters.registry-repository", repository)
                .property("aspire.package.skip", "true");
    }

    private static void assertPushesInSecret(MavenBuild build) {
        registry.forgetRequests();

        BuildResult push = build.run("-X", "-e", "aspire:push");

        assertThat(push).succeeded();
        assertThat(registry.pushes()).hasSize(2);
        assertThat(registry.requests()).filteredOn(RegistryRequest::putsBlob).isNotEmpty();
        assertWritesNoneOf(push, RealRegistry.PASSWORD);
        assertWritesNoneOf(push, EncryptedSettings.MASTER_PASSWORD);
    }

    private static void assertWritesNoneOf(BuildResult push, String password) {
        String basic = Base64.getEncoder()
                .encodeToString((RealRegistry.USERNAME + ":" + password).getBytes(StandardCharsets.UTF_8));
        assertThat(push).doesNotPrint(password).doesNotPrint(basic);
        try (Stream<Path> files = Files.walk(shop.directory())) {
            assertThat(files.filter(Files::isRegularFile))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                            .as("%s", file)
                            .doesNotContain(password, basic));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
