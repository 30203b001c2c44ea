package io.github.aspirejava.engine.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aspirejava.oci.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;

/** A builder of a path with its query. */
public final class Query {
    private final StringBuilder text;

    /** Creates a query for a path. */
    public Query(String path) {
        this.text = new StringBuilder(path);
    }

    /** Adds a parameter. */
    public Query with(String name, String value) {
        text.append(text.indexOf("?") < 0 ? '?' : '&')
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
        return this;
    }

    /** Adds a parameter that is a JSON object; does nothing if it is empty. */
    public Query with(String name, Map<String, String> values) {
        ObjectNode object = Json.object();
        values.forEach(object::put);
        return values.isEmpty() ? this : with(name, new String(Json.write(object), StandardCharsets.UTF_8));
    }

    /** Adds a parameter that is a JSON array; does nothing if it is empty. */
    public Query with(String name, Collection<String> values) {
        ArrayNode array = Json.object().putArray("values");
        values.forEach(array::add);
        return values.isEmpty() ? this : with(name, new String(Json.write(array), StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
