package io.github.aspirejava.oci.http;

import io.github.aspirejava.text.FilteredException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;

/**
 * The certificates that identify this client to a registry: that of the call, or else those in Docker's or podman's
 * directory {@code certs.d/HOST} ({@code NAME.cert} and {@code NAME.key}), or else those of the key store that Java's
 * system properties name.
 */
public final class ClientCertificates {
    private static final String STORE = "javax.net.ssl.keyStore";
    private static final Pattern CERTIFICATE =
            Pattern.compile("-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\\s]++-----END CERTIFICATE-----");
    private static final char[] NO_PASSWORD = {};

    private final List<Path> directories;
    private final UnaryOperator<String> properties;

    /**
     * Creates the certificates.
     *
     * @param directories the directories with one directory for each registry
     * @param properties returns the value of a system property, or an empty text
     */
    ClientCertificates(List<Path> directories, UnaryOperator<String> properties) {
        this.directories = List.copyOf(directories);
        this.properties = properties;
    }

    /** Returns the certificates of this machine and user. */
    static ClientCertificates ofSystem(Map<String, String> environment) {
        String home = environment.getOrDefault("HOME", "");
        Stream<Path> own = home.startsWith("/")
                ? Stream.of(Path.of(home, ".config/docker/certs.d"), Path.of(home, ".config/containers/certs.d"))
                : Stream.empty();
        Stream<Path> all = Stream.of(Path.of("/etc/docker/certs.d"), Path.of("/etc/containers/certs.d"));
        return new ClientCertificates(Stream.concat(own, all).toList(), name -> System.getProperty(name, ""));
    }

    /** Returns the directory of a server, such as {@code registry.example.com:5000}. */
    Optional<Path> directory(String server) {
        return directories.stream()
                .map(directory -> directory.resolve(server.toLowerCase(Locale.ROOT)))
                .filter(Files::isDirectory)
                .findFirst();
    }

    /** Returns whether Java's system properties name a key store. */
    boolean hasStore() {
        String store = properties.apply(STORE);
        return !store.isBlank() && !store.equals("NONE");
    }

    /**
     * Returns the keys for a server with these files and this directory; none if there are none.
     *
     * @throws IOException if they cannot be read; the message is one line
     */
    KeyManager[] keys(TlsFiles files, Optional<Path> directory) throws IOException {
        if (files.client().isPresent()) {
            return read(files.client().get());
        }
        Optional<Path> certificate = directory.isPresent() ? file(directory.get(), ".cert") : Optional.empty();
        if (certificate.isPresent()) {
            Path key = Path.of(certificate.get().toString().replaceFirst("\\.cert$", ".key"));
            return read(new TlsFiles.Client(certificate.get(), key));
        }
        return hasStore() ? fromStore() : new KeyManager[0];
    }

    /** Returns the authorities in the directory of a server: Docker trusts each file {@code *.crt}. */
    static Optional<Path> authorities(Path directory) throws IOException {
        return file(directory, ".crt");
    }

    private static Optional<Path> file(Path directory, String suffix) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(path -> path.toString().endsWith(suffix))
                    .sorted()
                    .findFirst();
        }
    }

    /**
     * Returns the keys of a client.
     *
     * @throws IOException if a file contains no certificate or no usable key; the message is one line without a full
     *     stop
     */
    public static KeyManager[] read(TlsFiles.Client client) throws IOException {
        try {
            Certificate[] chain = chain(client.certificate());
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            store.setKeyEntry("client", PrivateKeys.read(client.key()), NO_PASSWORD, chain);
            return managers(store, NO_PASSWORD);
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw new FilteredException(
                    "The client certificate %s and its key %s cannot be used: %s"
                            .formatted(client.certificate(), client.key(), reason(e)),
                    e);
        }
    }

    /** Returns the certificates in a file that may contain a key, too. */
    private static Certificate[] chain(Path file) throws IOException, GeneralSecurityException {
        String certificates = CERTIFICATE
                .matcher(Files.readString(file, StandardCharsets.ISO_8859_1))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.joining("\n"));
        if (certificates.isEmpty()) {
            throw new GeneralSecurityException("no certificate in PEM in " + file.getFileName());
        }
        return CertificateFactory.getInstance("X.509")
                .generateCertificates(new ByteArrayInputStream(certificates.getBytes(StandardCharsets.US_ASCII)))
                .toArray(Certificate[]::new);
    }

    private static String reason(Exception e) {
        return e instanceof NoSuchFileException ? "there is no file " + e.getMessage() : String.valueOf(e.getMessage());
    }

    private KeyManager[] fromStore() throws IOException {
        String file = properties.apply(STORE);
        char[] password = properties.apply(STORE + "Password").toCharArray();
        String type = properties.apply(STORE + "Type");
        try (InputStream bytes = Files.newInputStream(Path.of(file))) {
            KeyStore store = KeyStore.getInstance(type.isBlank() ? KeyStore.getDefaultType() : type);
            store.load(bytes, password);
            return managers(store, password);
        } catch (IOException | GeneralSecurityException e) {
            throw new FilteredException("The key store %s cannot be used: %s".formatted(file, e.getMessage()), e);
        }
    }

    private static KeyManager[] managers(KeyStore store, char[] password) throws GeneralSecurityException {
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, password);
        return factory.getKeyManagers();
    }
}
