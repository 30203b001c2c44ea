package io.github.aspirejava.engine.compose;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aspirejava.app.AppModel;
import io.github.aspirejava.app.BuiltService;
import io.github.aspirejava.app.Container;
import io.github.aspirejava.app.Service;
import io.github.aspirejava.concurrent.Cancellation;
import io.github.aspirejava.engine.api.EngineAnswer;
import io.github.aspirejava.engine.api.EngineApi;
import io.github.aspirejava.engine.api.EngineException;
import io.github.aspirejava.engine.api.Query;
import io.github.aspirejava.engine.image.LocalNames;
import io.github.aspirejava.image.ImageReference;
import io.github.aspirejava.oci.Json;
import io.github.aspirejava.oci.credential.Credentials;
import io.github.aspirejava.push.PushedImage;
import io.github.aspirejava.push.PushedService;
import io.github.aspirejava.registry.ModelAccess;
import io.github.aspirejava.run.StepContext;
import io.github.aspirejava.run.StepException;
import io.github.aspirejava.text.FilteredException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the images of services in an engine, which pulls those that it does not have. */
final class ServiceImages {
    private final AppModel model;
    private final ModelAccess access;

    ServiceImages(AppModel model, ModelAccess access) {
        this.model = model;
        this.access = access;
    }

    /**
     * Returns the image of a service: the one that this run has pushed, by its digest, or else the one that it has
     * loaded or built, or a prebuilt one.
     */
    RunnableImage of(Service service, EngineApi api, Containers containers, StepContext context)
            throws IOException, StepException {
        List<PushedService> pushed = context.results(PushedService.class);
        if (!pushed.isEmpty()) {
            PushedImage image = pushed.get(0).image();
            ImageReference reference = ImageReference.parse(image.references().get(0));
            return pulled(
                    "%s/%s@%s".formatted(reference.host(), reference.repository(), image.digest()),
                    api,
                    containers,
                    context);
        }
        if (service instanceof BuiltService built) {
            String name = LocalNames.of(model, built).get(0);
            return containers
                    .image(name)
                    .map(image -> runnable(name, image))
                    .orElseThrow(() -> new FilteredException("the engine does not have its image %s".formatted(name)));
        }
        return pulled(((Container) service).source().require(), api, containers, context);
    }

    private RunnableImage pulled(String reference, EngineApi api, Containers containers, StepContext context)
            throws IOException, StepException {
        Optional<JsonNode> there = containers.image(reference);
        if (there.isEmpty()) {
            context.progress("pulling %s".formatted(reference));
            pull(reference, api, context.cancellation());
            there = containers.image(reference);
        }
        return there.map(image -> runnable(reference, image))
                .orElseThrow(() ->
                        new FilteredException("the engine has pulled %s and does not find it".formatted(reference)));
    }

    private static RunnableImage runnable(String reference, JsonNode image) {
        return new RunnableImage(reference, image.path("Id").asText());
    }

    @SuppressWarnings("try") // a registration only has to be closed
    private void pull(String text, EngineApi api, Cancellation cancellation) throws IOException, StepException {
        ImageReference reference = ImageReference.parse(text);
        Query query = new Query("/images/create")
                .with("fromImage", "%s/%s".formatted(reference.host(), reference.repository()))
                .with("tag", reference.selector());
        Map<String, String> headers = new LinkedHashMap<>();
        access.of(reference.host(), reference.repository())
                .credentials()
                .ifPresent(credentials -> headers.put(
                        "X-Registry-Auth", header(credentials, reference.host().toString())));
        try (EngineAnswer answer = api.post(query.toString(), headers, InputStream.nullInputStream());
                Cancellation.Registration registration = cancellation.onCancel(answer::close);
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String error = Json.parse(line.getBytes(StandardCharsets.UTF_8))
                        .path("error")
                        .asText("");
                if (!error.isEmpty()) {
                    throw notPulled(text, error);
                }
            }
        } catch (EngineException e) {
            throw notPulled(text, String.valueOf(e.getMessage()));
        }
    }

    private static FilteredException notPulled(String reference, String why) {
        return new FilteredException(
                "the engine cannot pull %s: %s".formatted(reference, why.strip().replaceFirst("[.]$", "")));
    }

    /** Returns the header with which an engine logs in to one registry; it is a secret. */
    private static String header(Credentials credentials, String host) {
        ObjectNode login = Json.object();
        if (credentials.isIdentityToken()) {
            login.put("identitytoken", credentials.password().reveal());
        } else if (credentials.isRegistryToken()) {
            login.put("registrytoken", credentials.password().reveal());
        } else {
            login.put("username", credentials.username())
                    .put("password", credentials.password().reveal());
        }
        login.put("serveraddress", host);
        return Base64.getUrlEncoder().encodeToString(Json.write(login));
    }
}
