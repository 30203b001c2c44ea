package io.github.aspirejava.engine.build;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aspirejava.image.GrammarException;
import io.github.aspirejava.image.ImageReference;
import io.github.aspirejava.image.RegistryHost;
import io.github.aspirejava.oci.Json;
import io.github.aspirejava.oci.credential.Credentials;
import io.github.aspirejava.registry.ModelAccess;
import io.github.aspirejava.run.StepException;
import java.util.Base64;
import java.util.Collection;
import java.util.Optional;

/** The credentials with which an engine reads base images: it has no access to the model's registries of its own. */
final class RegistryLogins {
    /** The key of Docker Hub in an engine's list of logins. */
    private static final String DOCKER_HUB = "https://index.docker.io/v1/";

    private final ModelAccess access;

    RegistryLogins(ModelAccess access) {
        this.access = access;
    }

    /** Returns the header for a build that reads these images; it is a secret. */
    Optional<String> header(Collection<String> images) throws StepException {
        ObjectNode logins = Json.object();
        for (String image : images) {
            Optional<ImageReference> reference = parse(image);
            if (reference.isPresent()) {
                add(logins, reference.get());
            }
        }
        return logins.isEmpty()
                ? Optional.empty()
                : Optional.of(Base64.getUrlEncoder().encodeToString(Json.write(logins)));
    }

    private void add(ObjectNode logins, ImageReference image) throws StepException {
        Optional<Credentials> found =
                access.of(image.host(), image.repository()).credentials();
        if (found.isEmpty()) {
            return;
        }
        Credentials credentials = found.get();
        ObjectNode login = logins.putObject(
                image.host().equals(RegistryHost.DOCKER_HUB)
                        ? DOCKER_HUB
                        : image.host().toString());
        if (credentials.isIdentityToken()) {
            login.put("identitytoken", credentials.password().reveal());
        } else if (credentials.isRegistryToken()) {
            login.put("registrytoken", credentials.password().reveal());
        } else {
            login.put("username", credentials.username())
                    .put("password", credentials.password().reveal());
        }
    }

    /** Parses the image of a stage; a stage that begins with another stage, or with an argument, names no image. */
    private static Optional<ImageReference> parse(String image) {
        try {
            return Optional.of(ImageReference.parse(image));
        } catch (GrammarException e) {
            return Optional.empty();
        }
    }
}
