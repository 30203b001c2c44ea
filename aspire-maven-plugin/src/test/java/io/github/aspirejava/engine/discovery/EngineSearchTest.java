package io.github.aspirejava.engine.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aspirejava.engine.api.ContainerEngine;
import io.github.aspirejava.engine.api.EngineKind;
import io.github.aspirejava.engine.api.FakeEngine;
import io.github.aspirejava.image.Digest;
import io.github.aspirejava.run.StepException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineSearchTest {
    @TempDir
    Path home;

    private final Map<String, String> properties = new HashMap<>();
    private final Map<String, String> environment = new HashMap<>();
    private final FakeEngine engine = new FakeEngine();

    @AfterEach
    void stop() {
        engine.close();
    }

    private ContainerEngine find() throws StepException, InterruptedException {
        return find(Duration.ofSeconds(20));
    }

    private ContainerEngine find(Duration patience) throws StepException, InterruptedException {
        EngineCandidates candidates =
                new EngineCandidates(name -> Optional.ofNullable(properties.get(name)), environment, home, false);
        return new EngineSearch(candidates, environment, patience).find();
    }

    @Test
    void takesTheHostOfThePropertyBeforeThatOfTheEnvironment() throws Exception {
        engine.docker("1.46");
        properties.put("aspire.engine.host", engine.address().toString());
        environment.put("DOCKER_HOST", "unix:///nowhere.sock");

        ContainerEngine found = find();

        assertThat(found.kind()).isEqualTo(EngineKind.DOCKER);
        assertThat(found.apiVersion()).isEqualTo("1.46");
        assertThat(found).hasToString("Docker 27.0.1 at %s (aspire.engine.host)".formatted(engine.address()));
    }

    @Test
    void takesTheHostOfDockersCurrentContext() throws Exception {
        engine.docker("1.46");
        Path docker = home.resolve(".docker");
        String id = Digest.of("desk".getBytes(StandardCharsets.UTF_8)).hex();
        Path meta = Files.createDirectories(docker.resolve("contexts/meta").resolve(id));
        Files.writeString(docker.resolve("config.json"), "{\"currentContext\":\"desk\"}");
        Files.writeString(
                meta.resolve("meta.json"),
                "{\"Name\":\"desk\",\"Endpoints\":{\"docker\":{\"Host\":\"%s\"}}}".formatted(engine.address()));

        assertThat(find().api().host().source()).isEqualTo("Docker's context 'desk'");
        assertThat(find().api().host().context()).contains("desk");
    }

    @Test
    void takesThePodmanThatIsAskedForAndNotTheDockerThatIsThere() throws Exception {
        try (FakeEngine podman = new FakeEngine().podman("1.41")) {
            engine.docker("1.46");
            environment.put("ASPIRE_CONTAINER_RUNTIME", "podman");
            environment.put("CONTAINER_HOST", podman.address().toString());
            environment.put("DOCKER_HOST", engine.address().toString());

            assertThat(find().kind()).isEqualTo(EngineKind.PODMAN);
        }
    }

    @Test
    void saysThatItIsTheOtherOne() {
        engine.docker("1.46");
        environment.put("ASPIRE_CONTAINER_RUNTIME", "podman");
        properties.put("aspire.engine.host", engine.address().toString());

        assertThatThrownBy(this::find)
                .hasMessageContaining("this is Docker, but ASPIRE_CONTAINER_RUNTIME requires Podman");
    }

    @Test
    void refusesAnEngineThatNobodyKnows() {
        environment.put("ASPIRE_CONTAINER_RUNTIME", "rkt");

        assertThatThrownBy(this::find)
                .isInstanceOf(StepException.class)
                .hasMessage("ASPIRE_CONTAINER_RUNTIME is 'rkt'. Set it to docker or podman.");
    }

    @Test
    void refusesAnAddressThatItCannotUse() {
        environment.put("DOCKER_HOST", "ssh://me@there");

        assertThatThrownBy(this::find).hasMessageStartingWith("DOCKER_HOST is 'ssh://me@there', which cannot be used.");
    }

    @Test
    void saysWhereItLookedAndWhatEachPlaceSaid() throws IOException {
        // A socket that no server listens on any more.
        Path dead = home.resolve("podman/podman.sock");
        Files.createDirectories(home.resolve("podman"));
        try (ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.bind(UnixDomainSocketAddress.of(dead));
        }
        environment.put("XDG_RUNTIME_DIR", home.toString());
        environment.put("ASPIRE_CONTAINER_RUNTIME", "podman");
        environment.put("CONTAINER_HOST", "unix:///nowhere/podman.sock");

        assertThatThrownBy(this::find)
                .isInstanceOf(StepException.class)
                .hasMessageContaining("No container engine was found. Start Docker or Podman")
                .hasMessageContaining("unix:///nowhere/podman.sock (CONTAINER_HOST): no such file")
                .hasMessageContaining("unix://%s (the user's socket of Podman): ".formatted(dead))
                .hasMessageContaining("Connection refused");
    }

    @Test
    void saysThatSomethingElseAnswers() {
        engine.on("/", 200, "<html>");
        properties.put("aspire.engine.host", engine.address().toString());

        assertThatThrownBy(this::find).hasMessageContaining("the server there is not a container engine (HTTP 200");
    }

    @Test
    void saysThatAnEngineIsTooOld() {
        engine.docker("1.39");
        properties.put("aspire.engine.host", engine.address().toString());

        assertThatThrownBy(this::find)
                .hasMessageContaining("Docker 27.0.1 has the API version 1.39, which is older than 1.40");
    }

    @Test
    void givesUpOnAnEngineThatTakesTheConnectionAndSaysNothing() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            properties.put("aspire.engine.host", "tcp://127.0.0.1:" + silent.getLocalPort());

            assertThatThrownBy(() -> find(Duration.ofMillis(20))).hasMessageContaining("no answer within");
        }
    }

    @Test
    void asksAgainWithMorePatienceIfNobodyAnswersAtOnce() throws Exception {
        CountDownLatch second = new CountDownLatch(2);
        engine.on("/_ping", exchange -> {
            second.countDown();
            if (second.getCount() > 0) {
                try {
                    second.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
            exchange.getResponseHeaders().add("Api-Version", "1.46");
            FakeEngine.send(exchange, 200, "OK");
        });
        properties.put("aspire.engine.host", engine.address().toString());

        assertThat(find(Duration.ofSeconds(2)).apiVersion()).isEqualTo("1.46");
        assertThat(engine.requests()).hasSize(2);
    }

    private void context(String name, String host) throws IOException {
        String id = Digest.of(name.getBytes(StandardCharsets.UTF_8)).hex();
        Path meta =
                Files.createDirectories(home.resolve(".docker/contexts/meta").resolve(id));
        Files.writeString(
                meta.resolve("meta.json"),
                "{\"Name\":\"%s\",\"Endpoints\":{\"docker\":{\"Host\":\"%s\"}}}".formatted(name, host));
    }

    @Test
    void takesNoOtherEngineThanThatOfTheContext() throws IOException {
        environment.put("DOCKER_CONTEXT", "farm");
        assertThatThrownBy(this::find)
                .isInstanceOf(StepException.class)
                .hasMessageStartingWith("DOCKER_CONTEXT names the context 'farm' of Docker, which does not exist in");

        context("farm", "ssh://me@build.example");
        assertThatThrownBy(this::find)
                .isInstanceOf(StepException.class)
                .hasMessageStartingWith("Docker's context 'farm' is 'ssh://me@build.example', which cannot be used. ")
                .hasMessageContaining("ssh -nNT -L");

        context("farm", "");
        assertThatThrownBy(this::find).hasMessageContaining("Docker's context 'farm' has no address of an engine");
    }

    @Test
    void namesTheCurrentContextThatDoesNotExist() throws IOException {
        Files.createDirectories(home.resolve(".docker"));
        Files.writeString(home.resolve(".docker/config.json"), "{\"currentContext\":\"gone\"}");

        assertThatThrownBy(this::find).hasMessageContaining("config.json names the context 'gone' of Docker");
    }

    @Test
    void letsTheHostOfTheEnvironmentTakePrecedenceOverAContext() throws Exception {
        engine.docker("1.46");
        environment.put("DOCKER_CONTEXT", "farm");
        environment.put("DOCKER_HOST", engine.address().toString());

        assertThat(find().api().host().context()).isEmpty();
    }

    @Test
    void readsTheBlanksOfASocketsPath() throws IOException {
        Path socket = Files.createDirectories(home.resolve("my sock")).resolve("d.sock");
        environment.put("DOCKER_HOST", "unix://" + socket);

        assertThatThrownBy(this::find).hasMessageContaining("unix://%s (DOCKER_HOST): no such file".formatted(socket));

        environment.remove("DOCKER_HOST");
        environment.put("DOCKER_CONTEXT", "blank");
        context("blank", "unix://" + socket);
        assertThatThrownBy(this::find)
                .hasMessageContaining("unix://%s (Docker's context 'blank'): no such file".formatted(socket));
    }

    @Test
    void asksForTheSchemeOfAPath() {
        environment.put("DOCKER_HOST", "/var/run/docker.sock");

        assertThatThrownBy(this::find)
                .hasMessage(
                        "DOCKER_HOST is '/var/run/docker.sock', which cannot be used. Write unix:///var/run/docker.sock.");
    }

    @Test
    void takesAHostWithAnUnderscore() {
        environment.put("DOCKER_HOST", "tcp://my_engine.invalid:2375");

        assertThatThrownBy(this::find)
                .hasMessageContaining("tcp://my_engine.invalid:2375 (DOCKER_HOST): the host is unknown");
    }

    @Test
    void takesAnAddressThatEndsWithASlash() throws Exception {
        engine.docker("1.46");
        environment.put("DOCKER_HOST", engine.address() + "/");

        assertThat(find().kind()).isEqualTo(EngineKind.DOCKER);
    }

    @Test
    void looksAtTheSocketsOfRootlessEnginesAndDesktopApplications() {
        environment.put("XDG_RUNTIME_DIR", home.toString());
        environment.put("ASPIRE_CONTAINER_RUNTIME", "docker");
        EngineCandidates candidates = new EngineCandidates(name -> Optional.empty(), environment, home, false);

        assertThatCode(() -> assertThat(candidates.list(Preference.of(environment)))
                        .extracting(host -> String.valueOf(host.text()))
                        .contains(
                                "unix:///var/run/docker.sock",
                                "unix://" + home.resolve("docker.sock"),
                                "unix://" + home.resolve(".docker/run/docker.sock"),
                                "unix://" + home.resolve(".docker/desktop/docker.sock"),
                                "unix://" + home.resolve(".colima/default/docker.sock"),
                                "unix://" + home.resolve(".config/colima/default/docker.sock"),
                                "unix://" + home.resolve(".rd/docker.sock"),
                                "unix://" + home.resolve(".orbstack/run/docker.sock")))
                .doesNotThrowAnyException();
    }
}
