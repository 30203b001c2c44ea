package io.github.aspirejava.engine.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aspirejava.app.AppModel;
import io.github.aspirejava.app.AppSettings;
import io.github.aspirejava.app.Origin;
import io.github.aspirejava.app.Problems;
import io.github.aspirejava.app.Secret;
import io.github.aspirejava.concurrent.Cancellation;
import io.github.aspirejava.engine.api.ContainerEngine;
import io.github.aspirejava.engine.api.EngineHost;
import io.github.aspirejava.engine.api.EngineProbe;
import io.github.aspirejava.engine.api.FakeEngine;
import io.github.aspirejava.engine.context.BuildContext;
import io.github.aspirejava.engine.context.ForeignFiles;
import io.github.aspirejava.engine.image.EngineImages;
import io.github.aspirejava.engine.image.SavedImage;
import io.github.aspirejava.image.Digest;
import io.github.aspirejava.image.RegistryHost;
import io.github.aspirejava.oci.Blob;
import io.github.aspirejava.oci.ImageContent;
import io.github.aspirejava.oci.MediaTypes;
import io.github.aspirejava.oci.credential.CredentialChain;
import io.github.aspirejava.oci.credential.CredentialSource;
import io.github.aspirejava.oci.credential.Credentials;
import io.github.aspirejava.oci.registry.Registries;
import io.github.aspirejava.registry.ModelAccess;
import io.github.aspirejava.run.StepContext;
import io.github.aspirejava.run.StepException;
import io.github.aspirejava.run.StepResult;
import io.github.aspirejava.steps.Step;
import io.github.aspirejava.steps.StepKind;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DockerfileImagesTest {
    private static final String BUILT = "{\"stream\":\"Step 1/1 : FROM base\\n\"}\r\n{\"aux\":{\"ID\":\"%s\"}}\r\n";

    @TempDir
    Path directory;

    private final FakeEngine fake = new FakeEngine();
    private final List<String> progress = new ArrayList<>();
    private final Map<String, Credentials> credentials = new HashMap<>();
    private Map<String, String> environment = Map.of();

    @BeforeEach
    void write() throws Exception {
        Files.createDirectories(directory.resolve("edge"));
        Files.writeString(directory.resolve("edge/Dockerfile"), "FROM base\nRUN make\n");
    }

    @AfterEach
    void stop() {
        fake.close();
    }

    private DockerfileBuild.Builder edge() {
        Path context = directory.resolve("edge");
        return DockerfileBuild.of(
                "edge",
                new Origin("pom.xml", 7),
                new BuildContext(context, context.resolve("Dockerfile"), Optional.empty(), ForeignFiles.NONE));
    }

    private ImageContent build(DockerfileBuild.Builder build) throws Exception {
        ContainerEngine engine = EngineProbe.probe(EngineHost.at(fake.address(), "test"), Duration.ofSeconds(20));
        return images().build(build.build(), engine, context());
    }

    private DockerfileImages images() throws Exception {
        AppModel model = AppModel.of(List.of(), List.of(), List.of(), List.of(), AppSettings.DEFAULT, new Problems());
        ModelAccess access = new ModelAccess(model, new CredentialChain(List.of(source())), directory);
        return new DockerfileImages(
                EngineImages.in(directory.resolve("cache"), new Registries(), access),
                access,
                directory.resolve("logs"),
                directory,
                environment);
    }

    private CredentialSource source() {
        return new CredentialSource() {
            @Override
            public String describe(RegistryHost host, String registryName) {
                return "this test";
            }

            @Override
            public Optional<Credentials> find(RegistryHost host, String registryName) {
                return Optional.ofNullable(credentials.get(host.toString()));
            }
        };
    }

    private StepContext context() {
        Cancellation cancellation = new Cancellation();
        return new StepContext() {
            @Override
            public Step step() {
                return Step.of("build-edge", StepKind.BUILD_DOCKERFILE, "edge", Set.of(), "");
            }

            @Override
            public Cancellation cancellation() {
                return cancellation;
            }

            @Override
            public void progress(String message) {
                progress.add(message);
            }

            @Override
            public <T extends StepResult> List<T> results(Class<T> type) {
                return List.of();
            }

            @Override
            public <T extends StepResult> T result(String step, Class<T> type) {
                throw new IllegalStateException(step);
            }
        };
    }

    /** Lets the engine build, list and export an image. */
    private void has(SavedImage image) {
        fake.docker("1.46")
                .on("/build", 200, BUILT.formatted(image.id()))
                .on(
                        "/images/%s/json".formatted(image.id()),
                        200,
                        "{\"Id\":\"%s\",\"Os\":\"linux\",\"Architecture\":\"amd64\"}".formatted(image.id()))
                .on("/images/get", exchange -> {
                    exchange.sendResponseHeaders(200, 0);
                    try (OutputStream out = exchange.getResponseBody()) {
                        out.write(image.archive());
                    }
                });
    }

    private static byte[] unzipped(Blob layer) throws Exception {
        try (InputStream in = new GZIPInputStream(layer.open())) {
            return in.readAllBytes();
        }
    }

    @Test
    void readsAnImageOutOfAnEngineThatExportsDirectories() throws Exception {
        SavedImage image = SavedImage.inDirectories("low", "high");
        has(image);

        ImageContent content = build(edge());

        assertThat(content.root().descriptor().mediaType()).isEqualTo(MediaTypes.DOCKER_MANIFEST);
        assertThat(content.blobs()).hasSize(3);
        assertThat(unzipped(content.blobs().get(0))).isEqualTo(image.layers().get(0));
        assertThat(unzipped(content.blobs().get(1))).isEqualTo(image.layers().get(1));
        assertThat(content.blobs().get(2).descriptor().digest()).isEqualTo(image.id());
        assertThat(progress).contains("1/1 FROM base");
    }

    @Test
    void keepsTheManifestAndTheLayersOfAnEngineThatHasThem() throws Exception {
        SavedImage image = SavedImage.inLayout("low", "high");
        has(image);

        ImageContent content = build(edge());

        assertThat(content.root().descriptor().digest()).isEqualTo(image.id());
        assertThat(unzipped(content.blobs().get(0))).isEqualTo(image.layers().get(0));
    }

    @Test
    void exportsAnImageOnce() throws Exception {
        SavedImage image = SavedImage.inDirectories("low", "high");
        has(image);
        Digest first = build(edge()).root().descriptor().digest();

        Digest second = build(edge()).root().descriptor().digest();

        assertThat(second).isEqualTo(first);
        assertThat(fake.requests())
                .filteredOn(request -> request.contains("/images/get"))
                .hasSize(1);
    }

    @Test
    void readsALayerAgainThatNobodyHasKept() throws Exception {
        SavedImage image = SavedImage.inDirectories("low", "high");
        has(image);
        build(edge());
        try (var kept = Files.newDirectoryStream(directory.resolve("cache/layers-1"))) {
            for (Path layer : kept) {
                Files.delete(layer);
            }
        }

        ImageContent content = build(edge());

        assertThat(unzipped(content.blobs().get(1))).isEqualTo(image.layers().get(1));
    }

    @Test
    void makesALayerAnewThatIsNoLongerCompressedAsItWas() throws Exception {
        SavedImage image = SavedImage.inDirectories("low", "high");
        has(image);
        Digest before = build(edge()).blobs().get(1).descriptor().digest();
        replaceInCache(before.hex(), Digest.of(new byte[0]).hex());

        ImageContent remembered = build(edge());

        assertThatThrownBy(() -> remembered.blobs().get(1).open())
                .hasMessageContaining("is compressed differently than before. Run the build again");
        assertThat(build(edge()).blobs().get(1).descriptor().digest()).isEqualTo(before);
    }

    /** Replaces the digest of a layer in the cache's memory, and removes all cached layers. */
    private void replaceInCache(String digest, String other) throws Exception {
        try (var files = Files.walk(directory.resolve("cache"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (file.startsWith(directory.resolve("cache/layers-1"))) {
                    Files.delete(file);
                } else {
                    Files.writeString(file, Files.readString(file).replace(digest, other));
                }
            }
        }
    }

    @Test
    void refusesAnExportThatIsNotWhatTheConfigurationSays() throws Exception {
        has(SavedImage.inDirectories("low", "high").withOtherLayers("low", "forged"));

        assertThatThrownBy(() -> build(edge()))
                .isInstanceOf(StepException.class)
                .hasMessageContaining("has other layers than its configuration says");
    }

    @Test
    void endsWithTheFirstErrorAndTheLastLinesWhateverFollows() throws Exception {
        fake.docker("1.46").on("/build", 200, """
                {"stream":"Step 1/2 : FROM base\\n"}
                {"stream":"Step 2/2 : RUN make\\n"}
                {"stream":"\\u001b[91mmake: no rule\\u001b[0m\\n"}
                {"errorDetail":{"code":2,"message":"The command 'make' returned a non-zero code: 2"},"error":"x"}
                {"aux":{"ID":"sha256:0000000000000000000000000000000000000000000000000000000000000000"}}
                """);

        assertThatThrownBy(() -> build(edge()))
                .isInstanceOf(StepException.class)
                .hasMessage(
                        "pom.xml:7: The image of edge cannot be built: edge/Dockerfile:2: The command 'make' returned a non-zero code: 2. The full output of the engine is in logs/build-edge.log, and last\n  make: no rule");
        assertThat(directory.resolve("logs/build-edge.log"))
                .content()
                .contains("Step 1/2 : FROM base", "make: no rule", "non-zero code");
    }

    @Test
    void doesNotTakeABuildForDoneThatIsBrokenOff() throws Exception {
        fake.docker("1.46").on("/build", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody()
                    .write("{\"stream\":\"Step 1/2 : FROM base\\n\"}\n".getBytes(StandardCharsets.UTF_8));
        });

        assertThatThrownBy(() -> build(edge()))
                .isInstanceOf(StepException.class)
                .hasMessageStartingWith("pom.xml:7: The image of edge cannot be built");
    }

    @Test
    void saysWhatIsWrongWithADockerfileThatTheEngineDoesNotUnderstand() throws Exception {
        fake.docker("1.46")
                .on("/build", 400, "{\"message\":\"dockerfile parse error line 2: unknown instruction: RUNN\"}");

        assertThatThrownBy(() -> build(edge()))
                .isInstanceOf(StepException.class)
                .hasMessageContaining("pom.xml:7:")
                .hasMessageContaining("dockerfile parse error line 2: unknown instruction: RUNN");
    }

    @Test
    void handsNoSecretToDockersOwnBuilder() throws Exception {
        fake.docker("1.46").on("/build", 200, "");

        assertThatThrownBy(() -> build(edge().secrets(
                                List.of(SecretInput.of("token", new Origin("pom.xml", 9), new Secret("sesame"))))))
                .isInstanceOf(StepException.class)
                .hasMessageStartingWith("pom.xml:9: The <buildSecret> token of edge needs BuildKit");
        assertThat(fake.requests()).noneMatch(request -> request.contains("/build"));
    }

    @Test
    void handsASecretToPodmanInTheContextAndShowsItNowhere() throws Exception {
        fake.podman("1.41").on("/build", 200, "{\"stream\":\"it is sesame\\n\"}\n{\"error\":\"no sesame\"}\n");

        assertThatThrownBy(() -> build(edge().secrets(
                                List.of(SecretInput.of("token", new Origin("pom.xml", 9), new Secret("sesame"))))))
                .isInstanceOf(StepException.class)
                .hasMessageContaining("no ***")
                .hasMessageContaining("it is ***");
        assertThat(fake.requests())
                .anyMatch(request -> request.contains("secrets=") && request.contains("podman-build-secret0"))
                .noneMatch(request -> request.contains("sesame"));
        assertThat(new String(fake.lastBody(), StandardCharsets.UTF_8)).contains("podman-build-secret0", "sesame");
        assertThat(directory.resolve("logs/build-edge.log")).content().doesNotContain("sesame");
    }

    @Test
    void namesAContextAndADockerfileThatAreNotThere() throws Exception {
        fake.docker("1.46");
        Path nowhere = directory.resolve("nowhere");
        BuildContext noDockerfile = new BuildContext(
                directory.resolve("edge"), directory.resolve("edge/Other"), Optional.empty(), ForeignFiles.NONE);

        assertThatThrownBy(() -> build(DockerfileBuild.of(
                        "edge",
                        new Origin("pom.xml", 7),
                        new BuildContext(nowhere, nowhere, Optional.empty(), ForeignFiles.NONE))))
                .hasMessage(
                        "pom.xml:7: The context of edge, nowhere, is not a directory. Write the path of a directory into <context>.");
        assertThatThrownBy(() -> build(DockerfileBuild.of("edge", new Origin("pom.xml", 7), noDockerfile)))
                .hasMessage("pom.xml:7: There is no Dockerfile edge/Other for edge. Write its path into <file>.");
    }

    /** Creates a command line of Docker whose buildx records its calls and settings, and refuses to build. */
    private Map<String, String> buildx() throws Exception {
        Path programs = Files.createDirectories(directory.resolve("programs"));
        Path docker = Files.writeString(programs.resolve("docker"), """
                #!/bin/sh
                case "$2" in
                inspect) echo "Driver: docker-container" ;;
                build) echo "$*" >>calls; echo "$DOCKER_HOST|$BUILDX_NO_DEFAULT_ATTESTATIONS" >>calls
                       cat "$DOCKER_CONFIG/config.json" >>calls; echo "ERROR: no" ; exit 1 ;;
                esac
                """.replace(
                        "calls", directory.resolve("calls").toString()));
        Files.setPosixFilePermissions(docker, PosixFilePermissions.fromString("rwxr-xr-x"));
        return Map.of("PATH", programs + ":/usr/bin:/bin", "DOCKER_CONFIG", directory.toString());
    }

    @Test
    void buildsByBuildKitIfItIsThere() throws Exception {
        fake.docker("1.46");
        environment = buildx();

        assertThatThrownBy(() -> build(edge())).hasMessageContaining("edge/Dockerfile: no.");

        assertThat(fake.requests()).noneMatch(request -> request.contains("/build"));
        assertThat(Files.readString(directory.resolve("calls")))
                .startsWith("buildx build --progress plain ")
                .contains(fake.address() + "|1");
    }

    @Test
    void usesTheLegacyBuilderIfTheUserAsksForIt() throws Exception {
        has(SavedImage.inDirectories("low", "high"));
        environment = new HashMap<>(buildx());
        environment.put("DOCKER_BUILDKIT", "0");

        build(edge());

        assertThat(fake.requests()).anyMatch(request -> request.contains("/build"));
    }

    @Test
    void saysThatALineNeedsBuildKit() throws Exception {
        fake.docker("1.46");
        Files.writeString(directory.resolve("edge/Dockerfile"), "FROM base\nARG TARGETARCH\n");

        assertThatThrownBy(() -> build(edge()))
                .hasMessageContaining(
                        "pom.xml:7: 'ARG TARGETARCH' in edge/Dockerfile:2 needs BuildKit, and there is no docker buildx.");
    }

    @Test
    void givesTheEngineTheCredentialsOfEachImageAndTheProxies() throws Exception {
        has(SavedImage.inDirectories("low", "high"));
        Files.writeString(directory.resolve("edge/Dockerfile"), """
                ARG HOST=one.example
                FROM ${HOST}/base
                COPY --from=two.example/tools /t /t
                """);
        Files.writeString(directory.resolve("config.json"), "{\"proxies\":{\"default\":{\"httpProxy\":\"http://p\"}}}");
        environment = Map.of("DOCKER_CONFIG", directory.toString());
        credentials.put("one.example", new Credentials("me", new Secret("sesame")));
        credentials.put("two.example", new Credentials("me", new Secret("poppy")));

        build(edge());

        String header = fake.headers("/build").getFirst("X-Registry-Config");
        assertThat(new String(Base64.getUrlDecoder().decode(header), StandardCharsets.UTF_8))
                .isEqualTo(
                        "{\"one.example\":{\"username\":\"me\",\"password\":\"sesame\"},\"two.example\":{\"username\":\"me\",\"password\":\"poppy\"}}");
        assertThat(fake.requests()).anyMatch(request -> request.contains("http_proxy"));
    }
}
