package io.github.aspirejava.app;

import java.util.Optional;

/**
 * A named input of the model.
 *
 * @param value the value; empty if no source sets one
 * @param source the source that sets the value, for messages, such as {@code -Daspire.parameters.NAME}; empty if no
 *     source does
 * @param secret whether the value is a secret, which must never be shown
 * @param description the purpose of the parameter; may be empty
 */
public record Parameter(
        String name, Origin origin, Optional<Secret> value, String source, boolean secret, String description) {
    /**
     * Returns the name of the environment variable that sets this parameter, in Aspire's notation, such as
     * {@code Parameters__registry_endpoint}.
     */
    public String environmentVariable() {
        return "Parameters__" + name.replace('-', '_');
    }

    /** Returns the name of the user property that sets this parameter on Maven's command line. */
    public String property() {
        return "aspire.parameters." + name;
    }
}
