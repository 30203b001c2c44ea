package io.github.aspirejava.oci.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TlsAdviceTest {
    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(caused(new CertificateExpiredException("NotAfter: yesterday")), "has expired"),
                Arguments.of(caused(new CertificateNotYetValidException("NotBefore")), "is not valid yet"),
                Arguments.of(new SSLPeerUnverifiedException("Hostname a not verified"), "is that of another host"),
                Arguments.of(
                        new SSLHandshakeException("PKIX path building failed: unable to find valid certification path"),
                        "of an authority that Java does not know"),
                Arguments.of(
                        new SSLHandshakeException("Received fatal alert: certificate_required"),
                        "a certificate of the client"),
                Arguments.of(new SSLException("Unsupported or unrecognized SSL message"), "<insecure>true</insecure>"),
                Arguments.of(new SSLException("anything else"), "Check the port"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void hasItsOwnWordsForEachKindOfFailure(IOException failure, String advice) {
        assertThat(TlsAdvice.about(failure)).contains(advice).doesNotEndWith(".");
    }

    private static IOException caused(Exception cause) {
        SSLHandshakeException failure = new SSLHandshakeException("PKIX path validation failed");
        failure.initCause(cause);
        return failure;
    }
}
