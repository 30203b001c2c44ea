package io.github.aspirejava.azure;

import java.util.List;

/**
 * Silences what the SDK logs through Maven: an error for each credential without a token, and a stack trace for a
 * request whose retries have failed. Steps report both, each in a line of its own.
 */
final class SdkLogs {
    /** The names of the level of a logger, up to its own name, in Maven 3 and in Maven 4. */
    private static final List<String> LEVELS = List.of("org.slf4j.simpleLogger.log.", "maven.logger.log.");

    private static final List<String> NOISY =
            List.of("com.azure.core", "com.azure.identity", "com.microsoft.aad.msal4j");

    private SdkLogs() {}

    /** Silences the loggers. To be called before the SDK is loaded; levels that the user has set stay. */
    static void quiet() {
        for (String level : LEVELS) {
            for (String logger : NOISY) {
                if (System.getProperty(level + logger) == null) {
                    System.setProperty(level + logger, "off");
                }
            }
        }
    }
}
