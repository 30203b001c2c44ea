package io.github.aspirejava.registry;

import io.github.aspirejava.app.Text;
import io.github.aspirejava.app.TlsSettings;
import io.github.aspirejava.oci.http.ClientCertificates;
import io.github.aspirejava.oci.http.TlsFiles;
import io.github.aspirejava.oci.http.TrustedAuthorities;
import io.github.aspirejava.run.StepException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The files with certificates and keys that the model names, which are read once to check them.
 *
 * @param baseDirectory the directory that their paths start from
 */
record DeclaredTls(Path baseDirectory) {
    /** @throws StepException if a file cannot be used */
    TlsFiles of(TlsSettings settings) throws StepException {
        Optional<Path> caFile = settings.caFile().isPresent()
                ? Optional.of(authorities(settings.caFile().get()))
                : Optional.empty();
        Optional<TlsFiles.Client> client = settings.clientCertificate().isPresent()
                ? Optional.of(client(settings.clientCertificate().get(), settings.clientKey()))
                : Optional.empty();
        return new TlsFiles(caFile, client);
    }

    private Path authorities(Text caFile) throws StepException {
        Path file = path("caFile", caFile);
        try {
            TrustedAuthorities.read(file);
            return file;
        } catch (IOException e) {
            String problem = caFile.isSecret() ? "The CA file %s cannot be used".formatted(caFile) : e.getMessage();
            throw new StepException(
                    "%s: %s. Write the path of a file with certificates in PEM into <caFile>, from the POM's directory."
                            .formatted(caFile.origin(), problem),
                    e);
        }
    }

    private TlsFiles.Client client(Text certificate, Optional<Text> key) throws StepException {
        Path certificateFile = path("clientCertificate", certificate);
        Path keyFile = key.isPresent() ? path("clientKey", key.get()) : certificateFile;
        TlsFiles.Client client = new TlsFiles.Client(certificateFile, keyFile);
        try {
            ClientCertificates.read(client);
            return client;
        } catch (IOException e) {
            boolean secret = certificate.isSecret() || key.map(Text::isSecret).orElse(false);
            String problem =
                    secret ? "The client certificate %s cannot be used".formatted(certificate) : e.getMessage();
            throw new StepException(
                    "%s: %s. Write the paths of files in PEM into <clientCertificate> and <clientKey>, from the POM's directory."
                            .formatted(certificate.origin(), problem),
                    e);
        }
    }

    private Path path(String element, Text text) throws StepException {
        return baseDirectory.resolve(text.value()
                .orElseThrow(() -> new StepException("%s: A parameter in <%s>%s</%2$s> has no value. Set it."
                        .formatted(text.origin(), element, text))));
    }
}
