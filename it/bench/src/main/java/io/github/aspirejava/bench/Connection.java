package io.github.aspirejava.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A persistent connection to a registry, with no more of HTTP/1.1 than {@code docker-registry} needs. */
final class Connection implements AutoCloseable {
    private static final int BUFFER = 1 << 18;

    private final String host;
    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final byte[] buffer = new byte[BUFFER];

    Connection(String host) throws IOException {
        this.host = host;
        String[] parts = host.split(":", -1);
        socket = new Socket(InetAddress.getByName(parts[0]), Integer.parseInt(parts[1]));
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream());
        out = socket.getOutputStream();
    }

    /**
     * A response.
     *
     * @param headers the headers by their names in lower case
     */
    record Answer(int status, Map<String, String> headers) {
        Answer expect(int expected) {
            if (status != expected) {
                throw new BenchException("The registry answers %d instead of %d".formatted(status, expected));
            }
            return this;
        }
    }

    /** Sends a request without a body. */
    Answer send(String method, String path) throws IOException {
        head(method, path, "Content-Length: 0\r\n");
        return answer(method);
    }

    /** Sends a request with a file as its body, which is hashed while it is sent. */
    Answer send(String method, String path, String type, Path body, String digest) throws IOException {
        head(method, path, "Content-Type: %s\r\nContent-Length: %d\r\n".formatted(type, Files.size(body)));
        MessageDigest sha256 = sha256();
        try (InputStream file = Files.newInputStream(body)) {
            for (int count = file.read(buffer); count >= 0; count = file.read(buffer)) {
                sha256.update(buffer, 0, count);
                out.write(buffer, 0, count);
            }
        }
        if (!digest.equals("sha256:" + HexFormat.of().formatHex(sha256.digest()))) {
            throw new BenchException(body + " does not have the digest " + digest);
        }
        return answer(method);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void head(String method, String path, String headers) throws IOException {
        String head = "%s %s HTTP/1.1\r\nHost: %s\r\nAccept: %s\r\n%s\r\n"
                .formatted(method, path, host, TargetRegistry.MANIFESTS, headers);
        out.write(head.getBytes(StandardCharsets.US_ASCII));
    }

    private Answer answer(String method) throws IOException {
        int status = Integer.parseInt(line().split(" ", -1)[1]);
        Map<String, String> headers = new TreeMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        if (!method.equals("HEAD")) {
            in.skipNBytes(Long.parseLong(headers.getOrDefault("content-length", "0")));
        }
        return new Answer(status, headers);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("The registry has closed the connection");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
