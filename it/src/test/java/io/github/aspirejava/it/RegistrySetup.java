package io.github.aspirejava.it;

import io.github.aspirejava.fakes.registry.CertificateAuthority;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/** The configuration of a {@link RealRegistry}: by default without access control, over plain HTTP. */
final class RegistrySetup {
    private final Path directory = Workspace.newDirectory("registry");
    private String address = "127.0.0.1:0";
    private String authentication = "";
    private String tls = "";
    private Optional<CertificateAuthority> authority = Optional.empty();
    private Optional<TokenServer> tokenServer = Optional.empty();

    /** Requires {@link RealRegistry#USERNAME} and {@link RealRegistry#PASSWORD}. */
    RegistrySetup basicAuth() {
        Path htpasswd = Workspace.newDirectory("htpasswd").resolve("htpasswd");
        try (InputStream hashes = Objects.requireNonNull(RealRegistry.class.getResourceAsStream("htpasswd"))) {
            Files.copy(hashes, htpasswd);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        authentication = "auth: {htpasswd: {realm: it, path: %s}}".formatted(htpasswd);
        return this;
    }

    /** Requires a token of that server. */
    RegistrySetup tokens(TokenServer server) {
        authentication = "auth: {token: {realm: \"%s\", service: %s, issuer: %s, rootcertbundle: %s}}"
                .formatted(server.realm(), TokenServer.SERVICE, TokenServer.ISSUER, server.certificate());
        tokenServer = Optional.of(server);
        return this;
    }

    /** Uses TLS with a certificate of that authority. */
    RegistrySetup tls(CertificateAuthority ca) {
        tls = ", tls: {certificate: %s, key: %s}".formatted(ca.serverCertificate(), ca.serverKey());
        authority = Optional.of(ca);
        return this;
    }

    /** Uses TLS with a certificate of that authority, and requires one of the same authority from clients. */
    RegistrySetup clientCertificates(CertificateAuthority ca) {
        tls(ca);
        tls = tls.replace("}", ", clientcas: [%s]}".formatted(ca.certificate()));
        return this;
    }

    /** Uses this address instead of a free port. */
    RegistrySetup at(String host) {
        address = host;
        return this;
    }

    /** Starts the registry. A later start, after the first registry has ended, has the same content. */
    RealRegistry start() {
        String configuration = """
                version: 0.1
                log: {level: info}
                storage: {filesystem: {rootdirectory: %s}, delete: {enabled: true}}
                http: {addr: "%s", secret: it%s}
                %s
                """.formatted(directory.resolve("data"), address, tls, authentication);
        try {
            Path file = Files.writeString(directory.resolve("config.yml"), configuration);
            RunningProcess process =
                    RunningProcess.start(new ProcessBuilder("docker-registry", "serve", file.toString()));
            return new RealRegistry(process, authority, tokenServer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
