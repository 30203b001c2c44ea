package io.github.aspirejava.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * A simulated distance to a server on this machine: each byte is delayed by half a round trip in each direction, and
 * the first bytes of a new connection by a whole one more, for its set-up. Packet loss and slow start are not
 * simulated.
 */
final class DelayingProxy implements AutoCloseable {
    private final ServerSocket listener;
    private final int server;
    private final long rtt;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    private DelayingProxy(ServerSocket listener, int server, long rtt) {
        this.listener = listener;
        this.server = server;
        this.rtt = rtt;
    }

    /**
     * Starts a proxy on the loopback interface.
     *
     * @param port the port that it listens on; 0 for a free port
     * @param server the port that it connects to
     */
    static DelayingProxy start(int port, int server, int rttMillis) throws IOException {
        ServerSocket listener = new ServerSocket();
        listener.setReuseAddress(true);
        listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 512);
        DelayingProxy proxy = new DelayingProxy(listener, server, rttMillis * 1_000_000L);
        fork("accept", proxy::accept);
        return proxy;
    }

    int port() {
        return listener.getLocalPort();
    }

    private void accept() throws IOException {
        while (true) {
            Socket client = listener.accept();
            long connected = System.nanoTime() + rtt;
            open.add(client);
            fork("connect", () -> join(client, connected));
        }
    }

    private void join(Socket client, long connected) throws IOException {
        Socket upstream = new Socket();
        open.add(upstream);
        try {
            upstream.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server));
            client.setTcpNoDelay(true);
            upstream.setTcpNoDelay(true);
        } catch (IOException e) {
            close(client, upstream);
            throw e;
        }
        AtomicInteger directions = new AtomicInteger(2);
        carry(client, upstream, connected, directions);
        carry(upstream, client, connected, directions);
    }

    private void carry(Socket from, Socket to, long connected, AtomicInteger directions) {
        DelayedLine line = new DelayedLine(new RealTimer(), connected, rtt / 2);
        fork("send", () -> line.send(from.getInputStream()));
        fork("receive", () -> {
            boolean whole = false;
            try {
                line.receive(to.getOutputStream());
                to.shutdownOutput();
                whole = true;
            } finally {
                line.cut();
                if (directions.decrementAndGet() == 0 || !whole) {
                    close(from, to);
                }
            }
        });
    }

    private void close(Socket... sockets) throws IOException {
        for (Socket socket : sockets) {
            open.remove(socket);
            socket.close();
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        close(open.toArray(Socket[]::new));
    }

    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    private static void fork(String name, Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException e) {
                        // A peer has gone; its other side sees the end of its own connection.
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "delay-" + name);
        thread.setDaemon(true);
        thread.start();
    }

    private static final class RealTimer implements DelayedLine.Timer {
        @Override
        public long now() {
            return System.nanoTime();
        }

        @Override
        public void sleepUntil(long time) {
            for (long left = time - now(); left > 0; left = time - now()) {
                LockSupport.parkNanos(left);
            }
        }
    }
}
