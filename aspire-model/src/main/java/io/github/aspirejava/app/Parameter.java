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
 * @param generated whether a value that no source sets is generated at the first deployment, and then kept there
 */
public record Parameter(
        String name,
        Origin origin,
        Optional<Secret> value,
        String source,
        boolean secret,
        String description,
        boolean generated) {
    /** Creates a parameter whose value is never generated. */
    public Parameter(
            String name, Origin origin, Optional<Secret> value, String source, boolean secret, String description) {
        this(name, origin, value, source, secret, description, false);
    }

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
