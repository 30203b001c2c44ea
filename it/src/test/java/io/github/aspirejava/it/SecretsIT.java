package io.github.aspirejava.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Credentials from each place that they can come from: they work, and are written nowhere. */
@NeedsRegistry
class SecretsIT {
    private static final String WRONG = "Qx9-not-the-password";

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
    private static Sample shop;

    @BeforeAll
    static void packageOnce() {
        registry = RealRegistry.withBasicAuth();
        shop = Sample.copyOf("shop");
        assertThat(MavenBuild.of(shop).run("package")).succeeded();
    }

    @AfterAll
    static void stop() {
        if (registry != null) {
            registry.close();
        }
    }

    /** Those whose encryption of passwords is the one that is described for Maven 3. */
    static List<MavenInstallation> mavens3() {
        return MavenInstallation.all().subList(0, 2);
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
        assertPushesInSecret(push("settings").settings(server("registry", RealRegistry.PASSWORD)));
    }

    @ParameterizedTest
    @MethodSource("mavens3")
    void encryptedInTheSettingsAreNotWritten(MavenInstallation maven) throws IOException {
        String master = encrypt(maven, "--encrypt-master-password", "master-of-all", Path.of("none"));
        Path security = Files.writeString(
                Workspace.newDirectory("security").resolve("settings-security.xml"),
                "<settingsSecurity><master>%s</master></settingsSecurity>".formatted(master));
        String password = encrypt(maven, "--encrypt-password", RealRegistry.PASSWORD, security);
        assertThat(password).startsWith("{").doesNotContain(RealRegistry.PASSWORD);

        assertPushesInSecret(push("encrypted-" + (maven.equals(MavenInstallation.running()) ? "running" : "newest"))
                .with(maven)
                .settings(server(registry.host(), password))
                .property("settings.security", security.toString()));
    }

    @Test
    void thatAreWrongAreNotWrittenAndEachPlaceIsNamed() {
        registry.forgetRequests();

        BuildResult push = push("wrong").settings(server("registry", WRONG)).run("-X", "-e", "aspire:push");

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

    /** Into a repository of its own, so that blobs are uploaded: that asks for credentials in other places. */
    private static MavenBuild push(String repository) {
        return MavenBuild.of(shop)
                .property("aspire.parameters.registry-endpoint", registry.host())
                .property("aspire.parameters.registry-repository", repository)
                .property("aspire.package.skip", "true");
    }

    private static String server(String id, String password) {
        return "<servers><server><id>%s</id><username>%s</username><password>%s</password></server></servers>"
                .formatted(id, RealRegistry.USERNAME, password);
    }

    /** What Maven prints for one of its options that encrypt. */
    private static String encrypt(MavenInstallation maven, String option, String password, Path security) {
        BuildResult encrypted = MavenBuild.of(Sample.copyOf("shop"))
                .with(maven)
                .property("settings.security", security.toString())
                .run(option, password);
        assertThat(encrypted).succeeded();
        return encrypted.lines().stream()
                .map(line -> line.replaceAll("\\e\\[\\d*m", ""))
                .filter(line -> line.startsWith("{"))
                .findFirst()
                .orElseThrow();
    }

    private static void assertPushesInSecret(MavenBuild build) {
        registry.forgetRequests();

        BuildResult push = build.run("-X", "-e", "aspire:push");

        assertThat(push).succeeded();
        assertThat(registry.pushes()).hasSize(2);
        assertThat(registry.requests()).filteredOn(RegistryRequest::putsBlob).isNotEmpty();
        assertWritesNoneOf(push, RealRegistry.PASSWORD);
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
