package io.github.aspirejava.dockerfile;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The values of the flag {@code --mount}. */
final class Mounts {
    private Mounts() {}

    /** Returns the options of a mount; those without a value have an empty one. */
    static Map<String, String> options(String mount) {
        Map<String, String> options = new HashMap<>();
        for (String option : mount.split(",", -1)) {
            String[] parts = option.split("=", 2);
            options.put(parts[0].strip().toLowerCase(Locale.ROOT), parts.length == 1 ? "" : parts[1]);
        }
        return options;
    }
}
