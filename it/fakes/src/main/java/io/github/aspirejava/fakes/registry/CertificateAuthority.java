package io.github.aspirejava.fakes.registry;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A private authority, and a server certificate for this machine that it has issued. */
public final class CertificateAuthority {
    private static final String AUTHORITY = "authority";
    private static final String SERVER = "server";
    private static final String[] KEYS = {"-keyalg", "EC", "-groupname", "secp256r1"};

    private final Path directory;
    private final KeyStoreFile keys;

    /** Creates an authority that keeps its files in an empty directory. */
    public CertificateAuthority(Path directory) {
        this.directory = directory;
        this.keys = KeyStoreFile.newIn(directory)
                .generate(AUTHORITY, with("-ext", "bc:critical=ca:true"))
                .generate(SERVER, with("-signer", AUTHORITY, "-ext", "san=dns:localhost,ip:127.0.0.1"));
    }

    /** Returns an authority for all tests of this JVM: creating one takes seconds. */
    public static CertificateAuthority shared() {
        return Shared.ONE;
    }

    private static final class Shared {
        static final CertificateAuthority ONE = new CertificateAuthority(newDirectory());

        private static Path newDirectory() {
            try {
                Path target = Files.createDirectories(Path.of("target").toAbsolutePath());
                return Files.createTempDirectory(target, "authority-");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static String[] with(String... options) {
        return Stream.of(KEYS, options).flatMap(Arrays::stream).toArray(String[]::new);
    }

    /** Returns the authority's certificate in PEM, for clients that trust it. */
    public Path certificate() {
        return KeyStoreFile.writeCertificates(keys.chain(AUTHORITY), directory.resolve("authority.pem"));
    }

    /** Returns the server's certificate in PEM. */
    public Path serverCertificate() {
        return KeyStoreFile.writeCertificates(keys.chain(SERVER), directory.resolve("server.pem"));
    }

    /** Returns the server's key in PEM. */
    public Path serverKey() {
        return keys.writeKey(SERVER, directory.resolve("server.key"));
    }

    /** Returns options with which a JVM trusts the authority, and no other. */
    public List<String> jvmOptions() {
        Path file = directory.resolve("trust.p12");
        try (OutputStream output = Files.newOutputStream(file)) {
            trustStore().store(output, password());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.of(
                "-Djavax.net.ssl.trustStore=" + file, "-Djavax.net.ssl.trustStorePassword=" + KeyStoreFile.PASSWORD);
    }

    /** Returns the context for clients that trust the authority, and no other, and have a certificate of it. */
    public SSLContext sslContext() {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(trustStore());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(serverKeys(), factory.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the context for servers with a certificate of this authority. */
    public SSLContext serverContext() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(serverKeys(), null, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private KeyManager[] serverKeys() throws GeneralSecurityException {
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        KeyStore store = KeyStore.getInstance("PKCS12");
        try {
            store.load(null, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // The server's key alone: a key manager might otherwise choose the authority's.
        store.setKeyEntry(
                SERVER, keys.key(SERVER), password(), keys.chain(SERVER).toArray(Certificate[]::new));
        factory.init(store, password());
        return factory.getKeyManagers();
    }

    private static char[] password() {
        return KeyStoreFile.PASSWORD.toCharArray();
    }

    private KeyStore trustStore() {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setCertificateEntry(AUTHORITY, keys.chain(AUTHORITY).get(0));
            return store;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
