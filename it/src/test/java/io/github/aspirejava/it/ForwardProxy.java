package io.github.aspirejava.it;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A corporate-style proxy on a free port of the loopback interface: it forwards requests in absolute form, one for each
 * connection, and opens tunnels (RFC 9110, sections 7.3 and 9.3.6), for {@link #USERNAME} with {@link #PASSWORD} only,
 * and logs its requests.
 */
final class ForwardProxy implements AutoCloseable {
    static final String USERNAME = "traveller";
    /** The password that {@link EncryptedSettings} encrypt. */
    static final String PASSWORD = RealRegistry.PASSWORD;

    private static final String EXPECTED = "proxy-authorization: basic "
            + Base64.getEncoder().encodeToString((USERNAME + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
    private static final String REFUSAL = String.join(
            "\r\n",
            "HTTP/1.1 407 Proxy Authentication Required",
            "Proxy-Authenticate: Basic realm=\"it\"",
            "Content-Length: 0",
            "Connection: close",
            "",
            "");

    private final ServerSocket server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<String> refused = new CopyOnWriteArrayList<>();

    private ForwardProxy(ServerSocket server) {
        this.server = server;
    }

    static ForwardProxy start() {
        try {
            ForwardProxy proxy = new ForwardProxy(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
            proxy.threads.execute(proxy::accept);
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return server.getLocalPort();
    }

    /** Returns the elements that make it the proxy of settings.xml. */
    String settings(String password, String nonProxyHosts) {
        return """
                <proxies>
                  <proxy>
                    <id>company</id>
                    <active>true</active>
                    <protocol>http</protocol>
                    <host>127.0.0.1</host>
                    <port>%d</port>
                    <username>%s</username>
                    <password>%s</password>
                    <nonProxyHosts>%s</nonProxyHosts>
                  </proxy>
                </proxies>""".formatted(port(), USERNAME, password, nonProxyHosts);
    }

    /** Returns the forwarded requests, as {@code METHOD URI} or {@code CONNECT HOST:PORT}. */
    List<String> requests() {
        return List.copyOf(requests);
    }

    /** Returns the requests that were refused because of missing or wrong credentials. */
    List<String> refused() {
        return List.copyOf(refused);
    }

    void forgetRequests() {
        requests.clear();
        refused.clear();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                open.add(client);
                threads.execute(() -> serve(client));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            InputStream in = new BufferedInputStream(client.getInputStream());
            List<String> head = head(in);
            String[] request = head.get(0).split(" ", -1);
            String asked = request[0] + " " + request[1];
            if (head.stream().noneMatch(ForwardProxy::isAuthorized)) {
                refused.add(asked);
                client.getOutputStream().write(REFUSAL.getBytes(StandardCharsets.US_ASCII));
                return;
            }
            requests.add(asked);
            boolean tunnel = request[0].equals("CONNECT");
            URI target = URI.create(tunnel ? "tunnel://" + request[1] : request[1]);
            try (Socket origin = new Socket(target.getHost(), target.getPort() < 0 ? 80 : target.getPort())) {
                open.add(origin);
                if (tunnel) {
                    client.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                } else {
                    origin.getOutputStream()
                            .write(passedOn(request[0], target, head).getBytes(StandardCharsets.ISO_8859_1));
                }
                threads.execute(() -> pump(in, origin));
                origin.getInputStream().transferTo(client.getOutputStream());
            }
        } catch (IOException e) {
            // One of the two has gone: so does the other.
        } finally {
            open.remove(client);
        }
    }

    private void pump(InputStream from, Socket origin) {
        try {
            from.transferTo(origin.getOutputStream());
            origin.shutdownOutput();
        } catch (IOException e) {
            // The answer has come to its end, or the client has gone.
        } finally {
            open.remove(origin);
        }
    }

    private static boolean isAuthorized(String header) {
        String name = "proxy-authorization: basic ";
        return header.length() == EXPECTED.length()
                && header.substring(0, name.length()).toLowerCase(Locale.ROOT).equals(name)
                && header.endsWith(EXPECTED.substring(name.length()));
    }

    /**
     * Returns the request in origin form, without the hop-by-hop headers between the client and this proxy, and with a
     * header that closes the connection to the server after it.
     */
    private static String passedOn(String method, URI target, List<String> head) {
        StringBuilder request = new StringBuilder(method).append(' ').append(target.getRawPath());
        if (target.getRawQuery() != null) {
            request.append('?').append(target.getRawQuery());
        }
        request.append(" HTTP/1.1\r\nConnection: close\r\n");
        for (String header : head.subList(1, head.size())) {
            String name = header.toLowerCase(Locale.ROOT);
            if (!name.startsWith("proxy-") && !name.startsWith("connection:")) {
                request.append(header).append("\r\n");
            }
        }
        return request.append("\r\n").toString();
    }

    /** Returns the lines before the first empty one. */
    private static List<String> head(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        String head = "";
        while (!head.endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("The client has gone");
            }
            bytes.write(next);
            head = next == '\n' ? bytes.toString(StandardCharsets.ISO_8859_1) : "";
        }
        return head.strip().lines().toList();
    }

    @Override
    public void close() {
        try {
            server.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            threads.shutdownNow();
        }
    }
}
