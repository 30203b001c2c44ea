package io.github.aspirejava.oci.http;

import java.io.IOException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Locale;
import javax.net.ssl.SSLPeerUnverifiedException;

/** Advice about a TLS connection that was not made. */
final class TlsAdvice {
    private static final String ELSEWHERE = "Check the port, and that it speaks TLS";

    private TlsAdvice() {}

    static String about(IOException failure) {
        if (has(failure, CertificateExpiredException.class)) {
            return "Its certificate has expired: renew it there, and check the clock of this machine";
        }
        if (has(failure, CertificateNotYetValidException.class)) {
            return "Its certificate is not valid yet: check the clock of this machine";
        }
        String words = words(failure);
        if (has(failure, SSLPeerUnverifiedException.class) || words.contains("no subject alternative")) {
            return "Its certificate is that of another host: check the endpoint, or let it be made for this name, too";
        }
        if (words.contains("certificate_required") || words.contains("bad_certificate")) {
            return "It asks for a certificate of the client: name the files of the certificate and its key in the registry's"
                    + " <clientCertificate> and <clientKey>, put client.cert and client.key into Docker's certs.d, or"
                    + " name a key store with -Djavax.net.ssl.keyStore";
        }
        if (isUnknownAuthority(failure)) {
            return "Its certificate is of an authority that Java does not know: name a file with the authority in the"
                    + " registry's <caFile>, or add it to Java's trust store";
        }
        if (words.contains("unrecognized ssl message") || words.contains("plaintext")) {
            return ELSEWHERE + "; a registry that speaks plain HTTP has to be marked <insecure>true</insecure>";
        }
        return ELSEWHERE + ", and that its certificate is trusted, by Java or by the registry's <caFile>";
    }

    /** Returns whether there is no path from the certificate to an authority that is trusted. */
    static boolean isUnknownAuthority(Throwable failure) {
        String words = words(failure);
        return words.contains("certification path") || words.contains("unknown_ca") || words.contains("trust anchor");
    }

    private static boolean has(Throwable failure, Class<? extends Throwable> type) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (type.isInstance(t)) {
                return true;
            }
        }
        return false;
    }

    private static String words(Throwable failure) {
        StringBuilder words = new StringBuilder();
        for (Throwable t = failure; t != null; t = t.getCause()) {
            words.append(t.getMessage()).append(' ');
            for (Throwable suppressed : t.getSuppressed()) {
                words.append(suppressed.getMessage()).append(' ');
            }
        }
        return words.toString().toLowerCase(Locale.ROOT);
    }
}
