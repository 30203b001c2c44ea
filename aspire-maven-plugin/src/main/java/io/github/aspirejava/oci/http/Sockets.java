package io.github.aspirejava.oci.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.function.Supplier;
import javax.net.SocketFactory;

/** Sockets of one kind. */
final class Sockets extends SocketFactory {
    private final Supplier<Socket> kind;

    Sockets(Supplier<Socket> kind) {
        this.kind = kind;
    }

    @Override
    public Socket createSocket() {
        return kind.get();
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return connected(kind.get(), new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
        return connected(bound(local, localPort), new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return connected(kind.get(), new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
        return connected(bound(local, localPort), new InetSocketAddress(host, port));
    }

    private Socket bound(InetAddress local, int port) throws IOException {
        Socket socket = kind.get();
        socket.bind(new InetSocketAddress(local, port));
        return socket;
    }

    private static Socket connected(Socket socket, InetSocketAddress address) throws IOException {
        socket.connect(address);
        return socket;
    }
}
