package io.github.aspirejava.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A connection to the Docker engine that breaks permanently when the engine sends a certain text: as if the engine had
 * crashed.
 */
final class EngineLine implements AutoCloseable {
    private final ServerSocketChannel entrance;
    private final UnixDomainSocketAddress engine;
    private final String last;
    private final Set<SocketChannel> open = ConcurrentHashMap.newKeySet();

    private EngineLine(ServerSocketChannel entrance, UnixDomainSocketAddress engine, String last) {
        this.entrance = entrance;
        this.engine = engine;
        this.last = last;
    }

    /** Creates a connection to the engine of {@code DOCKER_HOST} that breaks instead of transmitting {@code last}. */
    static EngineLine until(String last) {
        String host = System.getenv().getOrDefault("DOCKER_HOST", "unix:///var/run/docker.sock");
        try {
            ServerSocketChannel entrance = ServerSocketChannel.open();
            entrance.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            EngineLine line = new EngineLine(
                    entrance,
                    UnixDomainSocketAddress.of(Path.of(URI.create(host).getPath())),
                    last);
            inBackground(line::accept);
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String host() {
        return "tcp://127.0.0.1:" + entrance.socket().getLocalPort();
    }

    private void accept() throws IOException {
        while (true) {
            SocketChannel client = entrance.accept();
            SocketChannel server = SocketChannel.open(StandardProtocolFamily.UNIX);
            server.connect(engine);
            open.add(client);
            open.add(server);
            inBackground(() -> transmit(client, server, false));
            inBackground(() -> transmit(server, client, true));
        }
    }

    private void transmit(SocketChannel from, SocketChannel to, boolean listening) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(64 * 1024);
        while (from.read(buffer) >= 0) {
            String said = new String(buffer.array(), 0, buffer.position(), StandardCharsets.ISO_8859_1);
            if (listening && said.contains(last)) {
                close();
                return;
            }
            buffer.flip();
            while (buffer.hasRemaining()) {
                to.write(buffer);
            }
            buffer.clear();
        }
        to.shutdownOutput();
    }

    @Override
    public void close() {
        try {
            entrance.close();
            for (SocketChannel channel : open) {
                channel.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void inBackground(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException e) {
                // The connection has been broken, or one end has closed it.
            }
        });
        thread.setDaemon(true);
        thread.start();
    }
}
