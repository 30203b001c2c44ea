package io.github.aspirejava.engine.build;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aspirejava.dockerfile.Instructions;
import io.github.aspirejava.dockerfile.NeededImages;
import io.github.aspirejava.image.GrammarException;
import io.github.aspirejava.image.ImageReference;
import io.github.aspirejava.image.Platform;
import io.github.aspirejava.image.RegistryHost;
import io.github.aspirejava.oci.Json;
import io.github.aspirejava.oci.credential.Credentials;
import io.github.aspirejava.registry.ModelAccess;
import io.github.aspirejava.run.StepException;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The credentials with which an engine reads base images: it has no access to the model's registries of its own. */
final class RegistryLogins {
    /** The key of Docker Hub in an engine's list of logins. */
    private static final String DOCKER_HUB = "https://index.docker.io/v1/";

    private final ModelAccess access;

    RegistryLogins(ModelAccess access) {
        this.access = access;
    }

    /** Returns the credentials for the images that a build reads, by the registries' keys in Docker's configuration. */
    Map<String, Credentials> of(DockerfileBuild build) throws StepException {
        Map<String, Credentials> found = new TreeMap<>();
        for (String image : images(build)) {
            Optional<ImageReference> reference = parse(image);
            if (reference.isPresent()) {
                RegistryHost host = reference.get().host();
                access.of(host, reference.get().repository())
                        .credentials()
                        .ifPresent(credentials -> found.put(
                                host.equals(RegistryHost.DOCKER_HUB) ? DOCKER_HUB : host.toString(), credentials));
            }
        }
        return found;
    }

    private static Set<String> images(DockerfileBuild build) {
        Instructions instructions = Instructions.of(build.context().dockerfile());
        Set<String> images = new LinkedHashSet<>(build.options().images());
        images.addAll(build.cacheFrom());
        for (Platform platform : build.platforms()) {
            images.addAll(NeededImages.of(instructions, build.arguments(), predefined(platform)));
        }
        return images;
    }

    /** Returns the arguments that engines define; the machine that builds is taken to be of the same platform. */
    private static Map<String, String> predefined(Platform platform) {
        Map<String, String> values = new HashMap<>();
        for (String side : new String[] {"TARGET", "BUILD"}) {
            values.put(side + "PLATFORM", platform.toString());
            values.put(side + "OS", platform.os());
            values.put(side + "ARCH", platform.architecture());
            values.put(side + "VARIANT", platform.variant().orElse(""));
        }
        return values;
    }

    /** Returns the header for a build that reads images with these credentials; it is a secret. */
    static Optional<String> header(Map<String, Credentials> credentials) {
        if (credentials.isEmpty()) {
            return Optional.empty();
        }
        ObjectNode logins = Json.object();
        credentials.forEach((key, value) -> {
            ObjectNode login = logins.putObject(key);
            if (value.isIdentityToken()) {
                login.put("identitytoken", value.password().reveal());
            } else if (value.isRegistryToken()) {
                login.put("registrytoken", value.password().reveal());
            } else {
                login.put("username", value.username())
                        .put("password", value.password().reveal());
            }
        });
        return Optional.of(Base64.getUrlEncoder().encodeToString(Json.write(logins)));
    }

    /** Parses the image of a stage; what is not in the grammar of references is no image. */
    private static Optional<ImageReference> parse(String image) {
        try {
            return Optional.of(ImageReference.parse(image));
        } catch (GrammarException e) {
            return Optional.empty();
        }
    }
}
