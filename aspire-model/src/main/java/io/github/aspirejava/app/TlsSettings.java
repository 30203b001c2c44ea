package io.github.aspirejava.app;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The protection of connections to a registry. The paths start from the POM's directory.
 *
 * @param insecure whether plain HTTP is allowed for a host other than this machine
 * @param caFile a PEM file with the certificates of authorities that are trusted in addition to Java's
 * @param clientCertificate a PEM file with the certificate that identifies the client, and its chain
 * @param clientKey a PEM file with the private key of {@code clientCertificate}, if it is in a file of its own
 */
public record TlsSettings(
        boolean insecure, Optional<Text> caFile, Optional<Text> clientCertificate, Optional<Text> clientKey) {
    /** TLS with the authorities that Java trusts. */
    public static final TlsSettings DEFAULT =
            new TlsSettings(false, Optional.empty(), Optional.empty(), Optional.empty());

    /** Plain HTTP, where the registry does not speak TLS. */
    public static final TlsSettings INSECURE =
            new TlsSettings(true, Optional.empty(), Optional.empty(), Optional.empty());

    /** Returns the default with these authorities, in addition to Java's. */
    public static TlsSettings trusting(Text caFile) {
        return new TlsSettings(false, Optional.of(caFile), Optional.empty(), Optional.empty());
    }

    /** Returns all texts. */
    List<Text> texts() {
        return Stream.of(caFile, clientCertificate, clientKey)
                .flatMap(Optional::stream)
                .toList();
    }
}
