package io.github.aspirejava.oci.registry;

import io.github.aspirejava.image.RegistryHost;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLException;

/**
 * The one way out: every request to a registry or a token server is sent here. Whatever concerns all requests alike,
 * such as retries, a cap for each host or proxies, belongs here and nowhere above.
 */
final class Transport {
    /** What any line sends within the response timeout; a larger body takes as long as it takes. */
    private static final long SMALL_BODY_BYTES = 1024 * 1024;

    private static final String USER_AGENT = userAgent();

    private final HttpClient http;
    private final Duration responseTimeout;

    Transport(HttpClient http, Duration responseTimeout) {
        this.http = http;
        this.responseTimeout = responseTimeout;
    }

    /**
     * Sends one request to {@code uri}, which is the call's own or one that it was redirected to.
     *
     * @param host the registry on whose behalf it is sent, for messages
     * @throws RegistryException if no answer comes
     * @throws InterruptedIOException if the thread is interrupted; its interrupt status is set
     */
    Response send(Call call, URI uri, Optional<String> authorization, RegistryHost host) throws IOException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri).method(call.method(), call.body()).header("User-Agent", USER_AGENT);
        call.headers().forEach(request::header);
        authorization.ifPresent(value -> request.header("Authorization", value));
        if (uri.getScheme().equals("http")) {
            // The JDK would otherwise offer an upgrade to HTTP/2 with each request.
            request.version(HttpClient.Version.HTTP_1_1);
        }
        if (call.body().contentLength() <= SMALL_BODY_BYTES) {
            request.timeout(responseTimeout);
        }
        try {
            return new Response(http.send(request.build(), BodyHandlers.ofInputStream()));
        } catch (InterruptedException e) {
            throw interrupted(call.attempted());
        } catch (IOException e) {
            throw unreachable(call, uri, host, e);
        }
    }

    /** What a method that may only throw I/O exceptions does about an interrupt. */
    static InterruptedIOException interrupted(String attempted) {
        Thread.currentThread().interrupt();
        return new InterruptedIOException("Interrupted while about to " + attempted);
    }

    private RegistryException unreachable(Call call, URI uri, RegistryHost host, IOException e) {
        String server = uri.getAuthority();
        String problem;
        String advice;
        if (isUnknownHost(e)) {
            problem = "the host name %s is unknown".formatted(uri.getHost());
            advice = "Check its spelling, and whether this machine can resolve names outside its network";
        } else if (e instanceof HttpConnectTimeoutException) {
            problem = "no connection to %s within %d s"
                    .formatted(
                            server, http.connectTimeout().orElse(Duration.ZERO).toSeconds());
            advice = "Check the port, and whether a firewall or a proxy lies in between";
        } else if (e instanceof HttpTimeoutException) {
            problem = "%s did not answer within %d s".formatted(server, responseTimeout.toSeconds());
            advice = "Check whether the registry is overloaded";
        } else if (e instanceof ConnectException) {
            problem = "%s refuses connections".formatted(server);
            advice = "Check that the registry is running and that host and port are right";
        } else if (e instanceof SSLException) {
            problem = "no TLS with %s: %s".formatted(server, oneLine(e));
            advice = "Check that Java trusts its certificate and that the port speaks TLS;"
                    + " a registry that speaks plain HTTP has to be marked <insecure>true</insecure>";
        } else {
            problem = "the connection to %s broke: %s".formatted(server, oneLine(e));
            advice = "Check that a registry answers there, and try again";
        }
        return RegistryException.unreachable(host, call.attempted(), problem, advice, e);
    }

    private static boolean isUnknownHost(Throwable e) {
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (t instanceof UnresolvedAddressException || t instanceof UnknownHostException) {
                return true;
            }
        }
        return false;
    }

    private static String oneLine(IOException e) {
        String message = e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message.replaceAll("\\s+", " ");
    }

    private static String userAgent() {
        String version = Transport.class.getPackage().getImplementationVersion();
        return version == null ? "aspire-maven-plugin" : "aspire-maven-plugin/" + version;
    }
}
