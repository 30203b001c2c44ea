package io.github.aspirejava.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The messages for failures of an engine, or of a registry behind it. */
@NeedsEngine
@NeedsRegistry
@NeedsSkopeo
class EngineFaultsIT {
    private RealRegistry bases;

    @BeforeEach
    void openRegistry() {
        bases = RealRegistry.open();
        Skopeo.copy(Workspace.baseImage() + ":17-jre", "docker://" + base(), "--dest-tls-verify=false");
    }

    @AfterEach
    void closeRegistry() {
        bases.close();
    }

    private String base() {
        return bases.host() + "/base:1";
    }

    private Sample docked(RealRegistry target) {
        return DockerfileProject.of(target.host(), base(), List.of("plain"), "");
    }

    private static MavenBuild build(Sample docked) {
        return MavenBuild.of(docked)
                .property("aspire.services", "plain")
                .property("aspire.parameters.token", "sesame-open");
    }

    private static String place(Sample docked) {
        return "pom.xml:" + docked.lineOf("pom.xml", "<name>plain</name>");
    }

    @Test
    void anEngineThatDiesInTheMiddleOfABuildEndsItsStep() {
        Sample docked = docked(bases);
        try (EngineLine line = EngineLine.until("Step 2/")) {
            BuildResult failed =
                    build(docked).environment("DOCKER_HOST", line.host()).run("aspire:push");

            assertThat(failed.exitCode()).isNotZero();
            assertThat(String.join("\n", failed.lines()))
                    .contains(place(docked) + ": The image of plain cannot be built: plain/Dockerfile")
                    .contains("the engine has aborted the build")
                    .doesNotContain("\tat ", "sesame-open");
            assertThat(bases.digest("plain", "1.0.0")).isEmpty();
        }
    }

    @Test
    void aSocketThatBelongsToSomebodyElseIsNamed() throws IOException {
        Sample docked = docked(bases);
        Path socket = Workspace.newDirectory("socket").resolve("docker.sock");
        try (ServerSocketChannel other = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            other.bind(UnixDomainSocketAddress.of(socket));
            Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString("---------"));

            BuildResult failed =
                    build(docked).environment("DOCKER_HOST", "unix://" + socket).runWithoutPrivileges("aspire:push");

            assertThat(failed.exitCode()).isNotZero();
            assertThat(String.join("\n", failed.lines()))
                    .contains("unix://" + socket + " (DOCKER_HOST): ")
                    .contains("Permission denied. Add the user to the group of the socket")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void aRegistryThatRefusesTheImageIsNamedAndTheImageNotSaidToBeThere() {
        try (RealRegistry closed = RealRegistry.withBasicAuth()) {
            Sample docked = docked(closed);

            BuildResult failed = build(docked).run("aspire:push");

            assertThat(failed.exitCode()).isNotZero();
            assertThat(failed.images().path("notPushed").findValuesAsText("service"))
                    .containsExactly("plain");
            assertThat(String.join("\n", failed.lines()))
                    .contains(closed.host())
                    .doesNotContain("\tat ");
        }
    }
}
