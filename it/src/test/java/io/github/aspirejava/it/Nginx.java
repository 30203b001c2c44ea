package io.github.aspirejava.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The nginx of this machine, serving a directory. */
final class Nginx implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final RunningProcess process;
    private final HttpClient client = HttpClient.newHttpClient();
    private final int port;

    private Nginx(RunningProcess process, int port) {
        this.process = process;
        this.port = port;
    }

    static Nginx serving(Path root) {
        try {
            Path directory = Workspace.newDirectory("nginx");
            int port = freePort();
            Path configuration =
                    Files.writeString(directory.resolve("nginx.conf"), """
                    daemon off;
                    master_process off;
                    pid %1$s/nginx.pid;
                    error_log stderr notice;
                    events {}
                    http {
                      access_log off;
                      client_body_temp_path %1$s/body;
                      proxy_temp_path %1$s/proxy;
                      fastcgi_temp_path %1$s/fastcgi;
                      uwsgi_temp_path %1$s/uwsgi;
                      scgi_temp_path %1$s/scgi;
                      server { listen 127.0.0.1:%2$d; root %3$s; }
                    }
                    """.formatted(directory, port, root));
            return started(configuration, port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Starts nginx as an image would be started, but on a free port and with directories of its own.
     *
     * @param configuration the configuration of an image that listens on port 8080
     * @param root the directory in place of the root of the image's files
     */
    static Nginx configured(String configuration, Path root) {
        try {
            Path directory = Workspace.newDirectory("nginx");
            int port = freePort();
            String adapted = configuration
                    .replace("/tmp", directory.toString())
                    .replace("listen 8080;", "listen 127.0.0.1:%d;".formatted(port))
                    .replace("/usr/share/nginx/html", root.toString());
            Path file = Files.writeString(directory.resolve("nginx.conf"), "daemon off;\nuser root;\n" + adapted);
            return started(file, port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Nginx started(Path configuration, int port) {
        RunningProcess process = RunningProcess.start(new ProcessBuilder(List.of(
                "nginx",
                "-e",
                "stderr",
                "-p",
                configuration.resolveSibling("").toString(),
                "-c",
                configuration.toString())));
        process.awaitLine(Pattern.compile("using the \"epoll\" event method"), PATIENCE);
        return new Nginx(process, port);
    }

    /** Returns the address of a path. */
    String address(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    HttpResponse<String> get(String path, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        headers.forEach(request::header);
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        process.close();
    }
}
