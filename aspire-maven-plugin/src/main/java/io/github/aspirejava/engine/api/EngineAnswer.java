package io.github.aspirejava.engine.api;

import com.github.dockerjava.transport.DockerHttpClient.Response;
import java.io.Closeable;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The response of an engine, which may take long. Closing it aborts the exchange, from another thread, too. */
public final class EngineAnswer implements Closeable {
    private final Response response;

    EngineAnswer(Response response) {
        this.response = response;
    }

    /** Returns the HTTP status. */
    public int status() {
        return response.getStatusCode();
    }

    /** Returns a header, by its name in any case. */
    Optional<String> header(String name) {
        return response.getHeaders().entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .map(Map.Entry<String, List<String>>::getValue)
                .flatMap(List::stream)
                .findFirst();
    }

    /** Returns the response body. */
    public InputStream body() {
        return response.getBody();
    }

    @Override
    public void close() {
        response.close();
    }
}
