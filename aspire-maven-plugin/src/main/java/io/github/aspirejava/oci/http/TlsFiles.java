package io.github.aspirejava.oci.http;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The files, in PEM, that decide about trust and identity on a connection.
 *
 * @param caFile certificates of authorities that are trusted in addition to Java's
 * @param client the client's certificate
 */
public record TlsFiles(Optional<Path> caFile, Optional<Client> client) {
    /** No files: Java's authorities, and the client certificates of this machine. */
    public static final TlsFiles NONE = new TlsFiles(Optional.empty(), Optional.empty());

    /** Returns the files that add authorities to Java's. */
    public static TlsFiles trusting(Path caFile) {
        return new TlsFiles(Optional.of(caFile), Optional.empty());
    }

    /** Returns whether these files ask for TLS. */
    public boolean areGiven() {
        return caFile.isPresent() || client.isPresent();
    }

    /**
     * The certificate of a client.
     *
     * @param certificate the file of the certificate and its chain
     * @param key the file of its private key, which may be the same
     */
    public record Client(Path certificate, Path key) {}
}
