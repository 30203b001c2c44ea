package io.github.aspirejava.oci.http;

import io.github.aspirejava.text.FilteredException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
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
import java.util.stream.Stream;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;

/**
 * The certificates that identify this client to a registry: those in Docker's or podman's directory
 * {@code certs.d/HOST} ({@code NAME.cert} and {@code NAME.key}), or else those of the key store that Java's system
 * properties name.
 */
final class ClientCertificates {
    private static final String STORE = "javax.net.ssl.keyStore";
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
     * Returns the keys for a server with this directory; none if there are none.
     *
     * @throws IOException if they cannot be read; the message is one line
     */
    KeyManager[] keys(Optional<Path> directory) throws IOException {
        Optional<Path> certificate = directory.isPresent() ? file(directory.get(), ".cert") : Optional.empty();
        if (certificate.isPresent()) {
            return fromPem(certificate.get());
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

    private static KeyManager[] fromPem(Path certificate) throws IOException {
        Path key = Path.of(certificate.toString().replaceFirst("\\.cert$", ".key"));
        try {
            Certificate[] chain = CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(Files.readAllBytes(certificate)))
                    .toArray(Certificate[]::new);
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            store.setKeyEntry("client", PrivateKeys.read(key), NO_PASSWORD, chain);
            return managers(store, NO_PASSWORD);
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw new FilteredException(
                    "The client certificate %s and its key %s cannot be used: %s"
                            .formatted(certificate, key, e.getMessage()),
                    e);
        }
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
