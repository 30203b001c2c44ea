package io.github.aspirejava.engine.discovery;

import io.github.aspirejava.engine.api.EngineHost;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The sockets and pipes of engines that are installed in the usual way, as a service or by a desktop application. */
final class UsualSockets {
    private final Map<String, String> environment;
    private final Path home;
    private final boolean windows;

    UsualSockets(Map<String, String> environment, Path home, boolean windows) {
        this.environment = environment;
        this.home = home;
        this.windows = windows;
    }

    /** Returns those of Docker, and of applications that provide Docker. */
    List<EngineHost> ofDocker() {
        if (windows) {
            return List.of(pipe("docker_engine").inContext(DockerContext.DEFAULT), pipe("dockerDesktopLinuxEngine"));
        }
        List<EngineHost> sockets = new ArrayList<>();
        sockets.add(socket(Path.of("/var/run/docker.sock"), "Docker's socket").inContext(DockerContext.DEFAULT));
        runtimeDirectory()
                .ifPresent(directory ->
                        sockets.add(socket(directory.resolve("docker.sock"), "the user's socket of rootless Docker")));
        sockets.add(socket(home.resolve(".docker/run/docker.sock"), "Docker Desktop's socket"));
        sockets.add(socket(home.resolve(".docker/desktop/docker.sock"), "Docker Desktop's socket on Linux"));
        sockets.add(socket(home.resolve(".orbstack/run/docker.sock"), "OrbStack's socket"));
        sockets.add(socket(home.resolve(".colima/default/docker.sock"), "Colima's socket"));
        sockets.add(socket(home.resolve(".colima/docker.sock"), "the socket of an older Colima"));
        sockets.add(socket(configuration().resolve("colima/default/docker.sock"), "Colima's socket"));
        sockets.add(socket(home.resolve(".rd/docker.sock"), "Rancher Desktop's socket"));
        return sockets;
    }

    /** Returns those of Podman and its machines. */
    List<EngineHost> ofPodman() {
        if (windows) {
            return List.of(pipe("podman-machine-default"));
        }
        List<EngineHost> sockets = new ArrayList<>();
        runtimeDirectory()
                .ifPresent(directory ->
                        sockets.add(socket(directory.resolve("podman/podman.sock"), "the user's socket of Podman")));
        sockets.add(socket(Path.of("/run/podman/podman.sock"), "Podman's socket"));
        Path machine = home.resolve(".local/share/containers/podman/machine");
        sockets.add(socket(machine.resolve("podman.sock"), "the socket of Podman's machine"));
        variable("TMPDIR")
                .ifPresent(directory -> sockets.add(socket(
                        Path.of(directory, "podman/podman-machine-default-api.sock"),
                        "the socket of Podman's machine")));
        return sockets;
    }

    private Optional<Path> runtimeDirectory() {
        return variable("XDG_RUNTIME_DIR").map(Path::of).or(this::runtimeDirectoryOfUser);
    }

    /** Returns the directory that the variable would name: services and SSH commands may run without it. */
    private Optional<Path> runtimeDirectoryOfUser() {
        try {
            return Optional.of(Path.of("/run/user", String.valueOf(Files.getAttribute(home, "unix:uid"))))
                    .filter(Files::isDirectory);
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Path configuration() {
        return variable("XDG_CONFIG_HOME").map(Path::of).orElseGet(() -> home.resolve(".config"));
    }

    private Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(text -> !text.isBlank());
    }

    private static EngineHost socket(Path file, String source) {
        return EngineHost.at(URI.create("unix://" + file.toUri().getRawPath()), source);
    }

    private static EngineHost pipe(String name) {
        return EngineHost.at(URI.create("npipe:////./pipe/" + name), "the pipe of " + name);
    }
}
