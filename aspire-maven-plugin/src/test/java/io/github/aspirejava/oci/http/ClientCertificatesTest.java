package io.github.aspirejava.oci.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aspirejava.fakes.registry.CertificateAuthority;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientCertificatesTest {
    @TempDir
    private Path directory;

    private Path registry;

    @BeforeEach
    void makeDirectoryOfRegistry() throws IOException {
        registry = Files.createDirectory(directory.resolve("registry.example.com:5000"));
    }

    @Test
    void areFoundByTheHostAndPortOfARegistry() {
        ClientCertificates certificates = certificates(Map.of());

        assertThat(certificates.directory("Registry.example.com:5000")).contains(registry);
        assertThat(certificates.directory("registry.example.com")).isEmpty();
    }

    @Test
    void areNoneWithoutFilesAndProperties() throws IOException {
        assertThat(certificates(Map.of()).keys(TlsFiles.NONE, Optional.of(registry)))
                .isEmpty();
        assertThat(certificates(Map.of()).hasStore()).isFalse();
    }

    @Test
    void areReadFromTheKeyStoreOfJavasProperties() throws Exception {
        Path file = directory.resolve("client.p12");
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, "changeit".toCharArray());
        }
        ClientCertificates certificates = certificates(
                Map.of("javax.net.ssl.keyStore", file.toString(), "javax.net.ssl.keyStorePassword", "changeit"));

        KeyManager[] keys = certificates.keys(TlsFiles.NONE, Optional.empty());

        assertThat(keys).isNotEmpty();
    }

    @Test
    void nameTheKeyStoreThatCannotBeRead() {
        ClientCertificates certificates = certificates(
                Map.of("javax.net.ssl.keyStore", directory.resolve("none.p12").toString()));

        assertThatThrownBy(() -> certificates.keys(TlsFiles.NONE, Optional.empty()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("none.p12");
    }

    @ParameterizedTest
    @CsvSource({"RSA, 2048, false", "RSA, 2048, true", "EC, 256, false"})
    void haveKeysInPem(String algorithm, int size, boolean pkcs1) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        generator.initialize(size);
        KeyPair pair = generator.generateKeyPair();
        byte[] encoded = pair.getPrivate().getEncoded();
        // A key of PKCS #8 contains that of PKCS #1 behind 26 bytes.
        byte[] key = pkcs1 ? Arrays.copyOfRange(encoded, 26, encoded.length) : encoded;
        String label = pkcs1 ? "RSA PRIVATE KEY" : "PRIVATE KEY";
        Path file = Files.writeString(
                registry.resolve("client.key"),
                "-----BEGIN %s-----\n%s\n-----END %s-----\n"
                        .formatted(label, Base64.getMimeEncoder().encodeToString(key), label));

        PrivateKey read = PrivateKeys.read(file);

        assertThat(read).isEqualTo(pair.getPrivate());
    }

    @Test
    void nameTheFilesThatCannotBeUsed() throws IOException {
        Files.writeString(registry.resolve("client.cert"), "nothing", StandardCharsets.US_ASCII);
        Files.writeString(registry.resolve("client.key"), "nothing", StandardCharsets.US_ASCII);

        assertThatThrownBy(() -> certificates(Map.of()).keys(TlsFiles.NONE, Optional.of(registry)))
                .hasMessageContaining("client.cert")
                .hasMessageContaining("client.key");
    }

    @Test
    void ofTheCallComeBeforeThoseOfTheMachine() throws IOException {
        Files.writeString(registry.resolve("client.cert"), "nothing", StandardCharsets.US_ASCII);
        CertificateAuthority authority = CertificateAuthority.shared();
        TlsFiles files = new TlsFiles(
                Optional.empty(),
                Optional.of(new TlsFiles.Client(authority.serverCertificate(), authority.serverKey())));

        assertThat(certificates(Map.of()).keys(files, Optional.of(registry))).isNotEmpty();
    }

    private ClientCertificates certificates(Map<String, String> properties) {
        return new ClientCertificates(List.of(directory), name -> properties.getOrDefault(name, ""));
    }
}
