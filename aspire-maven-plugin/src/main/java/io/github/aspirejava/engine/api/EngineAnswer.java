package io.github.aspirejava.engine.api;

import com.github.dockerjava.transport.DockerHttpClient.Response;
import java.io.Closeable;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an engine answers, perhaps for a long time. Closing it breaks it off, from another thread, too. */
public final class EngineAnswer implements Closeable {
    private final Response response;

    EngineAnswer(Response response) {
        this.response = response;
    }

    /** The status of HTTP. */
    public int status() {
        return response.getStatusCode();
    }

    /** A header, whatever the case of its name. */
    Optional<String> header(String name) {
        return response.getHeaders().entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .map(Map.Entry<String, List<String>>::getValue)
                .flatMap(List::stream)
                .findFirst();
    }

    /** The answer itself. */
    public InputStream body() {
        return response.getBody();
    }

    @Override
    public void close() {
        response.close();
    }
}
