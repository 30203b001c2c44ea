package io.github.aspirejava.engine.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aspirejava.app.Origin;
import io.github.aspirejava.app.Secret;
import io.github.aspirejava.engine.api.EngineHost;
import io.github.aspirejava.engine.context.BuildContext;
import io.github.aspirejava.engine.context.ForeignFiles;
import io.github.aspirejava.image.Platform;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BuildxCommandTest {
    private static final Origin POM = new Origin("pom.xml", 7);
    private static final BuildContext CONTEXT = new BuildContext(
            Path.of("/src/edge"), Path.of("/src/edge.Dockerfile"), Optional.empty(), ForeignFiles.NONE);

    private static BuildxCommand command(EngineHost host) {
        DockerfileBuild build = DockerfileBuild.of("edge", POM, CONTEXT)
                .target(Optional.of("web"))
                .arguments(Map.of("WHO", "me and you"))
                .labels(Map.of("team", "edge"))
                .platforms(List.of(Platform.parse("linux/amd64"), Platform.parse("linux/arm64")))
                .pull(true)
                .network(Optional.of("none"))
                .cacheFrom(List.of("cache:1"))
                .secrets(List.of(
                        SecretInput.of("token", POM, new Secret("sesame")),
                        SecretInput.in(Path.of("/keys/npmrc"), "npmrc", POM)))
                .oci(true)
                .build();
        return BuildxCommand.of(
                build,
                CONTEXT.dockerfile(),
                CONTEXT.directory(),
                host,
                List.of("--output", "type=oci,tar=false,dest=/layout"));
    }

    @Test
    void asksForAllThatTheModelSays() {
        BuildxCommand command = command(EngineHost.at(URI.create("unix:///run/e.sock"), "here"));

        assertThat(String.join(" ", command.arguments()))
                .isEqualTo(
                        "buildx build --progress plain --file /src/edge.Dockerfile --platform linux/amd64,linux/arm64"
                                + " --target web --build-arg WHO=me and you --label team=edge --network none --cache-from cache:1"
                                + " --pull --secret id=token,type=env,env=ASPIRE_BUILD_SECRET_2"
                                + " --secret id=npmrc,type=file,src=/keys/npmrc"
                                + " --output type=oci,tar=false,dest=/layout /src/edge");
    }

    @Test
    void handsASecretOverByTheEnvironmentAndShowsItNowhere() {
        BuildxCommand command = command(EngineHost.at(URI.create("unix:///run/e.sock"), "here"));

        assertThat(command.environment())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "DOCKER_HOST",
                        "unix:///run/e.sock",
                        "BUILDX_NO_DEFAULT_ATTESTATIONS",
                        "1",
                        "ASPIRE_BUILD_SECRET_2",
                        "sesame"));
        assertThat(command.arguments()).noneMatch(argument -> argument.contains("sesame"));
        assertThat(command.toString()).doesNotContain("sesame");
    }

    @Test
    void tellsWhereTheCertificatesOfTheEngineAre() {
        EngineHost host = new EngineHost(URI.create("tcp://e:2376"), Optional.of(Path.of("/certs")), "here");

        assertThat(command(host).environment())
                .containsEntry("DOCKER_TLS_VERIFY", "1")
                .containsEntry("DOCKER_CERT_PATH", "/certs");
    }

    @Test
    void selectsTheBuilderOfAContext() {
        EngineHost host =
                EngineHost.at(URI.create("unix:///run/e.sock"), "here").inContext("desk");

        assertThat(BuildxCommand.environment(host)).containsExactly(Map.entry("DOCKER_CONTEXT", "desk"));
    }

    @Test
    void asksForWhatFewBuildsNeed() {
        EngineOptions options = EngineOptions.builder()
                .noCache(true)
                .cacheTo(List.of("type=registry,ref=cache.example/c"))
                .addHosts(Map.of("db", "10.0.0.1"))
                .shmSize(Optional.of("128m"))
                .ssh(List.of("default"))
                .contexts(Map.of("lib", "/src/lib"))
                .provenance(Optional.of("mode=max"))
                .sbom(true)
                .build();
        DockerfileBuild build =
                DockerfileBuild.of("edge", POM, CONTEXT).options(options).build();

        BuildxCommand command = BuildxCommand.of(
                build,
                CONTEXT.dockerfile(),
                Path.of("/copy"),
                EngineHost.at(URI.create("unix:///run/e.sock"), "here"),
                List.of("--load"));

        assertThat(String.join(" ", command.arguments()))
                .endsWith(" --no-cache --cache-to type=registry,ref=cache.example/c --add-host db:10.0.0.1"
                        + " --shm-size 128m --ssh default --build-context lib=/src/lib --provenance mode=max"
                        + " --sbom true --load /copy");
        assertThat(command.environment()).doesNotContainKey("BUILDX_NO_DEFAULT_ATTESTATIONS");
        assertThat(options.images()).containsExactly("cache.example/c");
        assertThat(options.ofBuildKit()).contains("cacheTo");
    }
}
