package io.github.aspirejava.fakes.registry;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Stands in front of a real registry of plain HTTP and forwards every request, unless a fault prevents it: a truncated
 * body arrives truncated there too, and the reply to an executed request may still be lost.
 */
public final class FaultProxy extends FaultServer {
    /** The headers of a single connection, by RFC 9110 section 7.6.1, and those that the HTTP client sets itself. */
    private static final Set<String> OWN_HEADERS =
            Set.of("connection", "content-length", "expect", "host", "keep-alive", "transfer-encoding", "upgrade");

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final String registry;

    private FaultProxy(String registry) {
        super(Clock.systemUTC());
        this.registry = registry;
    }

    /** Creates a proxy for the registry at {@code registry}, a host and a port. */
    public static FaultProxy inFrontOf(String registry) {
        FaultProxy proxy = new FaultProxy(registry);
        proxy.serve();
        return proxy;
    }

    @Override
    Answer answer(Request request) throws IOException, InterruptedException {
        LoggedRequest head = request.head();
        String target = head.query().isEmpty() ? head.path() : head.path() + '?' + head.query();
        HttpRequest.Builder onward = HttpRequest.newBuilder(URI.create("http://" + registry + target))
                .method(head.method(), body(request));
        head.headers().forEach((name, value) -> {
            if (!OWN_HEADERS.contains(name)) {
                onward.header(name, value);
            }
        });
        // A registry derives the URLs in its answers from the header Host.
        onward.header("X-Forwarded-Host", head.header("Host").orElseGet(() -> host().toString()));
        return answer(client.send(onward.build(), BodyHandlers.ofInputStream()));
    }

    private static BodyPublisher body(Request request) {
        if (!request.head().hasBody()) {
            return BodyPublishers.noBody();
        }
        BodyPublisher stream = BodyPublishers.ofInputStream(request::body);
        long length = request.head().contentLength();
        return length > 0 ? BodyPublishers.fromPublisher(stream, length) : stream;
    }

    private static Answer answer(HttpResponse<InputStream> response) throws IOException {
        Answer answer = Answer.of(response.statusCode());
        response.headers().map().forEach((name, values) -> {
            if (!OWN_HEADERS.contains(name)) {
                answer.header(name, String.join(", ", values));
            }
        });
        OptionalLong length = response.headers().firstValueAsLong("Content-Length");
        if (length.isPresent()) {
            return answer.body(length.getAsLong(), response::body);
        }
        byte[] content = response.body().readAllBytes();
        return content.length == 0 ? answer : answer.body(content.length, () -> new ByteArrayInputStream(content));
    }
}
