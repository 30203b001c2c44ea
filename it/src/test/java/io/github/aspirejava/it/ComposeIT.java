package io.github.aspirejava.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Services that a real engine runs as a Compose project. */
@NeedsEngine
class ComposeIT {
    private static ComposedShop shop;
    private static BuildResult first;

    @BeforeAll
    static void deployOnce() {
        shop = new ComposedShop();
        first = shop.deploy();
        assertThat(first).succeeded();
    }

    @AfterAll
    static void remove() {
        if (shop != null) {
            shop.close();
        }
    }

    @Test
    void runsEachServiceOnTheProjectsNetworkAndPublishesWhatIsExternal() {
        assertThat(shop.containers())
                .containsExactlyInAnyOrder(shop.project() + "-store-1", shop.project() + "-web-shop-1");
        assertThat(shop.networks()).containsExactly(shop.project() + "_aspire");
        assertThat(shop.get("/health")).isEqualTo("fine");
        assertThat(shop.inspect("store").path("HostConfig").path("PortBindings"))
                .isEmpty();
        assertThat(first).prints("http://localhost:" + shop.webPort());
    }

    @Test
    void resolvesReferencesAddressesAndLiterals() {
        assertThat(shop.get("/env/STORE_HTTP")).isEqualTo("http://store:8080");
        assertThat(shop.get("/env/services__store__http__0")).isEqualTo("http://store:8080");
        assertThat(shop.get("/env/STORE_ADDRESS")).isEqualTo("store at store:8080, {literal}");
        assertThat(shop.get("/env/GREETING")).isEqualTo("costs 5$ or $$x");
        assertThat(shop.get("/store/health")).isEqualTo("fine");
    }

    @Test
    void startsAServiceOnceTheOneThatItWaitsForIsHealthy() {
        Instant store = started("store");
        Instant web = started("web-shop");

        assertThat(store).isBefore(web);
        assertThat(first.lines()).anyMatch(line -> line.contains("await-store"));
    }

    private static Instant started(String service) {
        return Instant.parse(
                shop.inspect(service).path("State").path("StartedAt").asText());
    }

