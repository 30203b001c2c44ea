package io.github.aspirejava.azure;

import java.util.List;

/**
 * Silences what the SDK logs through Maven: an error for each credential without a token, which the login reports in a
 * line of its own.
 */
final class SdkLogs {
    private static final String PREFIX = "org.slf4j.simpleLogger.log.";
    private static final List<String> NOISY = List.of("com.azure.identity", "com.microsoft.aad.msal4j");

    private SdkLogs() {}

    /** Silences the loggers. To be called before the SDK is loaded; levels that the user has set stay. */
    static void quiet() {
        for (String logger : NOISY) {
            if (System.getProperty(PREFIX + logger) == null) {
                System.setProperty(PREFIX + logger, "off");
            }
        }
    }
}
