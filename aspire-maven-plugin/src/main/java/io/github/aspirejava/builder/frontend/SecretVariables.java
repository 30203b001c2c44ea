package io.github.aspirejava.builder.frontend;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Variables that hand secrets to a package manager of this machine; files are deleted when this is closed. */
final class SecretVariables implements Closeable {
    private static final String CONFIGURATION = "NPM_CONFIG_USERCONFIG";
    private static final int SHORTEST_MASKED = 6;

    private final Map<String, String> values = new TreeMap<>();
    private final List<String> masked = new ArrayList<>();
    private final List<Path> files = new ArrayList<>();

    private SecretVariables() {}

    /** Creates the variables and files. */
    static SecretVariables of(List<InstallSecret> secrets) throws IOException {
        SecretVariables variables = new SecretVariables();
        for (InstallSecret secret : secrets) {
            variables.add(secret);
        }
        return variables;
    }

    private void add(InstallSecret secret) throws IOException {
        String value = secret.reveal();
        value.lines().map(String::strip).forEach(masked::add);
        if (!secret.isConfiguration()) {
            values.put(secret.id(), value.strip());
        } else if (secret.file().isPresent()) {
            values.put(CONFIGURATION, secret.file().get().toAbsolutePath().toString());
        } else {
            // Only its owner can read a temporary file.
            Path file = Files.createTempFile("aspire-", ".npmrc");
            files.add(file);
            Files.writeString(file, value);
            values.put(CONFIGURATION, file.toString());
        }
    }

    /** Returns the variables. */
    Map<String, String> values() {
        return values;
    }

    /** Returns a text without the secrets. */
    String masked(String text) {
        String shown = text;
        for (String secret : masked) {
            shown = secret.length() < SHORTEST_MASKED ? shown : shown.replace(secret, "***");
        }
        return shown;
    }

    @Override
    public void close() throws IOException {
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
    }
}
