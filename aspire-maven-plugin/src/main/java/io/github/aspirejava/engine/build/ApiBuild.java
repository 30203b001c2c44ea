package io.github.aspirejava.engine.build;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aspirejava.concurrent.Cancellation;
import io.github.aspirejava.engine.api.ContainerEngine;
import io.github.aspirejava.engine.api.EngineAnswer;
import io.github.aspirejava.engine.api.EngineKind;
import io.github.aspirejava.engine.api.Query;
import io.github.aspirejava.image.Digest;
import io.github.aspirejava.image.GrammarException;
import io.github.aspirejava.image.Platform;
import io.github.aspirejava.oci.credential.Credentials;
import io.github.aspirejava.run.StepException;
import io.github.aspirejava.text.FilteredException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Builds through an engine's API: by Docker's legacy builder, which is not BuildKit, or by Podman's. */
final class ApiBuild {
    private final ContainerEngine engine;
    private final Map<String, String> arguments;
    private final Map<String, Credentials> credentials;
    private final Cancellation cancellation;

    /**
     * Creates a builder.
     *
     * @param arguments all build arguments
     * @param credentials the credentials with which the engine reads images, by the registries' keys in Docker's
     *     settings
     */
    ApiBuild(
            ContainerEngine engine,
            Map<String, String> arguments,
            Map<String, Credentials> credentials,
            Cancellation cancellation) {
        this.engine = engine;
        this.arguments = arguments;
        this.credentials = credentials;
        this.cancellation = cancellation;
    }

    /**
     * Builds for one platform.
     *
     * @return the engine's id of the image
     * @throws BuildFailure if the engine reports an error
     */
    Digest build(DockerfileBuild build, Platform platform, BuildLog log) throws IOException, StepException {
        try {
            return build(build, platform, true, log);
        } catch (OtherPlatform e) {
            if (engine.kind() != EngineKind.PODMAN) {
                throw e;
            }
            // Podman's cache of a stage that begins with scratch does not record the platform.
            return build(build, platform, false, log);
        }
    }

    @SuppressWarnings("try") // a registration only has to be closed
    private Digest build(DockerfileBuild build, Platform platform, boolean cached, BuildLog log)
            throws IOException, StepException {
        Map<String, String> headers = new HashMap<>(Map.of("Content-Type", "application/x-tar"));
        RegistryLogins.header(credentials).ifPresent(header -> headers.put("X-Registry-Config", header));
        Map<String, byte[]> secrets = new TreeMap<>();
        for (int i = 0; i < build.secrets().size(); i++) {
            secrets.put(secretFile(i), build.secrets().get(i).content());
        }
        InputStream context = build.context().tar(secrets, cancellation);
        try (EngineAnswer answer = engine.api().post(query(build, platform, cached), headers, context);
                Cancellation.Registration registration = cancellation.onCancel(answer::close)) {
            return check(new BuildAnswer(log).read(answer.body()), platform);
        } catch (IOException e) {
            // A stream that the cancellation has closed throws another exception.
            cancellation.throwIfCancelled();
            throw e;
        }
    }

    private String query(DockerfileBuild build, Platform platform, boolean cached) {
        Query query = new Query("/build")
                .with("dockerfile", build.context().dockerfileName())
                .with("platform", platform.toString())
                .with("rm", "1")
                .with("forcerm", "1")
                .with("buildargs", arguments)
                .with("labels", build.labels())
                .with("cachefrom", build.cacheFrom());
        build.target().ifPresent(target -> query.with("target", target));
        build.network().ifPresent(network -> query.with("networkmode", network));
        if (build.pull()) {
            query.with("pull", "1");
        }
        if (!cached || build.options().noCache()) {
            query.with("nocache", "1");
        }
        build.options().shmSize().ifPresent(size -> query.with("shmsize", String.valueOf(ByteSize.parse(size))));
        List<String> hosts = build.options().addHosts().entrySet().stream()
                .map(host -> host.getKey() + ":" + host.getValue())
                .toList();
        if (engine.kind() == EngineKind.PODMAN) {
            query.with("extrahosts", hosts);
        } else {
            hosts.forEach(host -> query.with("extrahosts", host));
        }
        List<String> secrets = new ArrayList<>();
        for (int i = 0; i < build.secrets().size(); i++) {
            secrets.add("id=%s,src=%s".formatted(build.secrets().get(i).id(), secretFile(i)));
        }
        query.with("secrets", secrets);
        // A name denotes one image: with several platforms, that of the first one.
        if (platform.equals(build.platforms().get(0))) {
            build.names().forEach(name -> query.with("t", name));
        }
        return query.toString();
    }

    /**
     * Returns the name of a secret's file in the context, as podman's command line chooses it for a remote engine:
     * Podman removes these files from the context first.
     */
    private static String secretFile(int index) {
        return "podman-build-secret" + index;
    }

    /** Checks the platform of the built image: builders take an image of another platform if they find no other. */
    private Digest check(String image, Platform wanted) throws IOException {
        JsonNode json = engine.api().get("/images/%s/json".formatted(URLEncoder.encode(image, StandardCharsets.UTF_8)));
        try {
            Platform built = new Platform(
                    json.path("Os").asText(""),
                    json.path("Architecture").asText(""),
                    Optional.of(json.path("Variant").asText("")).filter(text -> !text.isEmpty()));
            if (!wanted.accepts(built)) {
                throw new OtherPlatform(
                        "the engine has built it for %s instead of %s. Write <platform>%s</platform>, or base it on an image for %s"
                                .formatted(built, wanted, built, wanted));
            }
            String id = json.path("Id").asText("");
            return Digest.parse(id.contains(":") ? id : "sha256:" + id);
        } catch (GrammarException e) {
            throw new FilteredException("the engine's response for %s is invalid".formatted(image), e);
        }
    }

    /** Thrown if the engine has built for another platform than the requested one. */
    private static final class OtherPlatform extends BuildFailure {
        private static final long serialVersionUID = 1L;

        OtherPlatform(String message) {
            super(message);
        }
    }
}
