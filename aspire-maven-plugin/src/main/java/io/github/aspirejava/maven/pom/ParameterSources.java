package io.github.aspirejava.maven.pom;

import io.github.aspirejava.app.Parameter;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The sources of parameter values besides the POM, in order of precedence: Maven's command line
 * ({@code -Daspire.parameters.NAME}), the environment ({@code Parameters__NAME}, as in Aspire), and the active profiles
 * of settings.xml ({@code aspire.parameters.NAME}).
 */
public final class ParameterSources {
    private final Properties userProperties;
    private final Map<String, String> environment;
    private final Properties settingsProperties;

    /** Creates the sources of a Maven session. */
    public ParameterSources(Properties userProperties, Map<String, String> environment, Properties settingsProperties) {
        this.userProperties = userProperties;
        this.environment = environment;
        this.settingsProperties = settingsProperties;
    }

    /** Returns the value of a parameter, and the source that sets it; empty if no source does. */
    Optional<Found> find(Parameter parameter) {
        String exact = "Parameters__" + parameter.name();
        return found(userProperties.getProperty(parameter.property()), "-D" + parameter.property())
                .or(() -> found(environment.get(exact), "the environment variable " + exact))
                .or(() -> found(
                        environment.get(parameter.environmentVariable()),
                        "the environment variable " + parameter.environmentVariable()))
                .or(() -> found(
                        settingsProperties.getProperty(parameter.property()),
                        "the property %s of settings.xml".formatted(parameter.property())));
    }

    private static Optional<Found> found(@Nullable String value, String source) {
        return Optional.ofNullable(value).map(text -> new Found(text, source));
    }

    /**
     * A value of a parameter.
     *
     * @param source the source that sets the value, for messages
     */
    record Found(String value, String source) {}
}
