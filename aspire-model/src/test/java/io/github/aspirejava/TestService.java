package io.github.aspirejava;

import io.github.aspirejava.app.BuildSecret;
import io.github.aspirejava.app.BuiltService;
import io.github.aspirejava.app.DeploymentSettings;
import io.github.aspirejava.app.Dockerfile;
import io.github.aspirejava.app.Endpoint;
import io.github.aspirejava.app.FileCopy;
import io.github.aspirejava.app.ImageSettings;
import io.github.aspirejava.app.JavaApp;
import io.github.aspirejava.app.JavaSource;
import io.github.aspirejava.app.ProbeSettings;
import io.github.aspirejava.app.Reference;
import io.github.aspirejava.app.ReplicaSettings;
import io.github.aspirejava.app.Text;
import io.github.aspirejava.app.ViteApp;
import io.github.aspirejava.image.Platform;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A service of a {@link TestModels} for which a test sets more than its name. */
public final class TestService {
    static final DeploymentSettings NO_DEPLOYMENT = DeploymentSettings.NONE;

    private enum Kind {
        JAVA_APP,
        DOCKERFILE,
        VITE_APP,
        VITE_SERVER
    }

    private final Kind kind;
    private final String name;
    private Optional<String> imageName = Optional.empty();
    private List<String> tags = List.of("1.0");
    private Optional<String> registry = Optional.empty();
    private boolean load;
    private Optional<String> environment = Optional.empty();
    private String baseImage = "eclipse-temurin:17-jre";
    private final List<String> references = new ArrayList<>();
    private final List<String> filesFrom = new ArrayList<>();
    private String filesTo = "/app/static";
    private Optional<String> filesPath = Optional.of("/srv/files");
    private ViteApp.BuildPlace builder = ViteApp.BuildPlace.ENGINE;
    private String outputDirectory = "dist";
    private String serverRoot = "/srv";
    private final Map<String, String> buildArguments = new HashMap<>();
    private final List<Endpoint> endpoints = new ArrayList<>();
    private final Map<String, String> variables = new LinkedHashMap<>();
    private final List<String> waitFor = new ArrayList<>();
    private Optional<Long> memory = Optional.empty();
    private Optional<Duration> shutdown = Optional.empty();
    private ProbeSettings probes = ProbeSettings.DEFAULT;

    private TestService(Kind kind, String name) {
        this.kind = kind;
        this.name = name;
    }

    public static TestService javaApp(String name) {
        return new TestService(Kind.JAVA_APP, name);
    }

    public static TestService dockerfile(String name) {
        return new TestService(Kind.DOCKERFILE, name);
    }

    public static TestService viteApp(String name) {
        return new TestService(Kind.VITE_APP, name);
    }

    public static TestService viteAppWithServer(String name) {
        return new TestService(Kind.VITE_SERVER, name);
    }

    public TestService imageName(String imageName) {
        this.imageName = Optional.of(imageName);
        return this;
    }

    public TestService tags(String... tags) {
        this.tags = List.of(tags);
        return this;
    }

    public TestService registry(String registry) {
        this.registry = Optional.of(registry);
        return this;
    }

    public TestService loaded() {
        load = true;
        return this;
    }

    public TestService environment(String environment) {
        this.environment = Optional.of(environment);
        return this;
    }

    public TestService baseImage(String baseImage) {
        this.baseImage = baseImage;
        return this;
    }

    public TestService endpoint(String name, int port, Endpoint.Transport transport) {
        return endpoint(new Endpoint(name, port, transport, false));
    }

    public TestService endpoint(Endpoint endpoint) {
        endpoints.add(endpoint);
        return this;
    }

    public TestService variable(String variable, String text) {
        variables.put(variable, text);
        return this;
    }

    public TestService waitFor(String service) {
        waitFor.add(service);
        return this;
    }

    public TestService memory(long bytes) {
        memory = Optional.of(bytes);
        return this;
    }

    public TestService shutdown(Duration time) {
        shutdown = Optional.of(time);
        return this;
    }

    public TestService probes(ProbeSettings settings) {
        probes = settings;
        return this;
    }

    public TestService references(String service) {
        references.add(service);
        return this;
    }

    public TestService filesFrom(String service) {
        filesFrom.add(service);
        return this;
    }

    public TestService filesTo(String directory) {
        filesTo = directory;
        return this;
    }

    public TestService filesPath(String path) {
        filesPath = Optional.of(path);
        return this;
    }

    public TestService withoutFilesPath() {
        filesPath = Optional.empty();
        return this;
    }

    public TestService builtOnHost() {
        builder = ViteApp.BuildPlace.HOST;
        return this;
    }

    public TestService outputDirectory(String directory) {
        outputDirectory = directory;
        return this;
    }

    public TestService serverRoot(String root) {
        serverRoot = root;
        return this;
    }

    public TestService buildArgument(String name, String value) {
        buildArguments.put(name, value);
        return this;
    }

    BuiltService in(TestModels model) {
        ImageSettings image = new ImageSettings(
                imageName.map(model::text),
                tags.stream().map(model::text).toList(),
                List.of(Platform.parse("linux/amd64")),
                registry.map(model::reference),
                load);
        Map<String, Text> texts = new LinkedHashMap<>();
        variables.forEach((variable, text) -> texts.put(variable, model.deployedText(text)));
        DeploymentSettings deployment = new DeploymentSettings(
                environment.map(model::reference),
                endpoints,
                texts,
                references.stream().map(model::reference).toList(),
                new ReplicaSettings(
                        List.of(),
                        List.of(),
                        waitFor.stream().map(model::reference).toList(),
                        probes,
                        memory,
                        Optional.empty(),
                        List.of(),
                        shutdown));
        List<FileCopy> files = filesFrom.stream()
                .map(from -> new FileCopy(model.reference(from), filesPath.map(model::text), model.text(filesTo)))
                .toList();
        return switch (kind) {
            case JAVA_APP ->
                JavaApp.of(name, model.line(), new JavaSource.Module(new Reference(name, model.line())), image)
                        .baseImage(Optional.of(model.text(baseImage)))
                        .deployment(deployment)
                        .files(files)
                        .build();
            case DOCKERFILE ->
                Dockerfile.of(name, model.line(), model.text(name), model.text("Dockerfile"), image)
                        .buildSecrets(List.<BuildSecret>of())
                        .deployment(deployment)
                        .files(files)
                        .build();
            case VITE_APP, VITE_SERVER ->
                ViteApp.of(name, model.line(), model.text(name), model.text(outputDirectory), builder, image)
                        .buildArguments(buildArguments.entrySet().stream()
                                .collect(Collectors.toMap(Map.Entry::getKey, entry -> model.text(entry.getValue()))))
                        .buildSecrets(List.<BuildSecret>of())
                        .server(
                                kind == Kind.VITE_SERVER
                                        ? Optional.of(new ViteApp.Server(model.text("caddy:2"), model.text(serverRoot)))
                                        : Optional.empty())
                        .deployment(deployment)
                        .files(files)
                        .build();
        };
    }
}
