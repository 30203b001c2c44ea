package io.github.aspirejava.it;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** An authority that nobody knows, and the server of this machine for which it vouches. */
final class CertificateAuthority {
    private static final String AUTHORITY = "authority";
    private static final String SERVER = "server";
    private static final String[] KEYS = {"-keyalg", "EC", "-groupname", "secp256r1"};

    private final Path directory = Workspace.newDirectory("authority");
    private final KeyStoreFile keys = KeyStoreFile.newIn(directory)
            .generate(AUTHORITY, with("-ext", "bc:critical=ca:true"))
            .generate(SERVER, with("-signer", AUTHORITY, "-ext", "san=dns:localhost,ip:127.0.0.1"));

    private static String[] with(String... options) {
        return Stream.of(KEYS, options).flatMap(Arrays::stream).toArray(String[]::new);
    }

    /** The authority's certificate in PEM, for those who shall trust it. */
    Path certificate() {
        return KeyStoreFile.writeCertificates(keys.chain(AUTHORITY), directory.resolve("authority.pem"));
    }

    /** The server's certificate in PEM. */
    Path serverCertificate() {
        return KeyStoreFile.writeCertificates(keys.chain(SERVER), directory.resolve("server.pem"));
    }

    /** The server's key in PEM. */
    Path serverKey() {
        return keys.writeKey(SERVER, directory.resolve("server.key"));
    }

    /** Options with which a JVM trusts the authority, and no other. */
    List<String> jvmOptions() {
        Path file = directory.resolve("trust.p12");
        try (OutputStream output = Files.newOutputStream(file)) {
            trustStore().store(output, KeyStoreFile.PASSWORD.toCharArray());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.of(
                "-Djavax.net.ssl.trustStore=" + file, "-Djavax.net.ssl.trustStorePassword=" + KeyStoreFile.PASSWORD);
    }

    /** For clients that trust the authority, and no other. */
    SSLContext sslContext() {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(trustStore());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, factory.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
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
