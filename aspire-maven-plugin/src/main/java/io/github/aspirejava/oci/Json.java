package io.github.aspirejava.oci;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * JSON as trees that are read and written token by token. Jackson's {@code ObjectMapper} gives the same trees, but
 * loads three hundred classes for it, which takes more time than all requests of a push that finds nothing to do.
 */
public final class Json {
    private static final JsonFactory TOKENS = new JsonFactory();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Json() {}

    /** Returns an empty object. */
    public static ObjectNode object() {
        return NODES.objectNode();
    }

    /**
     * Returns the document; a missing node for empty input.
     *
     * @throws JsonProcessingException if the bytes are not JSON, or more than one document; it quotes some of them
     */
    public static JsonNode read(byte[] content) throws JsonProcessingException {
        try (JsonParser tokens = TOKENS.createParser(text(content))) {
            JsonNode document = tokens.nextToken() == null ? MissingNode.getInstance() : node(tokens);
            if (tokens.nextToken() != null) {
                throw new JsonParseException(tokens, "More follows the document");
            }
            return document;
        } catch (JsonProcessingException e) {
            throw e;
        } catch (IOException e) {
            throw new IllegalStateException("A text can always be read", e);
        }
    }

    /** Decodes UTF-8, the only encoding of JSON: Jackson would guess others from the first bytes. */
    private static String text(byte[] content) throws JsonProcessingException {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new JsonParseException(null, "It is not in UTF-8", e);
        }
    }

    /** Returns the document, or a missing node if the bytes are not JSON: a proxy may answer with HTML. */
    public static JsonNode parse(byte[] content) {
        try {
            return read(content);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    /** Returns the document as bytes, without whitespace. */
    public static byte[] write(JsonNode document) {
        return bytes(document, false);
    }

    /** Returns the document indented, for human readers. */
    public static String writeIndented(JsonNode document) {
        return new String(bytes(document, true), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(JsonNode document, boolean indented) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator generator = TOKENS.createGenerator(bytes);
                JsonParser tokens = document.traverse()) {
            if (indented) {
                generator.useDefaultPrettyPrinter();
            }
            tokens.nextToken();
            generator.copyCurrentStructure(tokens);
        } catch (IOException e) {
            throw new IllegalStateException("A tree can always be written", e);
        }
        return bytes.toByteArray();
    }

    /** Builds a tree recursively; the parser limits the depth. */
    private static JsonNode node(JsonParser tokens) throws IOException {
        return switch (tokens.currentToken()) {
            case START_OBJECT -> {
                ObjectNode object = NODES.objectNode();
                while (tokens.nextToken() != JsonToken.END_OBJECT) {
                    String name = tokens.currentName();
                    tokens.nextToken();
                    object.set(name, node(tokens));
                }
                yield object;
            }
            case START_ARRAY -> {
                ArrayNode array = NODES.arrayNode();
                while (tokens.nextToken() != JsonToken.END_ARRAY) {
                    array.add(node(tokens));
                }
                yield array;
            }
            case VALUE_STRING -> NODES.textNode(tokens.getText());
            case VALUE_NUMBER_INT -> integer(tokens);
            case VALUE_NUMBER_FLOAT -> NODES.numberNode(tokens.getDoubleValue());
            case VALUE_TRUE, VALUE_FALSE -> NODES.booleanNode(tokens.getBooleanValue());
            default -> NODES.nullNode();
        };
    }

    private static JsonNode integer(JsonParser tokens) throws IOException {
        return switch (tokens.getNumberType()) {
            case INT -> NODES.numberNode(tokens.getIntValue());
            case LONG -> NODES.numberNode(tokens.getLongValue());
            default -> NODES.numberNode(tokens.getBigIntegerValue());
        };
    }
}