    @Test
    void generatesASecretOnceAndShowsItNowhere() throws IOException {
        String password = shop.get("/store/env/STORE_PASSWORD");

        assertThat(password).hasSizeGreaterThanOrEqualTo(22);
        assertThat(shop.get("/env/STORE_LOGIN")).isEqualTo("http://shop:%s@store:8080".formatted(password));
        assertThat(first).doesNotPrint(password);
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(shop.sample().file(".aspire/compose/local.env"))))
                .isEqualTo("rw-------");
        assertThat(shop.sample().read(".aspire/.gitignore")).isEqualTo("*\n");
    }

    @Test
    void changesNothingTheSecondTimeAndSaysSo() {
        List<String> before = List.of(shop.id("store"), shop.id("web-shop"));

        BuildResult second = shop.deploy();

        assertThat(second).succeeded();
        assertThat(List.of(shop.id("store"), shop.id("web-shop"))).isEqualTo(before);
        assertThat(second.lines()).anyMatch(line -> line.contains("http://localhost:") && line.contains("(unchanged)"));
        assertThat(second.sample()
                        .json("target/aspire/deployed.json")
                        .path("services")
                        .findValuesAsText("state"))
                .containsExactly("unchanged", "unchanged");
    }

    @Test
    void writesFilesForComposeWithoutSecrets() {
        BuildResult published = shop.maven("aspire:publish");

        assertThat(published).succeeded();
        String file = shop.sample().read("target/aspire/local/docker-compose.yaml");
        String variables = shop.sample().read("target/aspire/local/.env");
        assertThat(file)
                .contains("GREETING: costs 5$$ or $$$$x")
                .contains("STORE_PASSWORD: \"${STORE_PASSWORD}\"")
                .contains("STORE_HTTP: http://store:8080")
                .contains("condition: service_started")
                .contains("restart: unless-stopped");
        assertThat(variables)
                .contains("COMPOSE_PROJECT_NAME='%s'".formatted(shop.project()))
                .contains("\nSTORE_PASSWORD=\n");
        assertThat(file + variables).doesNotContain(shop.get("/store/env/STORE_PASSWORD"));
    }

    @Test
    void replacesOnlyTheContainerWhoseSettingsChange() {
        try (ComposedShop other = new ComposedShop()) {
            assertThat(other.deploy()).succeeded();
            assertThat(other.get("/store/put/apples")).isEqualTo("stored");
            String password = other.get("/store/env/STORE_PASSWORD");
            String web = other.id("web-shop");
            String store = other.id("store");
            int port = other.webPort();

            assertThat(other.maven("aspire:deploy", "-Daspire.parameters.colour=green"))
                    .succeeded();

            assertThat(other.id("web-shop")).isEqualTo(web);
            assertThat(other.id("store")).isNotEqualTo(store);
            assertThat(other.webPort()).isEqualTo(port);
            assertThat(other.get("/store/goods")).isEqualTo("apples");
            assertThat(other.get("/store/env/STORE_PASSWORD")).isEqualTo(password);
            removesWhatTheModelNoLongerHas(other);
            leavesOnlyVolumesWhenItIsTakenDown(other, password);
        }
    }

    private static void removesWhatTheModelNoLongerHas(ComposedShop other) {
        String pom = other.sample().read("pom.xml");
        other.with("services", """
                <javaApp>
                  <name>extra</name>
                  <module>corner-shop</module>
                  <baseImage>%s:17-jre</baseImage>
                </javaApp>""".formatted(Workspace.baseImage()));
        assertThat(other.deploy()).succeeded();
        assertThat(other.containers()).hasSize(3);

        other.sample().write("pom.xml", pom);
        BuildResult result = other.deploy();

        assertThat(result).succeeded();
        assertThat(result).prints("removing the container of extra");
        assertThat(other.containers()).hasSize(2);
    }

    private static void leavesOnlyVolumesWhenItIsTakenDown(ComposedShop other, String password) {
        BuildResult down = other.maven("aspire:do", "-Daspire.steps=docker-compose-down-local");

        assertThat(down).succeeded();
        assertThat(other.containers()).isEmpty();
        assertThat(other.networks()).isEmpty();
        assertThat(other.volumes()).containsExactly(other.project() + "_goods");

        assertThat(other.deploy()).succeeded();
        assertThat(other.get("/store/goods")).isEqualTo("apples");
        assertThat(other.get("/store/env/STORE_PASSWORD")).isEqualTo(password);
    }

    @Test
    void showsWhyAServiceDoesNotStartAndKeepsWhatItHeldBackFromStarting() {
        try (ComposedShop broken = new ComposedShop()) {
            broken.with("store variables", "<CRASH>the disk is full</CRASH>");

            BuildResult result = broken.deploy();

            assertThat(result).failed();
            assertThat(result).hasNoStackTrace();
            assertThat(result).prints("store does not run in local: it ended with exit code 3");
            assertThat(result).prints("no database: the disk is full");
            assertThat(result).prints("the password is ***");
            assertThat(broken.containers()).containsExactly(broken.project() + "-store-1");
            assertThat(broken.inspect("store").path("State").path("Running").asBoolean())
                    .isFalse();
            JsonNode deployed = result.sample().json("target/aspire/deployed.json");
            assertThat(deployed.path("services")).isEmpty();
            assertThat(deployed.path("notDeployed").findValuesAsText("service"))
                    .containsExactlyInAnyOrder("store", "web-shop");
        }
    }

    @Test
    void namesThePortThatIsInUse() throws IOException {
        try (ComposedShop other = new ComposedShop();
                ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            other.with("web endpoint", "<exposedPort>%d</exposedPort>".formatted(taken.getLocalPort()));

            BuildResult result = other.deploy();

            assertThat(result).failed();
            assertThat(result)
                    .prints("Port %d of 127.0.0.1 is in use, so that the endpoint 'http' of web-shop"
                            .formatted(taken.getLocalPort()));
            assertThat(other.containers()).containsExactly(other.project() + "-store-1");
        }
    }
}
