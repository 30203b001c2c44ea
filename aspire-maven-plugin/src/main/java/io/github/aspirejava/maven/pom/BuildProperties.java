package io.github.aspirejava.maven.pom;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * The properties that configure this plugin. All settings have the same precedence: Maven's command line, the plugin's
 * configuration if the setting has an element there, the properties of the POM and of settings.xml, the default.
 * Settings of a single run, such as the selection of services, are read from the command line only.
 *
 * @param commandLine the properties set with {@code -D}
 * @param project the properties of the POM and of settings.xml
 */
public record BuildProperties(Properties commandLine, Properties project) {
    /** Returns a property of the command line or, if it is not set there, of the POM or settings.xml. */
    public Optional<String> find(String name) {
        return onCommandLine(name).or(() -> inProject(name));
    }

    /** Returns whether a property is {@code true}. */
    public boolean flag(String name) {
        return find(name).map(Boolean::parseBoolean).orElse(false);
    }

    /** Returns a property of the command line. */
    public Optional<String> onCommandLine(String name) {
        return Optional.ofNullable(commandLine.getProperty(name));
    }

    Optional<String> inProject(String name) {
        return Optional.ofNullable(project.getProperty(name));
    }

    /** Returns the items of a list on the command line, such as {@code -Daspire.steps=a,b}; empty if it is not set. */
    public List<String> list(String name) {
        return Arrays.stream(onCommandLine(name).orElse("").split(",", -1))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
    }
}
