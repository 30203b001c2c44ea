package io.github.aspirejava.app;

import java.util.Optional;

/**
 * A named input of the model.
 *
 * @param value its value; empty if no source has one
 * @param source the place that sets the value, for messages, such as {@code -Daspire.parameters.NAME}; empty if none
 *     does
 * @param secret whether the value must never be shown
 * @param description what it is for; may be empty
 */
public record Parameter(
        String name, Origin origin, Optional<Secret> value, String source, boolean secret, String description) {
    /**
     * The environment variable that sets this parameter, Aspire's name for it: {@code Parameters__registry_endpoint}.
     */
    public String environmentVariable() {
        return "Parameters__" + name.replace('-', '_');
    }

    /** The user property that sets this parameter on Maven's command line. */
    public String property() {
        return "aspire.parameters." + name;
    }
}
