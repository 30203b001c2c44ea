package io.github.aspirejava.push;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aspirejava.oci.Json;
import io.github.aspirejava.text.ForeignText;

/** The result for each image, for other tools: the content of {@code images.json}, a stable contract. */
public final class ImagesJson {
    private ImagesJson() {}

    /**
     * Renders the images of {@code report}, in its order: in {@code images} those that can be pulled, with the
     * {@code state} {@code pushed} or, if nothing was written, {@code existing}; in {@code notPushed} the others, with
     * the step that failed.
     */
    public static String render(PushReport report) {
        ObjectNode root = Json.object();
        ArrayNode images = root.putArray("images");
        report.images().forEach(service -> write(service, images.addObject()));
        ArrayNode notPushed = root.putArray("notPushed");
        report.notPushed().forEach(service -> write(service, notPushed.addObject()));
        return Json.writeIndented(root) + "\n";
    }

    private static void write(PushedService service, ObjectNode node) {
        PushedImage image = service.image();
        node.put("service", service.service());
        node.put("registry", service.registry());
        node.put("state", image.changed() ? "pushed" : "existing");
        ArrayNode references = node.putArray("references");
        image.references().forEach(references::add);
        node.put("digest", image.digest().toString());
        node.put("mediaType", ForeignText.line(image.mediaType()));
        ArrayNode platforms = node.putArray("platforms");
        image.platforms().forEach(platform -> platforms.add(platform.toString()));
        node.put("size", image.size());
        node.putObject("blobs")
                .put("uploaded", image.blobs().uploaded())
                .put("mounted", image.blobs().mounted())
                .put("existing", image.blobs().existing());
        node.put("bytesUploaded", image.bytesUploaded());
    }

    private static void write(UnpushedService service, ObjectNode node) {
        node.put("service", service.service());
        node.put("registry", service.registry());
        service.because().ifPresent(step -> node.put("because", step));
        node.put("reason", service.reason());
    }
}
