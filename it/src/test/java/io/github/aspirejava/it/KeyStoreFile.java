package io.github.aspirejava.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** A file of keys and certificates, which the JDK's keytool fills. */
final class KeyStoreFile {
    static final String PASSWORD = "changeit";

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Path file;

    private KeyStoreFile(Path file) {
        this.file = file;
    }

    /** One that keytool makes with its first key. */
    static KeyStoreFile newIn(Path directory) {
        return new KeyStoreFile(directory.resolve("keys.p12"));
    }

    /** Adds a key and its certificate, as {@code keytool -genkeypair} does with these options. */
    KeyStoreFile generate(String alias, String... options) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of("-genkeypair", "-alias", alias, "-dname", "CN=" + alias, "-validity", "3650"));
        command.addAll(List.of("-keystore", file.toString(), "-storetype", "PKCS12", "-storepass", PASSWORD));
        command.addAll(List.of(options));
        try (RunningProcess keytool = RunningProcess.start(new ProcessBuilder(command))) {
            if (keytool.exitCode(PATIENCE) != 0) {
                throw new IllegalStateException("keytool failed:\n" + String.join("\n", keytool.lines()));
            }
        }
        return this;
    }

    PrivateKey key(String alias) {
        try {
            return (PrivateKey) read().getKey(alias, PASSWORD.toCharArray());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The certificate of a key, and those that vouch for it. */
    List<Certificate> chain(String alias) {
        try {
            return List.of(read().getCertificateChain(alias));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Writes a key in PEM, as servers read it. */
    Path writeKey(String alias, Path target) {
        return write(target, pem("PRIVATE KEY", key(alias).getEncoded()));
    }

    /** Writes certificates in PEM, as servers read them. */
    static Path writeCertificates(List<Certificate> certificates, Path target) {
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
