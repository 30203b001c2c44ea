package io.github.aspirejava.azure;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A proxy of this machine that opens tunnels for clients with the right credentials in {@code Proxy-Authorization}. */
final class TunnelProxy implements AutoCloseable {
    private final ServerSocket server;
    private final String authorization;
    private final List<String> tunnels = new CopyOnWriteArrayList<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    TunnelProxy(String authorization) {
        this.authorization = authorization;
        try {
            this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    /** Returns the targets of all requests for tunnels, refused ones included. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    /** Returns the targets of opened tunnels. */
    List<String> tunnels() {
        return List.copyOf(tunnels);
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.shutdownNow();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                threads.execute(() -> serve(client));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            // No byte follows the request before it is answered.
            BufferedReader request =
                    new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
            String target = request.readLine().split(" ", -1)[1];
            asked.add(target);
            boolean known = false;
            for (String line = request.readLine(); !line.isEmpty(); line = request.readLine()) {
                known |= line.equalsIgnoreCase("Proxy-Authorization: " + authorization);
            }
            OutputStream answer = client.getOutputStream();
            if (!known) {
                answer.write("HTTP/1.1 407 No\r\nProxy-Authenticate: Basic realm=\"p\"\r\nContent-Length: 0\r\n\r\n"
                        .getBytes(StandardCharsets.ISO_8859_1));
                return;
            }
            tunnels.add(target);
            int colon = target.lastIndexOf(':');
            try (Socket origin =
                    new Socket(target.substring(0, colon), Integer.parseInt(target.substring(colon + 1)))) {
                answer.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
                threads.execute(() -> pump(client, origin));
                pump(origin, client);
            }
        } catch (IOException e) {
            // the client sees a broken connection
        }
    }

    private static void pump(Socket from, Socket to) {
        try {
            InputStream input = from.getInputStream();
            input.transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException e) {
            // one side is closed
        }
    }
}
