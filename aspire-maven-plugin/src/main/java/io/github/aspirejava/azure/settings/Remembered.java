package io.github.aspirejava.azure.settings;

import java.util.Optional;

/** Where the last run put things: what anybody says now beats it. */
public record Remembered(Optional<String> subscription, Optional<String> resourceGroup, Optional<String> location) {
    /** Of a first run. */
    public static final Remembered NOTHING = new Remembered(Optional.empty(), Optional.empty(), Optional.empty());
}
