package io.github.aspirejava.push;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What came of each image, for other tools: the content of {@code images.json}, a stable contract. */
public final class ImagesJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private ImagesJson() {}

    /**
     * The images of {@code report}, in its order: in {@code images} those that can be pulled, with the {@code state}
     * {@code pushed} or, if nothing was written, {@code existing}; in {@code notPushed} the others, with the step that
     * failed.
     */
    public static String render(PushReport report) {
        ObjectNode root = MAPPER.createObjectNode();
        ArrayNode images = root.putArray("images");
        report.images().forEach(service -> write(service, images.addObject()));
        ArrayNode notPushed = root.putArray("notPushed");
        report.notPushed().forEach(service -> write(service, notPushed.addObject()));
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree of texts and numbers can always be written", e);
        }
    }

    private static void write(PushedService service, ObjectNode node) {
        PushedImage image = service.image();
        node.put("service", service.service());
        node.put("registry", service.registry());
        node.put("state", image.changed() ? "pushed" : "existing");
        ArrayNode references = node.putArray("references");
        image.references().forEach(references::add);
        node.put("digest", image.digest().toString());
        node.put("mediaType", image.mediaType());
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
