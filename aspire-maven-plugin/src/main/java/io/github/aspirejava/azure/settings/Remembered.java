package io.github.aspirejava.azure.settings;

import java.util.Optional;

/** The target of the last run; any explicit setting overrides it. */
public record Remembered(Optional<String> subscription, Optional<String> resourceGroup, Optional<String> location) {
    /** The value of a first run. */
    public static final Remembered NOTHING = new Remembered(Optional.empty(), Optional.empty(), Optional.empty());
}
