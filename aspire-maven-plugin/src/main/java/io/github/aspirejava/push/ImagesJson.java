package io.github.aspirejava.push;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What was pushed, for other tools: the content of {@code images.json}, a stable contract. */
public final class ImagesJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private ImagesJson() {}

    /** These images, in this order. */
    public static String render(List<PushedService> services) {
        ObjectNode root = MAPPER.createObjectNode();
        ArrayNode images = root.putArray("images");
        services.forEach(service -> write(service, images.addObject()));
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
}
