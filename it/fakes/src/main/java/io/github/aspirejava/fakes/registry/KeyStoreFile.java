package io.github.aspirejava.fakes.registry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** A file of keys and certificates, created by the JDK's keytool. */
public final class KeyStoreFile {
    /** The password of the file. */
    public static final String PASSWORD = "changeit";

    private static final Tool KEYTOOL = new Tool(Path.of(System.getProperty("java.home"), "bin", "keytool"));

    private final Path file;

    private KeyStoreFile(Path file) {
        this.file = file;
    }

    /** Creates a file, which keytool writes with its first key. */
    public static KeyStoreFile newIn(Path directory) {
        return new KeyStoreFile(directory.resolve("keys.p12"));
    }

    /** Adds a key and its certificate, as {@code keytool -genkeypair} does with these options. */
    public KeyStoreFile generate(String alias, String... options) {
        List<String> arguments = new ArrayList<>();
        arguments.addAll(List.of("-genkeypair", "-alias", alias, "-dname", "CN=" + alias, "-validity", "3650"));
        arguments.addAll(List.of("-keystore", file.toString(), "-storetype", "PKCS12", "-storepass", PASSWORD));
        arguments.addAll(List.of(options));
        try {
            KEYTOOL.run(arguments.toArray(String[]::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return this;
    }

    /** Returns a key. */
    public PrivateKey key(String alias) {
        try {
            return (PrivateKey) read().getKey(alias, PASSWORD.toCharArray());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the certificate chain of a key. */
    public List<Certificate> chain(String alias) {
        try {
            return List.of(read().getCertificateChain(alias));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Writes a key in PEM, the format for servers. */
    public Path writeKey(String alias, Path target) {
        return write(target, pem("PRIVATE KEY", key(alias).getEncoded()));
    }

    /** Writes certificates in PEM, the format for servers. */
    public static Path writeCertificates(List<Certificate> certificates, Path target) {
        StringBuilder pem = new StringBuilder();
        try {
            for (Certificate certificate : certificates) {
                pem.append(pem("CERTIFICATE", certificate.getEncoded()));
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        return write(target, pem.toString());
    }

    private static String pem(String label, byte[] content) {
        String lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(content);
        return "-----BEGIN %1$s-----%n%2$s%n-----END %1$s-----%n".formatted(label, lines);
    }

    private static Path write(Path target, String content) {
        try {
            return Files.writeString(target, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private KeyStore read() throws GeneralSecurityException {
        try {
            return KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
