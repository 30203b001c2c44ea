package io.github.aspirejava.engine;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aspirejava.app.AppModel;
import io.github.aspirejava.app.BuiltService;
import io.github.aspirejava.concurrent.Cancellation;
import io.github.aspirejava.engine.api.ContainerEngine;
import io.github.aspirejava.engine.api.EngineAnswer;
import io.github.aspirejava.engine.api.EngineException;
import io.github.aspirejava.engine.api.Query;
import io.github.aspirejava.engine.context.ImageArchive;
import io.github.aspirejava.engine.image.LocalNames;
import io.github.aspirejava.oci.ImageContent;
import io.github.aspirejava.oci.Json;
import io.github.aspirejava.oci.Reason;
import io.github.aspirejava.result.BuiltImage;
import io.github.aspirejava.run.StepAction;
import io.github.aspirejava.run.StepContext;
import io.github.aspirejava.run.StepException;
import io.github.aspirejava.run.StepResult;
import io.github.aspirejava.steps.StepNames;
import io.github.aspirejava.text.FilteredException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Loads an image that was built without an engine into one, so that it can run on this machine. */
final class LoadImageAction implements StepAction {
    private final AppModel model;

    LoadImageAction(AppModel model) {
        this.model = model;
    }

    @Override
    public StepResult run(StepContext context) throws StepException {
        BuiltService service = context.step().resource(model, BuiltService.class);
        ContainerEngine engine = context.result(ContainerEngine.class);
        ImageContent image = context.result(StepNames.build(service.name()), BuiltImage.class)
                .content();
        List<String> names = LocalNames.of(model, service);
        try {
            ImageArchive archive = ImageArchive.of(image, names);
            if (has(engine, archive)) {
                tag(engine, archive, names);
            } else {
                load(engine, archive, context.cancellation());
            }
            names.forEach(name -> context.progress("%s is in %s".formatted(name, engine.kind())));
            return StepResult.NONE;
        } catch (IOException e) {
            context.cancellation().throwIfCancelled();
            throw new StepException(
                    "%s: The image of %s cannot be loaded into %s: %s."
                            .formatted(service.origin(), service.name(), engine, Reason.of(e)),
                    e);
        }
    }

    private static boolean has(ContainerEngine engine, ImageArchive archive) throws IOException {
        try {
            engine.api().get("/images/%s/json".formatted(archive.config()));
            return true;
        } catch (EngineException e) {
            if (e.status() == 404) {
                return false;
            }
            throw e;
        }
    }

    private static void tag(ContainerEngine engine, ImageArchive archive, List<String> names) throws IOException {
        for (String name : names) {
            int colon = name.lastIndexOf(':');
            engine.api()
                    .post(new Query("/images/%s/tag".formatted(archive.config()))
                            .with("repo", name.substring(0, colon))
                            .with("tag", name.substring(colon + 1))
                            .toString());
        }
    }

    @SuppressWarnings("try") // a registration only has to be closed
    private static void load(ContainerEngine engine, ImageArchive archive, Cancellation cancellation)
            throws IOException {
        try (EngineAnswer answer = engine.api()
                        .post(
                                "/images/load?quiet=1",
                                Map.of("Content-Type", "application/x-tar"),
                                archive.tar(cancellation));
                Cancellation.Registration registration = cancellation.onCancel(answer::close);
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode item = Json.parse(line.getBytes(StandardCharsets.UTF_8));
                String error = item.path("errorDetail")
                        .path("message")
                        .asText(item.path("error").asText(""));
                if (!error.isEmpty()) {
                    throw new FilteredException("it says " + error);
                }
            }
        }
    }
}
