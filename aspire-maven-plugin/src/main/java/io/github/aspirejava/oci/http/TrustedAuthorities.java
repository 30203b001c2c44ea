package io.github.aspirejava.oci.http;

import io.github.aspirejava.text.FilteredException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** The authorities that Java trusts, and those in a file. */
public final class TrustedAuthorities {
    private final X509TrustManager trustManager;

    private TrustedAuthorities(X509TrustManager trustManager) {
        this.trustManager = trustManager;
    }

    /**
     * Reads certificates in PEM.
     *
     * @param caFiles the files; without any, Java's own authorities are trusted
     * @throws IOException if a file contains none; the message is one line
     */
    static TrustedAuthorities with(List<Path> caFiles) throws IOException {
        List<Certificate> certificates = new ArrayList<>();
        for (Path caFile : caFiles) {
            certificates.addAll(read(caFile));
        }
        try {
            if (certificates.isEmpty()) {
                return new TrustedAuthorities(trustManager(null));
            }
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            int number = 0;
            for (Certificate certificate : certificates) {
                store.setCertificateEntry("ca-" + number++, certificate);
            }
            return new TrustedAuthorities(new Either(trustManager(store), trustManager(null)));
        } catch (GeneralSecurityException e) {
            throw new FilteredException(
                    "The certificates in %s cannot be used: %s".formatted(caFiles, e.getMessage()), e);
        }
    }

    X509TrustManager trustManager() {
        return trustManager;
    }

    SSLSocketFactory socketFactory(KeyManager[] keys) throws IOException {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys, new TrustManager[] {trustManager}, null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException e) {
            throw new FilteredException("This Java speaks no TLS: " + e.getMessage(), e);
        }
    }

    /**
     * Returns the certificates in a file.
     *
     * @throws IOException if it contains none in PEM; the message is one line without a full stop
     */
    public static Collection<? extends Certificate> read(Path caFile) throws IOException {
        Collection<? extends Certificate> certificates;
        try (InputStream pem = new BufferedInputStream(Files.newInputStream(caFile))) {
            certificates = CertificateFactory.getInstance("X.509").generateCertificates(pem);
        } catch (NoSuchFileException e) {
            throw new FilteredException("There is no CA file %s".formatted(caFile), e);
        } catch (CertificateException e) {
            throw new FilteredException("The CA file %s holds no certificates in PEM".formatted(caFile), e);
        } catch (IOException e) {
            throw new FilteredException("The CA file %s cannot be read".formatted(caFile), e);
        }
        if (certificates.isEmpty()) {
            throw new FilteredException("The CA file %s holds no certificates in PEM".formatted(caFile));
        }
        return certificates;
    }

    private static X509TrustManager trustManager(@Nullable KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        for (TrustManager manager : factory.getTrustManagers()) {
            if (manager instanceof X509TrustManager x509) {
                return x509;
            }
        }
        throw new GeneralSecurityException("no X.509 trust manager");
    }

    /** Trusts a certificate that either of two trust managers trusts. */
    private record Either(X509TrustManager first, X509TrustManager second) implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
            throw new CertificateException("This is a client");
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
            try {
                first.checkServerTrusted(chain, authType);
            } catch (CertificateException e) {
                try {
                    second.checkServerTrusted(chain, authType);
                } catch (CertificateException other) {
                    // That of the manager that knows the authority says what else is wrong.
                    CertificateException reason = TlsAdvice.isUnknownAuthority(e) ? other : e;
                    throw reason;
                }
            }
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            X509Certificate[] mine = first.getAcceptedIssuers();
            X509Certificate[] others = second.getAcceptedIssuers();
            X509Certificate[] all = Arrays.copyOf(mine, mine.length + others.length);
            System.arraycopy(others, 0, all, mine.length, others.length);
            return all;
        }
    }
}
