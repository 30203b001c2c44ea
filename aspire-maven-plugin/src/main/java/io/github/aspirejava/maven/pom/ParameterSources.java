package io.github.aspirejava.maven.pom;

import io.github.aspirejava.app.Parameter;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * Where parameters have their values from, besides the POM, the first that has one: Maven's command line
 * ({@code -Daspire.parameters.NAME}), the environment ({@code Parameters__NAME}, as in Aspire), and the active profiles
 * of settings.xml ({@code aspire.parameters.NAME}).
 */
public final class ParameterSources {
    private final Properties userProperties;
    private final Map<String, String> environment;
    private final Properties settingsProperties;

    /** The sources of one Maven session. */
    public ParameterSources(Properties userProperties, Map<String, String> environment, Properties settingsProperties) {
        this.userProperties = userProperties;
        this.environment = environment;
        this.settingsProperties = settingsProperties;
    }

    Optional<String> find(Parameter parameter) {
        return Optional.ofNullable(userProperties.getProperty(parameter.property()))
                .or(() -> Optional.ofNullable(environment.get("Parameters__" + parameter.name())))
                .or(() -> Optional.ofNullable(environment.get(parameter.environmentVariable())))
                .or(() -> Optional.ofNullable(settingsProperties.getProperty(parameter.property())));
    }
}
