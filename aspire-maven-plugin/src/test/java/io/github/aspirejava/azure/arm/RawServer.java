package io.github.aspirejava.azure.arm;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** A server that answers each request with given bytes, or not at all, and then waits until the client hangs up. */
public final class RawServer implements AutoCloseable {
    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final CountDownLatch hungUp = new CountDownLatch(1);
    private volatile String answer = "";
    private volatile Runnable whenAsked = () -> {};

    /** Starts a server that does not answer. */
    public RawServer() throws IOException {
        Thread thread = new Thread(this::accept, "raw server");
        thread.setDaemon(true);
        thread.start();
    }

    /** Returns its port on the loopback interface. */
    public int port() {
        return server.getLocalPort();
    }

    /** Sets the bytes of each answer. */
    public void answer(String bytes) {
        answer = bytes;
    }

    /** Runs something when a request has been received and its answer, if any, has been sent. */
    public void whenAsked(Runnable then) {
        whenAsked = then;
    }

    /** Returns the heads of the requests. */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    /** Waits until a client has closed its connection. */
    public void awaitHangUp() throws InterruptedException {
        hungUp.await();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                Thread thread = new Thread(() -> serve(client), "raw connection");
                thread.setDaemon(true);
                thread.start();
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            BufferedReader request =
                    new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
            StringBuilder head = new StringBuilder();
            for (String line = request.readLine(); line != null && !line.isEmpty(); line = request.readLine()) {
                head.append(line).append('\n');
            }
            if (head.isEmpty()) {
                return;
            }
            asked.add(head.toString());
            client.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
            whenAsked.run();
            while (request.read() >= 0) {
                // the rest of the request
            }
        } catch (IOException e) {
            // The client has reset the connection.
        } finally {
            hungUp.countDown();
        }
    }
}
