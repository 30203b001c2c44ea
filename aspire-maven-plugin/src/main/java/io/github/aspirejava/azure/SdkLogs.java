package io.github.aspirejava.azure;

import java.util.List;

/**
 * Keeps quiet what the SDK logs through Maven: a warning for each request, because the JDK's client sets the header
 * Content-Length itself, and an error for each credential that has no token, which we say in a line of our own.
 */
final class SdkLogs {
    private static final String PREFIX = "org.slf4j.simpleLogger.log.";
    private static final List<String> NOISY =
            List.of("com.azure.core.http.jdk.httpclient", "com.azure.identity", "com.microsoft.aad.msal4j");

    private SdkLogs() {}

    /** Before the SDK is loaded; what the user has set stays. */
    static void quiet() {
        for (String logger : NOISY) {
            if (System.getProperty(PREFIX + logger) == null) {
                System.setProperty(PREFIX + logger, "off");
            }
        }
    }
}
