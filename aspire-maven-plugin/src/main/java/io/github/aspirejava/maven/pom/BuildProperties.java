package io.github.aspirejava.maven.pom;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * The properties that set this plugin. One order holds for all settings: Maven's command line, the plugin's
 * configuration if the setting has an element there, the properties of the POM and of settings.xml, the default. What
 * is asked of one run only, such as which services it is for, is read from the command line and nowhere else.
 *
 * @param commandLine set with {@code -D}
 * @param project those of the POM and of settings.xml
 */
public record BuildProperties(Properties commandLine, Properties project) {
    /** A property of the command line, or else of the POM or settings.xml. */
    public Optional<String> find(String name) {
        return onCommandLine(name).or(() -> inProject(name));
    }

    /** Whether a property is {@code true}. */
    public boolean flag(String name) {
        return find(name).map(Boolean::parseBoolean).orElse(false);
    }

    /** A property of the command line. */
    public Optional<String> onCommandLine(String name) {
        return Optional.ofNullable(commandLine.getProperty(name));
    }

    Optional<String> inProject(String name) {
        return Optional.ofNullable(project.getProperty(name));
    }

    /** The items of a list on the command line, such as {@code -Daspire.steps=a,b}; none if it is not set. */
    public List<String> list(String name) {
        return Arrays.stream(onCommandLine(name).orElse("").split(",", -1))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
    }
}
