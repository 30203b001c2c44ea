package io.github.aspirejava.builder.frontend;

import io.github.aspirejava.app.BuildSecret;
import io.github.aspirejava.app.ImageSettings;
import io.github.aspirejava.app.Origin;
import io.github.aspirejava.app.Text;
import io.github.aspirejava.app.ViteApp;
import io.github.aspirejava.image.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A front end whose programs are scripts that record their calls in {@code calls}. A test writes further behavior in
 * shell.
 */
final class SampleFrontEnd {
    final Path directory;
    private final Path programs;
    private final Map<String, Text> arguments = new LinkedHashMap<>();
    private final List<BuildSecret> secrets = new ArrayList<>();
    private String member = "frontend";
    private Optional<ViteApp.PackageManager> packageManager = Optional.empty();
    private Optional<Text> nodeImage = Optional.empty();

    SampleFrontEnd(Path root) throws IOException {
        directory = Files.createDirectories(root.resolve("frontend"));
        programs = Files.createDirectories(root.resolve("programs"));
        write("package.json", "{\"scripts\":{\"build\":\"vite build\"}}");
    }

    /** Creates one with npm, whose {@code ci} fills node_modules and whose {@code build} writes a page. */
    static SampleFrontEnd ofNpm(Path root) throws IOException {
        SampleFrontEnd sample = new SampleFrontEnd(root);
        sample.write("package-lock.json", "{}");
        sample.program("node", "echo v20.0.0");
        sample.program("npm", """
                case "$1" in
                --version) echo 10.0.0 ;;
                ci) rm -rf node_modules && mkdir node_modules && echo installed >node_modules/.package-lock.json ;;
                run) mkdir -p dist/assets && echo page >dist/index.html && echo "$VITE_API" >dist/assets/api.js ;;
                esac""");
        return sample;
    }

    SampleFrontEnd write(String name, String text) throws IOException {
        Files.writeString(directory.resolve(name), text);
        return this;
    }

    /** Adds a program to the PATH. */
    SampleFrontEnd program(String name, String script) throws IOException {
        Path file = programs.resolve(name);
        Files.writeString(file, """
                #!/bin/sh
                case "$1" in --version) ;; *) echo "%s $*" >>"%s" ;; esac
                %s
                """.formatted(name, calls(), script));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        return this;
    }

    SampleFrontEnd argument(String name, String value) {
        arguments.put(name, Text.literal(value));
        return this;
    }

    /** Adds a secret that the installation can read. */
    SampleFrontEnd secret(String id, String value) {
        secrets.add(new BuildSecret(id, BuildSecret.Kind.VALUE, Text.literal(value)));
        return this;
    }

    /** Makes the front end a member of the workspace in its directory. */
    SampleFrontEnd member(String path) throws IOException {
        member = "frontend/" + path;
        Files.createDirectories(directory.resolve(path));
        return write(path + "/package.json", "{\"name\":\"web\",\"scripts\":{\"build\":\"vite build\"}}");
    }

    SampleFrontEnd packageManager(ViteApp.PackageManager chosen) {
        packageManager = Optional.of(chosen);
        return this;
    }

    /** Returns the variables that the build is run with: its own programs come first. */
    Map<String, String> environment() {
        return Map.of("PATH", programs + ":/usr/bin:/bin", "NODE_ENV", "production", "HOME", "/nowhere");
    }

    /** Returns the calls of the programs, except requests for their versions. */
    List<String> callsSoFar() throws IOException {
        return Files.exists(calls()) ? Files.readAllLines(calls()) : List.of();
    }

    private Path calls() {
        return programs.resolve("calls");
    }

    SampleFrontEnd nodeImage(String image) {
        nodeImage = Optional.of(Text.literal(image));
        return this;
    }

    FrontEnd frontEnd() throws FrontEndException {
        return FrontEnd.of(app(), directory.resolve(".."));
    }

    ViteApp app() {
        ImageSettings image =
                new ImageSettings(Optional.empty(), List.of(), List.of(Platform.LINUX_AMD64), Optional.empty());
        return ViteApp.of(
                        "frontend",
                        Origin.NONE,
                        Text.literal(member),
                        Text.literal("dist"),
                        ViteApp.BuildPlace.HOST,
                        image)
                .packageManager(packageManager)
                .nodeImage(nodeImage)
                .buildArguments(arguments)
                .buildSecrets(secrets)
                .build();
    }
}
