package io.github.aspirejava.engine.compose;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aspirejava.concurrent.Blocking;
import io.github.aspirejava.engine.api.EngineApi;
import java.io.IOException;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An address that a port of a container may be reached at from this machine.
 *
 * @param direct whether it is the container's own, where a refused connection means that nothing listens
 */
record Reachable(String host, int port, boolean direct) {
    private static final int TIMEOUT = 1000;
    /** The time in which the engine's proxy closes a connection that the container does not take. */
    private static final int PROXY_CLOSES_WITHIN = 200;

    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;

    /**
     * The outcome of a question.
     *
     * @param isConnected whether the container answered, or refused to
     * @param isUsable whether the answer is a good one
     * @param text the answer, for people
     */
    record Result(boolean isConnected, boolean isUsable, String text) {
        private static final Result UNREACHABLE = new Result(false, false, "");
        private static final Result GOOD = new Result(true, true, "");

        static Result bad(String text) {
            return new Result(true, false, text);
        }
    }

    /** Returns the addresses of a port: the container's own if the engine is on this machine, and the published one. */
    static List<Reachable> of(int port, JsonNode container, EngineApi api, Project project) {
        List<Reachable> places = new ArrayList<>();
        JsonNode settings = container.path("NetworkSettings");
        boolean remote = "tcp".equals(api.host().address().getScheme());
        String own = settings.path("Networks")
                .path(project.network())
                .path("IPAddress")
                .asText("");
        if (!remote && !own.isEmpty()) {
            places.add(new Reachable(own, port, true));
        }
        for (JsonNode binding : settings.path("Ports").path(port + "/tcp")) {
            String address = binding.path("HostIp").asText("");
            boolean any = address.isEmpty() || address.equals("0.0.0.0") || address.equals("::");
            if (!any || !remote) {
                places.add(new Reachable(
                        any ? "127.0.0.1" : address, binding.path("HostPort").asInt(), false));
            }
        }
        return places;
    }

    /** Asks for a path or, without one, connects. */
    Result ask(Optional<String> path) {
        try {
            return Blocking.call(() -> path.isPresent() ? request(path.get()) : connect());
        } catch (ConnectException e) {
            return direct ? Result.bad("nothing listens on port %d".formatted(port)) : Result.UNREACHABLE;
        } catch (SocketTimeoutException e) {
            return Result.UNREACHABLE;
        } catch (IOException e) {
            return Result.bad("%s does not answer on port %d".formatted(path.orElse("it"), port));
        }
    }

    private Result connect() throws IOException {
        try (Socket socket = new Socket(Proxy.NO_PROXY)) {
            socket.connect(new InetSocketAddress(host, port), TIMEOUT);
            if (direct) {
                return Result.GOOD;
            }
            socket.setSoTimeout(PROXY_CLOSES_WITHIN);
            try {
                return socket.getInputStream().read() < 0
                        ? Result.bad("nothing listens behind port %d".formatted(port))
                        : Result.GOOD;
            } catch (SocketTimeoutException e) {
                // It waits for the client to begin, as servers do.
                return Result.GOOD;
            }
        }
    }

    private Result request(String path) throws IOException {
        HttpURLConnection connection = (HttpURLConnection)
                URI.create("http://%s:%d%s".formatted(host.contains(":") ? "[" + host + "]" : host, port, path))
                        .toURL()
                        .openConnection(Proxy.NO_PROXY);
        connection.setConnectTimeout(TIMEOUT);
        connection.setReadTimeout(TIMEOUT * 5);
        connection.setInstanceFollowRedirects(false);
        try {
            int status = connection.getResponseCode();
            if (status >= OK && status < BAD_REQUEST) {
                return Result.GOOD;
            }
            return Result.bad(
                    status == UNAUTHORIZED || status == FORBIDDEN
                            ? "%s answers %d: the path asks for a login".formatted(path, status)
                            : "%s answers %d".formatted(path, status));
        } finally {
            connection.disconnect();
        }
    }
}
